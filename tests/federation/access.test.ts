/** What a neighbour protects is never served to everybody: the gateway does not know its clients, so it refuses what it would have to enforce. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { ourPart } from '../../src/open-federation';
import { registry } from '../../src/registry';
import { readConfig } from '../../src/config';
import { getOrMake } from '../../src/maps';
import { readSupergraph } from '../../src/federation/gateway/supergraph';
import { checkSubgraph } from '../../src/federation/linking/check-subgraph';
import { Composer } from '../../src/federation/linking/compose';
import { startSupergraph } from '../../src/supergraph-app';
import { eventually } from '../helpers/eventually';
import { Gateway } from '../http/gateway';
import { linked, scans, scansSdl, world } from './linked-gateway';
import { Neighbour } from './neighbour';
import { smallPart } from './small-part';
import { supergraphOf } from './supergraph';

jest.setTimeout(120_000);

const federation = (version: string, ...imports: string[]): string =>
  `@link(url: "https://specs.apollo.dev/federation/${version}", import: ${JSON.stringify(['@key', ...imports])})`;

/** A subgraph whose scans are protected by what is written behind them. */
const protecting = (links: string, directive: string, more = ''): string =>
  `extend schema ${links} ${more}
   type Infrastructure @key(fields: "slug") { slug: String! scans: Int ${directive} }`;

const own = 'directive @restricted on FIELD_DEFINITION | OBJECT';

