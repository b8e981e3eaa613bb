/** The first request of a fresh process, whose code is not compiled yet and takes more stack: what is too deep is refused before anything walks down. */
import { join } from 'node:path';
import type { EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';
import { startScript } from '../helpers/gateway-process';

jest.setTimeout(240_000);

/** Half of what Node gives, so that not even a good part of it is needed. */
const stack = '--stack-size=450';
const program = join(__dirname, '../../dist/src/commands/num-gateway.js');

const within = (levels: number, open: string, inner: string, close: string): string =>
  open.repeat(levels) + inner + close.repeat(levels);

/** Fragments that lead from one into the next, each of them as deep as may be. */
const chained = Array.from(
  { length: 4 },
  (_, i) => `fragment F${i} on Query { ${within(150, 'a{', `...F${i + 1}`, '}')} }`,
).join(' ');

const documents: [string, string][] = [
  ['a deep list', `{ nodes(ids: ${within(990, '[', '', ']')}) { id } }`],
  ['a deep list that does not end', `{ nodes(ids: ${'['.repeat(1_900)}`],
  ['a deep object', `{ contacts(orderBy: ${within(490, '{a:', '1', '}')}) { totalCount } }`],
  ['deep fields', within(660, '{a', '', '}')],
  ['deep fragments', `{ ...F0 } ${chained} fragment F4 on Query { a }`],
];

let database: EmptyDatabase;
beforeAll(async () => {
  database = await seededDatabase('sqlite');
});
afterAll(() => database.drop());

it.each(documents)('of a process is refused where it is %s', async (_what, query) => {
  const env = { DATABASE_URL: database.url, PORT: '0' };
  const gateway = startScript([stack, program, 'serve'], { env });
  const [, url = ''] = await gateway.prints(/(http:\S+)\/graphql/);

  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await gateway.stop();

  expect({ status: answer.status, body: (await answer.json()) as unknown }).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] },
  });
});
