/** Services are linked in as they are: what our graph cannot take is left out, and the operator reads of it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { subgraphCheckCommand } from '../../src/commands/subgraph-check';
import { eventually } from '../helpers/eventually';
import { linked, scans, scansSdl } from './linked-gateway';
import { faults, link, Neighbour, type Fault } from './neighbour';

jest.setTimeout(120_000);

let folder: string;
let ward: Neighbour;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
});
afterEach(async () => {
  await ward.stop();
  await rm(folder, { recursive: true });
});

const isNoSubgraph: Fault = (response) =>
  response
    .writeHead(400, { 'content-type': 'application/json' })
    .end('{"errors":[{"message":"Cannot query field \\"_service\\" on type \\"Query\\"."}]}');

const wards = `
  type Query { wards: [Ward!]! node(id: ID!): Node }
  type Mutation { admit(ward: ID!): Admission! }
  type Admission { ward: Ward }
  interface Node { id: ID! }
  type Ward implements Node { id: ID! beds: Int! }`;

it('a GraphQL server that is no subgraph is linked in by the SDL in a file, without what cannot be taken', async () => {
  const schema = join(folder, 'wards.graphql');
  await writeFile(schema, wards);
  ward = await Neighbour.start('wards', wards, {
    'Query.wards': () => [{ __typename: 'Ward', id: 'w1', beds: 12 }],
  });
  ward.schemaFault = isNoSubgraph;
  const { gateway, end } = await linked([ward], { more: `    schema: ${schema}\n` });

  expect((await gateway.ask('{ wards { id beds } subgraphs { name state } }')).json).toMatchObject({
    data: { wards: [{ id: 'w1', beds: 12 }], subgraphs: [{ name: 'wards', state: 'AVAILABLE' }] },
  });
  expect((await gateway.ask('mutation { admit(ward: "w1") { ward { id } } }')).status).toBe(400);
  expect((await gateway.ask('{ node(id: "bm8=") { id } }')).json).toMatchObject({ data: { node: null } });
  const { notices = [] } =
    gateway.log.find(({ msg }) => msg === 'A subgraph is linked in with less than it offers') ?? {};
  expect(notices).toEqual([
    'Mutation is left out: the endpoint only reads.',
    'Ward does not implement Node in our graph: the interface is ours, and only our records have it.',
    'Query.node is left out: it returns our interface Node, which only our records have.',
    'Query.wards is taken as [Ward!], without the "!": when the service fails, our whole answer would be lost.',
  ]);

  await writeFile(schema, wards.replace('beds: Int!', 'beds: Int! staff: Int'));
  await eventually(async () => (await gateway.ask('{ wards { staff } }')).status, 200);
  await ward.stop();
  expect((await gateway.ask('{ wards { id } institutions { totalCount } }')).json).toMatchObject({
    data: { wards: null, institutions: { totalCount: 2 } },
  });
  await end();
});

/** What the command prints, or throws. */
async function checked(
  place: string,
  options: { name?: string; with?: string; header?: string[] } = {},
): Promise<string> {
  const lines: string[] = [];
  const print = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    await subgraphCheckCommand(
      place,
      { name: 'wards', header: [], ...options },
      readConfig({ TOKEN: 'Bearer abc' }),
    );
  } catch (error) {
    lines.push((error as Error).message);
  } finally {
    print.mockRestore();
    process.exitCode = undefined;
  }
  return lines.join('\n');
}

describe('subgraph check', () => {
  const status =
    (code: number): Fault =>
    (response) =>
      response.writeHead(code).end('secret-of-upstream');

  it.each([
    [
      'that is no subgraph',
      isNoSubgraph,
      'it is a GraphQL server, but no subgraph: it has no field Query._service. Write its SDL into a file',
    ],
    [
      'that wants credentials',
      status(401),
      'it answered with the status 401. It wants to know who asks. Give credentials by --header',
    ],
    [
      'that wants credentials, in JSON',
      (response) =>
        response
          .writeHead(401, { 'content-type': 'application/json' })
          .end('{"message":"secret-of-upstream"}'),
      'it answered with the status 401. It wants to know who asks. Give credentials by --header',
    ],
    [
      'that wants credentials, in an answer of GraphQL',
      (response) =>
        response.end('{"errors":[{"message":"secret-of-upstream","extensions":{"code":"UNAUTHENTICATED"}}]}'),
      'it is a GraphQL server, but gives no SDL: it reports UNAUTHENTICATED. It wants to know who asks.',
    ],
    [
      'where nothing is',
      status(404),
      'it answered with the status 404. Nothing answers questions at this address.',
    ],
    [
      'that is broken',
      status(502),
      'it answered with the status 502. The service, or a proxy before it, fails',
    ],
    ['that is a page', faults.html, 'it answered with an HTML page: this is a page for people'],
    [
      'that sends elsewhere',
      faults.redirects,
      'it sends elsewhere (HTTP status 302, to http://127.0.0.1:1/elsewhere), which is not followed.',
    ],
    ['that answers other JSON', faults.noGraphql, 'it answered JSON that is no answer of GraphQL.'],
  ] satisfies [string, Fault, string][])('names a server %s', async (_, fault, words) => {
    ward = await Neighbour.start('wards', scansSdl, scans);
    ward.fault = fault;

    const said = await checked(ward.url);

    expect(said).toContain(`The SDL of ${ward.url} cannot be had: ${words}`);
    expect(said).not.toContain('secret-of-upstream');
  });

  it('names a server that does not listen, by the words of the system', async () => {
    ward = await Neighbour.start('wards', scansSdl, scans);
    const { url } = ward;
    await ward.stop();

    expect(await checked(url)).toMatch(
      /no connection: connect ECONNREFUSED 127\.0\.0\.1:\d+\. Nothing listens there/,
    );
  });

  it('checks beside the others of the file, with the settings of its entry and further headers', async () => {
    const other = await Neighbour.start('scans', scansSdl, scans);
    ward = await Neighbour.start('wards', `${link('@key')} type Query { machines: [String!] }`, {});
    const file = join(folder, 'subgraphs.yaml');
    await writeFile(
      file,
      `subgraphs:
  - name: scans
    url: ${other.url}
  - name: gone
    url: http://127.0.0.1:1/
  - name: wards
    url: http://127.0.0.1:1/
    headers:
      Authorization: TOKEN
    mayExtend: [Query]
`,
    );
    const said = await checked(ward.url, { with: file, header: ['X-Of: check'] });

    expect(ward.lookedWith).toMatchObject({ authorization: 'Bearer abc', 'x-of': 'check' });
    expect(said).toContain('It is checked without gone: no connection: ');
    expect(said).toContain(`${ward.url} cannot be linked in:`);
    expect(said).toContain('Query.machines');
    expect(await checked(ward.url)).toContain(`${ward.url} can be linked in. It adds 1 field:`);
    ward.deploy(`${link('@key')} type Query { wards: [String!]! }`);
    expect(await checked(ward.url, { with: file })).toContain(
      `${ward.url} can be linked in beside scans. It adds 1 field:\n  + Query.wards\n  ! Query.wards is taken as [String!]`,
    );
    await other.stop();
  });
});