describe('a subgraph is refused whose SDL', () => {
  let composer: Composer;
  beforeAll(async () => {
    composer = await Composer.of(await smallPart());
  });
  const problemsOf = async (sdl: string): Promise<string> => {
    const verdict = await checkSubgraph({ name: 'theirs', sdl, mayExtend: null }, composer);
    return 'problems' in verdict ? verdict.problems.join('\n') : 'it can be linked in';
  };

  it.each([
    [
      'protects a field by @authenticated',
      protecting(federation('v2.5', '@authenticated'), '@authenticated'),
      'Infrastructure.scans has @authenticated,',
    ],
    [
      'protects a field by @requiresScopes',
      protecting(federation('v2.5', '@requiresScopes'), '@requiresScopes(scopes: [["read"]])'),
      'Infrastructure.scans has @requiresScopes,',
    ],
    [
      'protects a field by @policy',
      protecting(federation('v2.6', '@policy'), '@policy(policies: [["staff"]])'),
      'Infrastructure.scans has @policy,',
    ],
    [
      'imports the directive under another name',
      protecting(
        '@link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", { name: "@authenticated", as: "@staff" }])',
        '@staff',
      ),
      'Infrastructure.scans has @staff,',
    ],
    [
      'writes the full name of the directive',
      protecting(federation('v2.5'), '@federation__authenticated'),
      'Infrastructure.scans has @federation__authenticated,',
    ],
    [
      'links the federation under another name',
      protecting(
        '@link(url: "https://specs.apollo.dev/federation/v2.5", as: "fed", import: ["@key"])',
        '@fed__authenticated',
      ),
      'Infrastructure.scans has @fed__authenticated,',
    ],
    [
      'protects a field without linking anything',
      'directive @authenticated on FIELD_DEFINITION type Infrastructure @key(fields: "slug") { slug: String! scans: Int @authenticated }',
      'Infrastructure.scans has @authenticated,',
    ],
    [
      'protects a whole type',
      `extend schema ${federation('v2.5', '@authenticated')} type Query { scanners: [Scanner] } type Scanner @authenticated { id: ID! }`,
      'Scanner has @authenticated,',
    ],
    [
      'protects an extension of our type',
      `extend schema ${federation('v2.5', '@authenticated')} extend type Dataset @key(fields: "slug") @authenticated { slug: String! scans: Int }`,
      'Dataset has @authenticated,',
    ],
    [
      'protects an enum',
      `extend schema ${federation('v2.5', '@authenticated')} type Query { a: Secret } enum Secret @authenticated { A }`,
      'Secret has @authenticated,',
    ],
    [
      'protects a scalar and an interface',
      `extend schema ${federation('v2.5', '@authenticated')} type Query { a: Secret } scalar Secret @authenticated interface Kept @authenticated { a: Int }`,
      'Kept has @authenticated,',
    ],
    [
      'takes a value from the context',
      `extend schema ${federation('v2.8', '@context', '@fromContext')} type Query { a: Ward }
       type Ward @key(fields: "id") @context(name: "ward") { id: ID! name: String bed: Bed }
       type Bed @key(fields: "id") { id: ID! note(by: String @fromContext(field: "$ward { name }")): String }`,
      'Bed.note(by:) has @fromContext,',
    ],
    [
      'names a context',
      `extend schema ${federation('v2.8', '@context')} type Query { a: Ward } type Ward @key(fields: "id") @context(name: "ward") { id: ID! }`,
      'Ward has @context,',
    ],
    [
      'links a feature for security',
      `${protecting(federation('v2.3'), '@restricted', '@link(url: "https://example.org/access/v1.0", import: ["@restricted"], for: SECURITY)')} ${own}`,
      'The feature https://example.org/access/v1.0 is linked for SECURITY, and the gateway does not understand it. It stands at Infrastructure.scans.',
    ],
    [
      'links a feature for security under its own prefix',
      `${protecting(federation('v2.3'), '@lock__restricted', '@link(url: "https://example.org/access/v1.0", as: "lock", for: SECURITY)')} directive @lock__restricted on FIELD_DEFINITION`,
      'It stands at Infrastructure.scans.',
    ],
    [
      'links a feature for execution',
      protecting(federation('v2.3'), '', '@link(url: "https://example.org/delays/v1.0", for: EXECUTION)'),
      'The feature https://example.org/delays/v1.0 is linked for EXECUTION,',
    ],
    [
      'links a newer way of hiding',
      protecting(
        federation('v2.3'),
        '',
        '@link(url: "https://specs.apollo.dev/inaccessible/v0.9", for: SECURITY)',
      ),
      'The feature https://specs.apollo.dev/inaccessible/v0.9 is linked for SECURITY,',
    ],
    [
      'writes the host of the specification in capitals, with port and slashes',
      protecting(
        '@link(url: "https://SPECS.apollo.dev:443//federation/V2.6/", import: ["@key", { name: "@policy", as: "@mine" }])',
        '@mine(policies: [["staff"]])',
      ),
      'Infrastructure.scans has @mine,',
    ],
    [
      'has the specification from elsewhere',
      protecting(
        '@link(url: "https://mirror.example.org/federation/v2.6", import: ["@key", "@policy"])',
        '@policy(policies: [["staff"]])',
      ),
      'Infrastructure.scans has @policy,',
    ],
    [
      'has the directive from a feature of its own',
      `${protecting(
        federation('v2.3'),
        '@staff',
        '@link(url: "https://example.org/access/v1.0", import: [{ name: "@requiresScopes", as: "@staff" }])',
      )} directive @staff on FIELD_DEFINITION`,
      'Infrastructure.scans has @staff,',
    ],
    [
      'has two features that claim the name of the directive',
      protecting(
        '@link(url: "https://example.org/insurance/v1.0", import: ["@policy"])',
        '@policy(policies: [["staff"]])',
        federation('v2.6', '@policy'),
      ),
      'Infrastructure.scans has @policy,',
    ],
    [
      'protects an argument and a field of an input',
      `extend schema ${federation('v2.5')} directive @authenticated on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
       type Query { a(by: Int @authenticated, of: Of): Int } input Of { b: Int @authenticated }`,
      'Query.a(by:) has @authenticated,',
    ],
    [
      'protects an interface by scopes, and a scalar by a policy',
      `extend schema ${federation('v2.6', '@requiresScopes', '@policy')} type Query { a: Kept }
       interface Kept @requiresScopes(scopes: [["a"]]) { a: Day } scalar Day @policy(policies: [["b"]])`,
      'Kept has @requiresScopes,',
    ],
    [
      'protects the schema as a whole',
      'schema @authenticated { query: Query } directive @authenticated on SCHEMA type Query { a: Int }',
      'schema has @authenticated,',
    ],
    [
      'links a feature for security that only sounds like one of Apollo',
      protecting(federation('v2.3'), '', '@link(url: "https://example.org/join/v0.3", for: SECURITY)'),
      'The feature https://example.org/join/v0.3 is linked for SECURITY,',
    ],
    [
      'leaves its answers to connectors',
      protecting(
        federation('v2.3'),
        '@connect(source: "rest")',
        '@link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect", "@source"])',
      ),
      'The feature https://specs.apollo.dev/connect/v0.1 is linked, and the gateway does not understand it. It stands at Infrastructure.scans.',
    ],
    [
      'names the link itself otherwise',
      `extend schema @link(url: "https://specs.apollo.dev/link/v1.0", as: "uses") @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
         @uses(url: "https://example.org/access/v1.0", for: SECURITY)
       type Infrastructure @key(fields: "slug") { slug: String! scans: Int }`,
      'The feature https://example.org/access/v1.0 is linked for SECURITY,',
    ],
    [
      'names a feature by @core',
      `schema @core(feature: "https://specs.apollo.dev/core/v0.2") @core(feature: "https://example.org/access/v1.0", for: SECURITY) { query: Query }
       type Query { a: Int }`,
      'The feature https://example.org/access/v1.0 is linked for SECURITY,',
    ],
  ])('%s', async (_, sdl, problem) => {
    expect(await problemsOf(sdl)).toContain(problem);
  });

  it('but not one whose own directives have such names by chance, in a feature without a purpose', async () => {
    const sdl = `${protecting(
      federation('v2.3'),
      '@policy',
      '@link(url: "https://example.org/insurance/v1.0", import: ["@policy"])',
    )} directive @policy on FIELD_DEFINITION`;

    expect(await problemsOf(sdl)).toBe('it can be linked in');
  });
});

