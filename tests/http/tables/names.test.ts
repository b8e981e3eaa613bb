/** Whatever a client calls things in its query, and whatever its library adds to it, the query answers as a table. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describeOnEachDatabase } from '../../helpers/databases';
import { runs } from '../../helpers/property-runs';
import type { PlainRecords } from '../../helpers/small-world';
import { Gateway } from '../gateway';
import { asTable, type TableRequest } from './as-table';

const kind = 'UNIVERSITY_MEDICAL_CENTRE';
const records: PlainRecords = {
  Institution: [
    { slug: 'aachen', name: { de: 'Klinikum Aachen' }, kind },
    { slug: 'marburg', name: { de: 'Klinikum Marburg' }, kind },
    { slug: 'ulm', name: { de: 'Klinikum Ulm' }, kind },
  ],
  Infrastructure: [
    { slug: 'naton', name: { en: 'NATON' }, acronym: 'NATON' },
    { slug: 'racoon', name: { en: 'RACOON' }, acronym: 'RACOON' },
  ],
  Participation: [
    { institution: 'marburg', infrastructure: 'racoon', role: 'COORDINATES' },
    { institution: 'marburg', infrastructure: 'naton', role: 'PARTICIPATES' },
    { institution: 'ulm', infrastructure: 'naton', role: 'PARTICIPATES' },
  ],
};

/** Names that the query of a page may have of its own, or once had. */
const names = [
  ...['_first', '_after', '_page', '_count', '_rest', '_rest_more_paths', '_table', '_tables', '_table1'],
  ...['first', 'after', 'page', 'count', 'rest', 'more_nodes', 'all_nodes'].flatMap((name) => [
    `_table_${name}`,
    `_table1_${name}`,
  ]),
];

