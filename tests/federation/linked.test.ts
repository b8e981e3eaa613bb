/** Neighbours are linked into our graph: one query crosses to them and back. */
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { linked, scans, scansSdl, type Linked } from './linked-gateway';
import { Neighbour } from './neighbour';

describeOnEachDatabase('a neighbour that is linked in', (dialect) => {
  let racoon: Neighbour;
  let link: Linked;
  beforeAll(async () => {
    racoon = await Neighbour.start('scans', scansSdl, scans);
    link = await linked([racoon], { dialect });
  });
  afterAll(async () => {
    await link.end();
    await racoon.stop();
  });
  beforeEach(() => racoon.asked.splice(0));

  const ask = async (query: string, headers?: Record<string, string>) =>
    (await link.gateway.ask(query, headers)).json as { data: unknown; errors?: unknown[] };

  it('adds its fields to our records, and ours to its own, in one request', async () => {
    const { data, errors } = await ask(
      '{ infrastructures { nodes { slug scans machines { serial at { slug name infrastructures { totalCount } } } } } }',
    );

    expect(errors).toBeUndefined();
    const machines = [
      { serial: 'M1', at: { slug: 'marburg', name: 'Marburg', infrastructures: { totalCount: 1 } } },
    ];
    expect(data).toEqual({
      infrastructures: {
        nodes: [
          { slug: 'aktin', scans: 5, machines },
          { slug: 'racoon', scans: 6, machines },
        ],
      },
    });
    expect(racoon.asked).toHaveLength(1);
    expect(racoon.asked[0]?.variables).toEqual({
      representations: [
        { __typename: 'Infrastructure', slug: 'aktin' },
        { __typename: 'Infrastructure', slug: 'racoon' },
      ],
    });
  });

  it('does not see what is ours alone', async () => {
    const { data } = await ask(
      '{ institution(slug: "marburg") { name } catalogue { dataVersion } node(id: "aW5zdGl0dXRpb25zL21hcmJ1cmc") { id } }',
    );

    expect(data).toMatchObject({ institution: { name: 'Marburg' }, catalogue: { dataVersion: 1 }, node: {} });
    expect(racoon.asked).toEqual([]);
  });

  it('is told with what it adds, and how it is', async () => {
    await ask('{ machines { serial } }');

    const { data } = await ask(
      '{ subgraphs { name state since lastError { code } version contributes { type field } latencyMs { p50 p99 } } }',
    );

    expect(data).toEqual({
      subgraphs: [
        {
          name: 'scans',
          state: 'AVAILABLE',
          since: expect.stringMatching(/^\d{4}-/) as string,
          lastError: null,
          version: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
          contributes: [
            { type: 'Infrastructure', field: 'scans' },
            { type: 'Infrastructure', field: 'machines' },
            { type: 'Query', field: 'machines' },
            { type: 'Machine', field: 'serial' },
            { type: 'Machine', field: 'scans' },
            { type: 'Machine', field: 'at' },
          ],
          latencyMs: { p50: expect.any(Number) as number, p99: expect.any(Number) as number },
        },
      ],
    });
  });

  it('leaves the addresses of our records as they are', async () => {
    const { status, json } = await link.gateway.get('/institutions/marburg', {
      headers: { accept: 'application/json' },
    });

    expect(status).toBe(200);
    expect(json).toMatchObject({ data: { resource: { slug: 'marburg', name: 'Marburg' } } });
  });

  it('refers to a record that we do not have, which is null', async () => {
    racoon.fault = (response) =>
      response.end(
        '{"data":{"machines":[{"serial":"M2","at":{"__typename":"Institution","slug":"nowhere"}}]}}',
      );

    const answer = await ask('{ machines { serial at { name } } }');
    racoon.fault = null;

    expect(answer).toMatchObject({ data: { machines: [{ serial: 'M2', at: null }] } });
    expect(answer.errors).toBeUndefined();
  });

  it('refers to more of our records than are answered at once', async () => {
    const count = 2_300;
    racoon.fault = (response) =>
      response.end(
        JSON.stringify({
          data: {
            machines: Array.from({ length: count }, (_, index) => ({
              serial: index,
              at: { __typename: 'Institution', slug: index === count - 1 ? 'giessen' : `nowhere-${index}` },
            })),
          },
        }),
      );

    const { data, errors } = await ask('{ machines { at { name } } }');
    racoon.fault = null;

    expect(errors).toBeUndefined();
    expect((data as { machines: unknown[] }).machines[count - 1]).toEqual({ at: { name: 'Gießen' } });
  });

  it('costs what is asked of it', async () => {
    const { errors } = await ask(
      '{ infrastructures(first: 100) { nodes { machines { at { infrastructures(first: 100) { nodes { machines { at { infrastructures(first: 100) { nodes { scans } } } } } } } } } } }',
    );

    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(racoon.asked).toEqual([]);
  });

  it('costs more than what is ours, once for each place where it is asked', async () => {
    const costOf = async (query: string): Promise<number> => {
      const { json } = await link.gateway.ask(query);
      return (json as { extensions: { cost: { estimated: number } } }).extensions.cost.estimated;
    };
    const base = await costOf('{ infrastructures { nodes { slug acronym } } }');
    const hop = (await costOf('{ infrastructures { nodes { slug scans } } }')) - base;
    const two = await costOf('{ infrastructures { nodes { slug scans machines { serial } } } }');
    const back = await costOf('{ infrastructures { nodes { slug scans machines { serial at { name } } } } }');

    expect(hop).toBe(100);
    // Machines are asked for in the same question; each costs what a record does.
    expect(two - base - hop).toBeLessThan(100);
    expect(back - two).toBeGreaterThan(50);
    const asFragment = await costOf(
      'query Scans { infrastructures { nodes { slug ...Scans } } } fragment Scans on Infrastructure { scans }',
    );
    expect(asFragment).toBe(base + hop);
  });

  it('leaves our own refusals as they are', async () => {
    expect(await ask('{ infrastructures(first: -1) { nodes { scans } } }')).toMatchObject({
      errors: [{ path: ['infrastructures'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(
      await ask('{ institutions { nodes { infrastructures(asOf: "never") { totalCount } } } }'),
    ).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it('leaves us a subgraph of our own', async () => {
    const { data } = await ask(
      '{ _service { sdl } _entities(representations: [{ __typename: "Institution", slug: "marburg" }]) { ... on Institution { name } } }',
    );

    expect(data).toMatchObject({ _entities: [{ name: 'Marburg' }] });
    expect((data as { _service: { sdl: string } })._service.sdl).not.toContain('machines');
  });

  const marburg = 'representations: [{ __typename: "Institution", slug: "marburg" }]';
  const ofSubgraph = `_entities(${marburg}) { ... on Institution { name } }`;
  const entities = [{ name: 'Marburg' }];
  const machines = [{ serial: 'M1', scans: 7 }];

  it.each([
    ['by a fragment', `{ ...S } fragment S on Query { ${ofSubgraph} }`, { _entities: entities }],
    [
      'by an inline fragment',
      `{ ... on Query { ${ofSubgraph} } __typename }`,
      { _entities: entities, __typename: 'Query' },
    ],
    [
      'beside what others have, in the order asked',
      `{ machines { ...M } ours: ${ofSubgraph} institution(slug: "giessen") { name } } fragment M on Machine { serial scans }`,
      { machines, ours: entities, institution: { name: 'Gießen' } },
    ],
    [
      'beside others in one fragment',
      `query ($no: Boolean = false) { ...S } fragment S on Query { machines { serial scans } ${ofSubgraph} institution(slug: "giessen") @include(if: $no) { name } }`,
      { machines, _entities: entities },
    ],
    [
      'where a condition leaves it out',
      `query ($no: Boolean = false) { _entities(${marburg}) @include(if: $no) { __typename } machines { serial scans } }`,
      { machines },
    ],
    [
      'beside the schema',
      `{ __type(name: "Machine") { name } ${ofSubgraph} }`,
      { __type: { name: 'Machine' }, _entities: entities },
    ],
  ])('answers as a subgraph %s', async (_, query, expected) => {
    const { data, errors } = await ask(query);

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(JSON.stringify(expected));
  });

  it('tells what is wrong with one part of a query, and answers the other', async () => {
    const { data, errors } = await ask(
      '{ machines { serial } _entities(representations: [{ __typename: "Institution" }]) { __typename } }',
    );

    expect(data).toEqual({ machines: [{ serial: 'M1' }], _entities: [null] });
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('says that fields of others are not among our entities', async () => {
    const { data, errors } = await ask(
      '{ _entities(representations: [{ __typename: "Infrastructure", slug: "aktin" }]) { ... on Infrastructure { slug scans } } }',
    );

    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('Cannot query field "scans"') as string,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  it('changes its schema, and the gateway follows', async () => {
    racoon.deploy(scansSdl.replace('scans: Int machines', 'scans: Int films: Int machines'), {
      ...scans,
      Infrastructure: ({ slug }) => ({ __typename: 'Infrastructure', slug, films: 3 }),
    });

    await eventually(
      async () => JSON.stringify((await ask('{ infrastructure(slug: "aktin") { films } }')).data ?? null),
      '{"infrastructure":{"films":3}}',
    );
  });
});