const open = scansSdl;
const closed = open
  .replace('v2.3', 'v2.5')
  .replace('["@key"]', '["@key","@authenticated"]')
  .replace('slug: String! scans: Int', 'slug: String! scans: Int @authenticated');
const question = '{ infrastructures { nodes { slug scans } } }';
const answered = {
  infrastructures: {
    nodes: [
      { slug: 'aktin', scans: 5 },
      { slug: 'racoon', scans: 6 },
    ],
  },
};
const dataOf = async (gateway: Gateway, query = question): Promise<unknown> =>
  ((await gateway.ask(query)).json as { data?: unknown }).data;

describe('a neighbour', () => {
  let racoon: Neighbour;
  afterEach(() => racoon.stop());

  it('that protects a field is not linked in, and the log names field and directive', async () => {
    racoon = await Neighbour.start('scans', closed, scans);
    const { gateway, end } = await linked([racoon]);

    expect((await gateway.ask(question)).status).toBe(400);
    expect(await dataOf(gateway, '{ subgraphs { name state } }')).toEqual({
      subgraphs: [{ name: 'scans', state: 'REFUSED' }],
    });
    const refusals = gateway.log.filter(({ msg }) => msg === 'A subgraph was not linked in');
    expect(JSON.stringify(refusals)).toContain('Infrastructure.scans has @authenticated');
    await end();
  });

  it('that protects what was open until now is taken out, and comes back when it opens it again', async () => {
    racoon = await Neighbour.start('scans', open, scans);
    const { gateway, end } = await linked([racoon]);
    expect(await dataOf(gateway)).toEqual(answered);

    racoon.deploy(closed);
    await eventually(async () => (await gateway.ask(question)).status, 400);
    expect((await gateway.ask('{ infrastructures { nodes { slug } } }')).status).toBe(200);

    racoon.deploy(open);
    await eventually(async () => JSON.stringify(await dataOf(gateway)), JSON.stringify(answered));
    await end();
  });

  it('that is down, and whose kept schema protects a field, is not linked in', async () => {
    racoon = await Neighbour.start('scans', open, scans);
    const { gateway, keptAt, environment, end } = await linked([racoon]);
    await gateway.stop();
    await racoon.stop();
    await mkdir(dirname(keptAt), { recursive: true });
    await writeFile(keptAt, JSON.stringify({ subgraphs: { scans: closed } }));

    await gateway.start(environment);

    expect((await gateway.ask(question)).status).toBe(400);
    const refusals = gateway.log.filter(({ msg }) => msg === 'A subgraph was not linked in');
    expect(JSON.stringify(refusals)).toContain('Infrastructure.scans has @authenticated');
    await end();
  });
});

