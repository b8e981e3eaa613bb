/** `npm run demo`: the gateway with the examples linked in, which answers on when one of them stops. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScript, run } from '../helpers/gateway-process';

jest.setTimeout(120_000);

interface Answer {
  data: Record<string, unknown>;
  errors?: { extensions: unknown }[];
}

it('answers what it prints to try, and partially once one is stopped', async () => {
  const demo = startScript(['examples/demo.mjs'], { env: { PORT: '0', SUBGRAPH_PORTS: '0,0' } });
  await demo.prints(/Ctrl-C ends it all/);
  const [, url = ''] = /(http:\S+\/graphql)/.exec(demo.stdout) ?? [];
  const queries = [...demo.stdout.matchAll(/^ {3}(\{.*\})$/gm)].map(([, query = '']) => query);
  const ask = async (query = ''): Promise<Answer> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    };
    return (await (await fetch(url, init)).json()) as Answer;
  };

  expect(queries).toHaveLength(3);
  for (const query of queries) expect((await ask(query)).errors).toBeUndefined();

  const [, racoon = ''] = /kill (\d+) ends racoon/.exec(demo.stdout) ?? [];
  process.kill(Number(racoon));
  await demo.prints(/racoon\/server\.mjs has ended/);

  const { data, errors } = await ask(queries[1]);
  expect(data).toMatchObject({
    cohorts: [
      { title: 'Synthetic cohort of adults', scanners: [{ id: 'synthetic-ct-1', modality: null }, {}] },
      {},
    ],
  });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'racoon' } }]);
  await demo.stop();
});

describe('num-gateway subgraph check', () => {
  it.each(['racoon', 'nukleus'])('says what the example %s adds', async (name) => {
    const file = join('examples/subgraphs', name, 'schema.graphql');

    const { code, stdout } = await run(['subgraph', 'check', file, '--name', name]);

    expect(stdout).toMatch(/can be linked in\. It adds \d+ fields:\n {2}\+ /);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('SYNTHETIC');
  });

  it('refuses in plain words what would hurt others', async () => {
    const { code, stdout } = await run(['subgraph', 'check', 'schema/schema.graphql']);

    expect(code).toBe(1);
    expect(stdout).toMatch(
      /cannot be linked in:\n( {2}- .*\n)* {2}- Award has no key\. Refer to it by one of ours: @key\(fields: "id"\); or give yours another name if it is something else\.\n( {2}- .*\n)* {2}- And \d+ more of them\.\n$/,
    );
  });

  it('says when there is nothing', async () => {
    const { code, stderr } = await run(['subgraph', 'check', 'http://127.0.0.1:1/graphql']);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The SDL of http:\/\/127\.0\.0\.1:1\/graphql cannot be had: no connection: .*Nothing listens there/,
    );
  });
});
