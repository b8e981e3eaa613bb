/** A query answers as a table: what becomes a row, what becomes a column, and what is said about it. */
import { readXlsx } from 'hucre/xlsx';
import { parse } from 'csv-parse/sync';
import { describeOnEachDatabase } from '../../helpers/databases';
import type { PlainRecords } from '../../helpers/small-world';
import { Gateway, type Answer } from '../gateway';
import { asTable, type TableRequest } from './as-table';

const records: PlainRecords = {
  Institution: [
    { slug: 'aachen', name: { de: 'Klinikum Aachen' }, kind: 'UNIVERSITY_MEDICAL_CENTRE', city: 'Aachen' },
    { slug: 'marburg', name: { de: 'Klinikum "Marburg"' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
    { slug: 'ulm', name: { de: 'Klinikum Ulm, Süd' }, kind: 'UNIVERSITY_MEDICAL_CENTRE', city: 'Ulm' },
  ],
  Infrastructure: [
    { slug: 'naton', name: { en: 'NATON' }, acronym: 'NATON' },
    { slug: 'racoon', name: { en: 'RACOON' }, acronym: 'RACOON', modalities: ['IMAGING', 'BIOSIGNAL'] },
  ],
  Dataset: [{ slug: 'scans', name: { en: 'Scans' }, kind: 'REGISTRY', keywords: ['a | b', 'c'] }],
  Participation: [
    { institution: 'marburg', infrastructure: 'racoon', role: 'COORDINATES' },
    { institution: 'marburg', infrastructure: 'naton', role: 'PARTICIPATES' },
    { institution: 'ulm', infrastructure: 'naton', role: 'PARTICIPATES' },
  ],
};

describeOnEachDatabase('a table', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(dialect, records);
  });
  afterAll(() => gateway.end());

  const table = (query: string, request: TableRequest = {}): Promise<Answer> =>
    asTable(gateway, query, request);
  const rows = async (query: string, request?: TableRequest): Promise<string[][]> => {
    const answer = await table(query, request);
    expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
    return parse(answer.text);
  };
  const refusal = async (query: string, request?: TableRequest) => {
    const { status, json } = await table(query, request);
    const [error] = (json as { errors: { message: string; extensions: { code: string } }[] }).errors;
    return { status, code: error?.extensions.code, message: error?.message };
  };

  it('has a row for each record and a column for each value, in the order of the query', async () => {
    expect(await rows('{ institutions { nodes { slug city kind location { latitude } } } }')).toEqual([
      ['slug', 'city', 'kind', 'location.latitude'],
      ['aachen', 'Aachen', 'UNIVERSITY_MEDICAL_CENTRE', ''],
      ['marburg', '', 'UNIVERSITY_MEDICAL_CENTRE', ''],
      ['ulm', 'Ulm', 'UNIVERSITY_MEDICAL_CENTRE', ''],
    ]);
  });

  it('keeps a bar within a value apart from the one between values', async () => {
    expect(await rows('{ datasets { nodes { slug keywords } } }')).toEqual([
      ['slug', 'keywords'],
      ['scans', 'a \\| b | c'],
    ]);
  });

  it.each([
    'text/csv; charset=utf-8',
    'text/csv;header=present',
    'text/csv; header=absent; q=0.9, */*;q=0.1',
  ])('is what `Accept: %s` asks for', async (accept) => {
    const { status, headers } = await table('{ institutions { nodes { slug } } }', { accept });

    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
  });

  it('is written as RFC 4180 asks', async () => {
    const { text } = await table('{ institutions { nodes { slug name(language: DE) } } }');

    expect(text).toBe(
      'slug,name\r\naachen,Klinikum Aachen\r\nmarburg,"Klinikum ""Marburg"""\r\nulm,"Klinikum Ulm, Süd"\r\n',
    );
  });

  it('joins what a list within a record holds, place by place', async () => {
    const query = `{ institutions { nodes {
      slug
      participations { totalCount nodes { role infrastructure { acronym modalities } } }
    } } }`;

    expect(await rows(query)).toEqual([
      [
        'slug',
        'participations.totalCount',
        'participations.role',
        'participations.infrastructure.acronym',
        'participations.infrastructure.modalities',
      ],
      ['aachen', '0', '', '', ''],
      ['marburg', '2', 'PARTICIPATES | COORDINATES', 'NATON | RACOON', 'IMAGING | BIOSIGNAL'],
      ['ulm', '1', 'PARTICIPATES', 'NATON', ''],
    ]);
  });

  it('says in a cell that a list within a record goes on', async () => {
    const participations = 'nodes { infrastructure { acronym } }';
    const query = `{ institutions { nodes { slug
      head: participations(first: 1) { ${participations} }
      tail: participations(last: 1) { ${participations} }
    } } }`;

    expect((await rows(query)).slice(1)).toEqual([
      ['aachen', '', ''],
      ['marburg', 'NATON | …', 'RACOON | …'],
      ['ulm', 'NATON', 'NATON'],
    ]);
  });

  it('is made of the list below one record, with the values beside it in every row', async () => {
    const query = `query OfNaton { infrastructure(slug: "naton") {
      __typename acronym
      participations { totalCount nodes { institution { slug } } }
    } }`;

    const answer = await table(query);

    expect(answer.text).toBe('infrastructure.acronym,institution.slug\r\nNATON,marburg\r\nNATON,ulm\r\n');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="OfNaton-v1.csv"');
  });

  it('is made of edges as well as of nodes, by way of fragments and variables', async () => {
    const query = `query Edges($slug: String!, $first: Int = 20, $shown: Boolean = false) {
      node: infrastructure(slug: $slug) { ...People }
    }
    fragment People on Infrastructure { participations(first: $first) { totalCount ...Page } }
    fragment Page on ParticipationConnection { edges { node { role institution { ...Site } } } }
    fragment Site on Institution { slug name @include(if: $shown) __typename }`;

    expect(await rows(query, { variables: { slug: 'naton' } })).toEqual([
      ['node.role', 'node.institution.slug', 'node.institution.__typename'],
      ['PARTICIPATES', 'marburg', 'Institution'],
      ['PARTICIPATES', 'ulm', 'Institution'],
    ]);
  });

  it('has the columns of all types that a list may hold', async () => {
    const query = `{ infrastructure(slug: "naton") { links { nodes {
      kind
      ... on Participation { role }
      ... on Relation { relation: role }
      from { name }
    } } } }`;

    expect(await rows(query)).toEqual([
      ['kind', 'role', 'relation', 'from.name'],
      ['PARTICIPATION', 'PARTICIPATES', '', 'Klinikum "Marburg"'],
      ['PARTICIPATION', 'PARTICIPATES', '', 'Klinikum Ulm, Süd'],
    ]);
  });

  it('is made of a list without pages', async () => {
    const query = '{ catalogue { dataVersion counts { type count } } }';

    const [header, ...counts] = await rows(query);

    expect(header).toEqual(['catalogue.dataVersion', 'type', 'count']);
    expect(counts).toContainEqual(['1', 'Institution', '3']);
  });

  it('has its columns even where it has no rows', async () => {
    const none =
      '{ institutions(filter: { slug: { eq: "nowhere" } }) { nodes { slug participations { nodes { role } } } } }';

    expect((await table(none)).text).toBe('slug,participations.role\r\n');
    expect((await table(none, { format: 'ndjson' })).text).toBe('');
  });

  it('comes as lines of JSON, each record as the query shapes it', async () => {
    const query = '{ institutions(first: 2) { nodes { slug participations(first: 1) { nodes { role } } } } }';

    const { text, headers } = await table(query, { format: 'ndjson' });

    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { slug: 'aachen', participations: { nodes: [] } },
      { slug: 'marburg', participations: { nodes: [{ role: 'PARTICIPATES' }] } },
    ]);
  });

  it('comes as a workbook, in which numbers are numbers', async () => {
    const query = '{ institutions { nodes { slug city participations { totalCount } } } }';
    const address = new URLSearchParams({ query, format: 'xlsx' });

    const response = await fetch(`${gateway.url}/graphql?${address.toString()}`);

    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(response.headers.get('content-disposition')).toContain('institutions-v1.xlsx');
    expect(sheets[0]?.rows).toEqual([
      ['slug', 'city', 'participations.totalCount'],
      ['aachen', 'Aachen', 0],
      ['marburg', null, 2],
      ['ulm', 'Ulm', 1],
    ]);
  });

  it('says which version of the data it is of, how many records there are, and where it can be had again', async () => {
    const query = 'query Two { institutions(first: 2) { nodes { slug } } }';

    const { headers, text } = await table(query, { accept: 'text/csv', variables: { unused: 1 } });

    expect(headers.get('x-data-version')).toBe('1');
    expect(headers.get('x-total-count')).toBe('3');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('vary')).toContain('Accept');
    const again = await gateway.get(headers.get('content-location') ?? '');
    expect(again.text).toBe(text);
  });

  it('lets pages of other origins read what it says of itself', async () => {
    const { headers } = await table('{ institutions { nodes { slug } } }', { accept: 'text/csv' });

    const readable = headers.get('access-control-expose-headers')?.split(',') ?? [];
    const said = [
      'X-Request-Id',
      'Content-Disposition',
      'Content-Location',
      'X-Data-Version',
      'X-Total-Count',
    ];
    expect(readable).toEqual(expect.arrayContaining(said));
    expect(said.filter((each) => !headers.has(each))).toEqual([]);
  });

  it('has as many records as "first" says, and begins where "after" says', async () => {
    const { headers, text } = await table(
      '{ institutions(first: 1) { pageInfo { endCursor } edges { cursor } } }',
    );
    expect(headers.get('x-total-count')).toBe('3');
    const [, cursor = ''] = text.split('\r\n');

    const query = 'query ($from: String) { institutions(first: 1, after: $from) { nodes { slug } } }';

    expect(await rows(query, { variables: { from: cursor } })).toEqual([['slug'], ['marburg']]);
  });

  it('is asked for by Accept, while whoever takes anything gets JSON', async () => {
    const query = '{ institutions { nodes { slug } } }';
    const type = async (accept: string) =>
      (await table(query, { accept })).headers.get('content-type')?.split(';')[0];

    expect(await type('text/csv')).toBe('text/csv');
    expect(await type('application/x-ndjson, application/json;q=0.5')).toBe('application/x-ndjson');
    expect(await type('application/json, text/csv;q=0.5')).toBe('application/json');
    expect(await type('*/*')).toBe('application/json');
  });

  it('speaks the language of the client', async () => {
    const query = '{ infrastructures { nodes { slug } } }';

    const { headers } = await table(query, { language: 'de' });

    expect(headers.get('content-language')).toBe('de');
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  it.each([
    ['no list', '{ institution(slug: "ulm") { slug } }', 'asks for none'],
    [
      'several lists',
      '{ institutions { nodes { slug } } infrastructures { nodes { slug } } }',
      'several lists: "institutions", "infrastructures"',
    ],
    [
      'nodes and edges',
      '{ institutions { nodes { slug } edges { cursor } } }',
      'several lists: "institutions.nodes", "institutions.edges"',
    ],
    ['a list read from its end', '{ institutions(last: 2) { nodes { slug } } }', '"last" is 2'],
    [
      'more records than a table has',
      '{ institutions(first: 100001) { nodes { slug } } }',
      '"first" is 100001',
    ],
    ['less than one record', '{ institutions(first: 0) { nodes { slug } } }', '"first" is 0'],
    [
      'a cursor of another list',
      '{ institutions(after: "x") { nodes { slug } } }',
      '"after" ("x") is no cursor',
    ],
  ])('is not made of %s', async (_, query, message) => {
    expect(await refusal(query)).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(message) as string,
    });
  });

  it('is not made of the list of a record that does not exist', async () => {
    const query = '{ institution(slug: "nowhere") { participations { nodes { role } } } }';

    expect(await refusal(query)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each([
    ['cannot be parsed', '{ institutions {', 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', '{ institutions { nodes { nothing } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['lacks a variable', 'query ($n: Int!) { institutions(first: $n) { nodes { slug } } }', 'BAD_USER_INPUT'],
    ['has a fragment within itself', '{ ...F } fragment F on Query { ...F }', 'QUERY_TOO_COMPLEX'],
    [
      'names an operation that is not there',
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('is refused as JSON would be when the query %s', async (_, query, code) => {
    expect(await refusal(query)).toMatchObject({ status: 400, code });
  });

  it('needs a query and a format that there is', async () => {
    expect(await gateway.get('/graphql?format=csv')).toMatchObject({ status: 400 });
    const { status, text } = await table('{ institutions { nodes { slug } } }', { format: 'pdf' });
    expect([status, text]).toEqual([400, expect.stringContaining('it takes csv, ndjson, xlsx')]);
  });

  it('is one: an address with two formats is refused', async () => {
    const query = encodeURIComponent('{ institutions { nodes { slug } } }');
    const twice = await gateway.get(`/graphql?query=${query}&format=csv&format=xlsx`);

    expect([twice.status, twice.text]).toEqual([
      400,
      expect.stringContaining('The address has several values of'),
    ]);
  });

  it('is named among what a client can have that takes nothing of it', async () => {
    const { status, code, message } = await refusal('{ institutions { nodes { slug } } }', {
      accept: 'application/pdf',
    });

    expect([status, code]).toEqual([406, 'BAD_REQUEST']);
    for (const type of ['application/json', 'text/csv', 'application/x-ndjson', 'spreadsheetml.sheet'])
      expect(message).toContain(type);
  });
});