describe('a supergraph composed elsewhere', () => {
  let racoon: Neighbour;
  let folder: string;
  let file: string;
  /** By their SDL: composing all of ours takes a second. */
  const supergraphs = new Map<string, string>();
  const anywhere = 'https://scans.example.org/graphql';
  const composed = async (sdl: string): Promise<string> => {
    const { name, sdl: ours } = await ourPart(registry);
    const supergraph = getOrMake(supergraphs, sdl, () =>
      supergraphOf([
        { name, sdl: ours, url: 'https://num.example.org/graphql' },
        { name: 'scans', sdl, url: anywhere },
      ]),
    );
    return supergraph.replaceAll(anywhere, racoon.url);
  };
  beforeEach(async () => {
    racoon = await Neighbour.start('scans', open, scans);
    folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
    file = join(folder, 'supergraph.graphql');
  });
  afterEach(async () => {
    await racoon.stop();
    await rm(folder, { recursive: true });
  });

  it('that protects a field stops the start, even where one without was kept', async () => {
    const environment = { SUPERGRAPH_FILE: file, SUPERGRAPH_KEPT_AT: join(folder, 'kept.json') };
    await writeFile(file, await composed(open));
    const gateway = await Gateway.over('sqlite', world, {}, environment);
    expect(await dataOf(gateway)).toEqual(answered);
    await gateway.stop();
    await writeFile(file, await composed(closed));

    await expect(gateway.start(environment)).rejects.toThrow(
      /cannot be used: .*Infrastructure\.scans has @authenticated,/,
    );
    await writeFile(file, await composed(open));
    await gateway.start(environment);
    expect(await dataOf(gateway)).toEqual(answered);
    await gateway.end();
  });

  it('that protects from now on what was open leaves our own part alone, until it can be used again', async () => {
    await writeFile(file, await composed(open));
    const gateway = await Gateway.over(
      'sqlite',
      world,
      {},
      { SUPERGRAPH_FILE: file, SUBGRAPHS_POLL_MS: '100', SUPERGRAPH_KEPT_AT: join(folder, 'kept.json') },
    );
    expect(await dataOf(gateway)).toEqual(answered);

    await writeFile(file, await composed(closed));
    await eventually(async () => (await gateway.ask(question)).status, 400);
    expect((await gateway.ask('{ infrastructures { nodes { slug } } }')).status).toBe(200);

    await writeFile(file, await composed(open));
    await eventually(async () => JSON.stringify(await dataOf(gateway)), JSON.stringify(answered));
    await gateway.end();
  });

  it('without our part is closed as a whole then, and stops the start', async () => {
    const machines = `extend schema ${federation('v2.5', '@authenticated')} type Query { machines: [Machine!] } type Machine { serial: ID! scans: Int }`;
    const alone = (sdl: string) => supergraphOf([{ name: 'scans', sdl, url: racoon.url }]);
    const hidden = alone(machines.replace('scans: Int', 'scans: Int @authenticated'));
    const config = readConfig({ PORT: '0' });
    const log = pino({ level: 'silent' });
    await writeFile(file, alone(machines));
    const app = await startSupergraph(file, config, { log });
    const ask = async () => {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ machines { scans } }"}',
      });
      return { status: response.status, json: (await response.json()) as unknown };
    };
    expect(await ask()).toMatchObject({ status: 200, json: { data: { machines: [{ scans: 7 }] } } });

    await writeFile(file, hidden);
    await app.reload();
    expect(await ask()).toMatchObject({
      status: 503,
      json: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
    });

    await writeFile(file, alone(machines));
    await app.reload();
    expect((await ask()).status).toBe(200);
    await app.stop();

    await writeFile(file, hidden);
    await expect(startSupergraph(file, config, { log })).rejects.toThrow(
      /Machine\.scans has @authenticated,/,
    );
  });

  it.each([
    ['protects a field', 'name: "policy", args: { policies: [["staff"]] }', 'Query.secret has @policy,'],
    [
      'protects a field under another name',
      'name: "fed__authenticated"',
      'Query.secret has @fed__authenticated,',
    ],
    ['leaves a field to connectors', 'name: "connect"', 'It stands at Query.secret.'],
  ])('is refused that keeps of a subgraph what %s', (_, kept, problem) => {
    const join = (args: string) => `@join__directive(graphs: [SCANS], ${args})`;
    const links = [
      'url: "https://specs.apollo.dev/federation/v2.6", as: "fed"',
      'url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect"]',
    ].map((args) => join(`name: "link", args: { ${args} }`));
    const sdl = supergraphOf([
      { name: 'scans', sdl: 'type Query { machines: Int secret: Int }', url: racoon.url },
    ])
      .replace(/^schema/m, `schema ${links.join(' ')}`)
      .replace('secret: Int', `secret: Int ${join(kept)}`);

    expect(() => readSupergraph(sdl)).toThrow(problem);
  });

  it.each([
    ['imports the directive by another name', 'import: [{ name: "@inaccessible", as: "@hidden" }]'],
    ['links the feature by @core', 'as: "hidden"'],
  ])('is refused that hides a field in a way that is not recognised: it %s', (_, how) => {
    const sdl = supergraphOf([
      { name: 'scans', sdl: 'type Query { machines: Int secret: Int }', url: racoon.url },
    ]);
    const link = `(${how.startsWith('as') ? 'feature' : 'url'}: "https://specs.apollo.dev/inaccessible/v0.2", ${how}, for: SECURITY)`;
    const renamed = sdl
      .replace(/^schema/m, `schema @${how.startsWith('as') ? 'core' : 'link'}${link}`)
      .replace('secret: Int', 'secret: Int @hidden')
      .concat('\ndirective @hidden on FIELD_DEFINITION');

    expect(() => readSupergraph(renamed)).toThrow(
      'Query.secret is hidden by "@hidden", which is not recognised.',
    );
  });

  it('is served with a field that is hidden under the name that the link gives', () => {
    const sdl = supergraphOf([
      { name: 'scans', sdl: 'type Query { machines: Int secret: Int }', url: racoon.url },
    ]);
    const renamed = sdl
      .replace(
        /^schema/m,
        'schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", as: "hidden", for: SECURITY)',
      )
      .replace('secret: Int', 'secret: Int @hidden');

    expect(Object.keys(readSupergraph(renamed).publicSchema.getQueryType()?.getFields() ?? {})).toEqual([
      'machines',
    ]);
  });
});
