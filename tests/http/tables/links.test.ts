/** Links to tables that stand in our pages are taken as they stand by whatever reads addresses. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startApp, type App } from '../../../src/app';
import { readConfig } from '../../../src/config';
import { writeLink } from '../../../src/web/graphiql/link';

const run = promisify(execFile);
const root = join(__dirname, '../../..');
const files = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => join('docs', name))].filter(
  (name) => name.endsWith('.md'),
);
const origin = 'http://127.0.0.1:4000';

/** What stands in a page between quotes or the like; a link with `…` only shows how links are made. */
const linksIn = (text: string): string[] =>
  [...text.matchAll(/http:\/\/127\.0\.0\.1:4000\/graphql\?[^`'"<>()\n]*/g)]
    .map(([link]) => link)
    .filter((link) => link.includes('format=') && !link.includes('…'));

const links = files.flatMap((file) =>
  linksIn(readFileSync(join(root, file), 'utf8')).map((link): [string, string] => [file, link]),
);

const isThere = async (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

describe('a link to a table', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(readConfig({ DATABASE_URL: 'sqlite::memory:', PORT: '0', LOG_LEVEL: 'silent' }));
  });
  afterAll(() => app.stop());

  it('stands in README and on the page on tables', () => {
    expect(new Set(links.map(([file]) => file))).toEqual(new Set(['README.md', 'docs/tables.md']));
  });

  const made = writeLink({
    query: '# sites & more: [1] {2}\nquery ($n: Int = 1) { institutions(first: $n) { nodes { slug } } }',
    variables: '{"n": 2}',
    operationName: '',
  });

  it.each([...links, ['GraphiQL', `${origin}/graphql${made}&format=csv`]])(
    'is taken as it stands by every program: in %s, %s',
    async (_, link) => {
      const here = link.replace(origin, app.url);

      const response = await fetch(here);
      const table = Buffer.from(await response.arrayBuffer());
      expect([response.status, response.headers.get('content-disposition')]).toEqual([
        200,
        expect.stringContaining('attachment'),
      ]);
      // A workbook holds the time at which it was made.
      const same = (other: Buffer) =>
        link.includes('format=xlsx')
          ? expect(other.subarray(0, 2)).toEqual(table.subarray(0, 2))
          : expect(other).toEqual(table);
      if (await isThere('curl')) same((await run('curl', ['-fsS', here], { encoding: 'buffer' })).stdout);
      const read = 'import sys,urllib.request as r; sys.stdout.buffer.write(r.urlopen(sys.argv[1]).read())';
      if (await isThere('python3'))
        same((await run('python3', ['-c', read, here], { encoding: 'buffer' })).stdout);
    },
  );

  it.each([
    ['{\n  // two sites are enough\n  "n": 2,\n}', 'at line 2, column 3: "// two sites are enough"'],
    ['{"n": 2,}', 'at line 1, column 9: "}"'],
    ['{"n":', 'at line 1, column 6: the end'],
    ["{'n': 1}", `at line 1, column 2: "'n': 1}"`],
  ])('with variables that are no JSON is refused at their place: %j', async (variables, place) => {
    const query = 'query Sites($n: Int) { institutions(first: $n) { nodes { slug } } }';
    const parameters = new URLSearchParams({ query, variables, format: 'csv' });

    const response = await fetch(`${app.url}/graphql?${parameters.toString()}`);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining(`"variables" is no JSON ${place}`) as string,
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
  });
});