describeOnEachDatabase('a table of a query with names of its own', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(
      dialect,
      records,
      {},
      { MAX_COST_PER_MINUTE: '2000000000', MAX_TABLE_COST_PER_MINUTE: '2000000000' },
    );
  });
  afterAll(() => gateway.end());

  const answered = async (query: string, request?: TableRequest): Promise<string> => {
    const { status, text } = await asTable(gateway, query, request);
    expect([status, text]).toEqual([200, expect.anything()]);
    return text;
  };
  const rows = async (query: string, request?: TableRequest): Promise<string[][]> =>
    parse(await answered(query, request));
  const lines = async (query: string, request: TableRequest = {}): Promise<unknown[]> =>
    (await answered(query, { ...request, format: 'ndjson' }))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  const refusal = async (query: string, request?: TableRequest) => {
    const { status, json } = await asTable(gateway, query, request);
    const [error] = (json as { errors: { message: string; locations?: unknown; path?: unknown }[] }).errors;
    return { status, ...error };
  };

  describe('with __typename in each selection, as urql, Apollo Client and code generators write it', () => {
    const everywhere = `{
      __typename
      institutions(first: 2) {
        __typename
        nodes {
          __typename slug
          participations(first: 1) {
            __typename
            edges { __typename node { __typename role } }
            pageInfo { __typename hasNextPage }
          }
        }
      }
    }`;

    it('has columns for the types of records only, as CSV', async () => {
      expect(await rows(everywhere)).toEqual([
        [
          '__typename',
          'slug',
          'participations.node.__typename',
          'participations.node.role',
          'participations.pageInfo.hasNextPage',
        ],
        ['Institution', 'aachen', '', '', 'false'],
        ['Institution', 'marburg', 'Participation | …', 'PARTICIPATES | …', 'true'],
      ]);
    });

    it('leaves nothing out as lines of JSON, in which nothing can collide', async () => {
      const { json } = await gateway.ask(everywhere);

      const { data } = json as { data: { institutions: { nodes: unknown[] } } };
      expect(await lines(everywhere)).toEqual(data.institutions.nodes);
    });

    it('counts fragments and aliases of it alike', async () => {
      const query = `{
        page: institutions(first: 1) { type: __typename edges { ...E } }
      }
      fragment E on InstitutionEdge { type: __typename cursor @skip(if: true) node { type: __typename ...I } }
      fragment I on Institution { participations { of: __typename nodes { of: __typename } } }`;

      expect(await rows(query)).toEqual([
        ['node.type', 'node.participations.of'],
        ['Institution', ''],
      ]);
    });
  });

  describe('with two values that would have one short name', () => {
    it.each([
      [
        'what a list says of itself, and what its records say',
        '{ institutions(first: 2, after: null) { nodes { participations { totalCount nodes { totalCount: role } } } } }',
        ['participations.totalCount', 'participations.nodes.totalCount'],
        ['0', ''],
      ],
      [
        'the records of a list under two names',
        '{ institutions { nodes { participations { a: nodes { role } b: nodes { role } } } } }',
        ['participations.a.role', 'participations.b.role'],
        ['', ''],
      ],
      [
        'a value beside the list, and the same one within it',
        '{ infrastructure(slug: "naton") { acronym participations { nodes { role infrastructure { acronym } } } } }',
        ['infrastructure.acronym', 'role', 'infrastructure.participations.nodes.infrastructure.acronym'],
        ['NATON', 'PARTICIPATES', 'NATON'],
      ],
      [
        'names that take after the longer ones',
        `{ institutions { nodes {
          participations { totalCount nodes { totalCount: role } edges { totalCount: cursor @include(if: false) nodes: node { totalCount: role } } }
        } } }`,
        [
          'participations.totalCount',
          'institutions.nodes.participations.nodes.totalCount',
          'participations.edges.nodes.totalCount',
        ],
        ['0', '', ''],
      ],
    ])('has both: %s', async (_, query, header, first) => {
      const [names_, row] = await rows(query);

      expect([names_, row]).toEqual([header, first]);
      expect((await lines(query)).length).toBeGreaterThan(0);
    });
  });

  describe('with names that the gateway might add', () => {
    it.each([
      [
        'a variable',
        'query ($_after: String) { institutions(first: 2) { nodes { slug participations(first: 1, after: $_after) { nodes { role } } } } }',
      ],
      [
        'an alias',
        '{ institutions(first: 2) { nodes { slug _rest: participations(first: 1) { _rest: totalCount nodes { role } } } } }',
      ],
      [
        'a fragment and an operation',
        'query _table_first { institutions(first: 2) { ..._table_after } } fragment _table_after on InstitutionConnection { nodes { slug } }',
      ],
    ])('is a table all the same: %s', async (_, query) => {
      const { json } = await gateway.ask(query);
      const { data } = json as { data: { institutions: { nodes: { slug: string }[] } } };

      expect(await lines(query)).toEqual(data.institutions.nodes);
      expect((await rows(query)).slice(1).map(([slug]) => slug)).toEqual(['aachen', 'marburg']);
    });

    it('has what JSON has, for any names', async () => {
      const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 8, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(some, async ([first, after, list, count, inner, page, fragment, operation]) => {
          const query = `query ${operation}($${first}: Int, $${after}: String) {
            ${list}: institutions(first: $${first}, after: $${after}, orderBy: [{ field: SLUG }]) {
              ${count}: totalCount ${page}: pageInfo { hasNextPage }
              nodes { slug ...${fragment} }
            }
          }
          fragment ${fragment} on Institution {
            ${inner}: participations(first: 1, after: $${after}) { ${count}: totalCount ${page}: pageInfo { ${inner}: hasNextPage } nodes { ${list}: role } }
          }`;
          const variables = { [first ?? '']: 2 };
          const { json } = await gateway.get('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables }),
          });
          const { data } = json as { data: Record<string, { nodes: { slug: string }[] }> };
          const nodes = data[list ?? '']?.nodes ?? [];
          expect(nodes).toHaveLength(2);

          expect(await lines(query, { variables })).toEqual(nodes);
          const [header, ...cells] = await rows(query, { variables });
          expect(header).toEqual([
            'slug',
            `${inner}.${count}`,
            `${inner}.${page}.${inner}`,
            `${inner}.${list}`,
          ]);
          expect(cells.map(([slug]) => slug)).toEqual(nodes.map(({ slug }) => slug));
        }),
        { numRuns: runs(30) },
      );
    });
  });

  it.each(['csv', 'xlsx'])('is refused where it would have no column, as %s', async (format) => {
    for (const query of [
      '{ institutions { nodes { slug @skip(if: true) } } }',
      '{ institutions { __typename edges { __typename } } }',
      '{ institutions { nodes { participations { __typename } } } }',
    ])
      expect(await refusal(query, { format })).toMatchObject({
        status: 400,
        extensions: { code: 'BAD_USER_INPUT' },
        message: expect.stringMatching(
          /The table would have no column.*"institutions\.(nodes|edges)"/,
        ) as string,
      });
  });

  it('has a name that is no part of a text like _x0041_, in a workbook too', async () => {
    const address = new URLSearchParams({
      query: '{ institutions(first: 1) { nodes { _x0041_: slug } } }',
      format: 'xlsx',
    });
    const response = await fetch(`${gateway.url}/graphql?${address.toString()}`);

    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(sheets[0]?.rows).toEqual([['_x0041_'], ['aachen']]);
  });

  it('tells what is wrong at its place in the text that the client wrote', async () => {
    const query = `
      query Wrong(
        $from: String
      ) {
        institutions(first: 2) {
          nodes { slug }
          nodes {
            ...Links
          }
        }
      }
      fragment Links on Institution {
        participations(first: 1, after: $from) {
          nodes { role }
        }
      }`;
    const asked = await gateway.get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { from: 'nowhere' } }),
    });
    const [error] = (asked.json as { errors: { locations: unknown; path: unknown }[] }).errors;

    const refused = await refusal(query, { variables: { from: 'nowhere' } });

    expect(refused.message).toContain('"after" ("nowhere") is no cursor');
    expect([refused.locations, refused.path]).toEqual([error?.locations, error?.path]);
  });
});
