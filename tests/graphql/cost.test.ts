/** What a query costs, and which documents are refused before anything else reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import { readConfig } from '../../src/config';
import { estimate, type GraphQLParams } from '../../src/graphql/cost/estimate';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import type { SizeOf } from '../../src/query/sizes';
import { registry } from '../helpers/small-world';

const { limits } = readConfig({});
let schema: GraphQLSchema;

beforeAll(async () => {
  ({ schema } = await catalogueSubgraph(registry));
});

const noRecords: SizeOf = () => 0;
const manyDatasets: SizeOf = (type) => (type === 'Dataset' ? 100_000 : 0);

const costOf = (query: string, rest: Omit<GraphQLParams, 'query'> = {}, sizeOf = noRecords) =>
  estimate({ query, ...rest }, { schema, limits, sizeOf }).cost.estimated;
const refusalOf = (query: string, sizeOf = noRecords) =>
  estimate({ query }, { schema, limits, sizeOf }).refusal?.message;

const list = 50;

it('counts a look-up as one record, and each value of it as a tenth', () => {
  expect(costOf('{ institution(slug: "marburg") { slug name } }')).toBe(2);
});

it('counts an entity as a record, a statement for each type, and multiplies what stands below', () => {
  const entities = (representations: unknown[], fields: string) =>
    costOf(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Institution { ${fields} } ... on Dataset { slug } } }`,
      { variables: { r: representations } },
    );
  const sites = (count: number) =>
    Array.from({ length: count }, () => ({ __typename: 'Institution', slug: 'marburg' }));
  const statement = 50;

  expect(entities(sites(10), 'name')).toBe(statement + 10 * 1.2);
  expect(entities([...sites(10), { __typename: 'Dataset', slug: 'x' }], 'name')).toBe(
    Math.ceil(2 * statement + 11 * 1.2),
  );
  expect(entities(sites(1_000), 'name')).toBeLessThan(limits.cost);
  expect(entities(sites(100), 'participations { nodes { id } }')).toBe(
    Math.ceil(statement + list + 100 * (1 + 0.1 + 1 + 20 * 1.1)),
  );
  expect(
    costOf(
      '{ _entities(representations: [{__typename: "Dataset"}, {__typename: "Dataset"}]) { __typename } }',
    ),
  ).toBe(Math.ceil(statement + 2 * 1.1));
  expect(costOf('{ _service { sdl } }')).toBe(Math.ceil(3 * statement + 1.1));
});

it('counts a statement for each count of the ends of links, and three for what sources say of a list', () => {
  const plain = costOf('{ participations { pageInfo { hasNextPage } } }');
  const above = (fields: string) =>
    costOf(`{ participations { pageInfo { hasNextPage } ${fields} } }`) - plain;
  const statement = 50;

  expect(above('institutionCount')).toBeCloseTo(statement, -1);
  expect(above('institutionCount infrastructureCount')).toBeCloseTo(2 * statement, -1);
  expect(above('completeness { status statedCount }')).toBeCloseTo(3 * statement, -1);
});

it('multiplies pages that are nested', () => {
  const sites = (first: number, nested: number) =>
    costOf(
      `{ institutions(first: ${first}) { nodes { participations(first: ${nested}) { nodes { id } } } } }`,
    );

  // The connection, ten sites, the connection of each with five participations of one value.
  expect(sites(10, 5)).toBe(2 * list + 1 + 10 * (1 + 1 + 5 * 1.1));
  expect(sites(100, 100)).toBeGreaterThan(limits.cost);
});

it.each([
  ['without an argument', '{ contacts { nodes { id } } }', {}, 20],
  ['by last', '{ contacts(last: 30) { nodes { id } } }', {}, 30],
  ['by a variable', 'query ($n: Int) { contacts(first: $n) { nodes { id } } }', { n: 40 }, 40],
  ['by the default of a variable', 'query ($n: Int = 50) { contacts(first: $n) { nodes { id } } }', {}, 50],
  [
    'by a variable that is null',
    'query ($n: Int = 50) { contacts(first: $n) { nodes { id } } }',
    { n: null },
    20,
  ],
  ['beyond what a page holds', '{ contacts(first: 2000000000) { nodes { id } } }', {}, 100],
  ['below what a page holds', '{ contacts(first: -5) { nodes { id } } }', {}, 1],
])('takes the size of a page that is asked for %s', (_how, query, variables, size) => {
  expect(costOf(query, { variables })).toBe(Math.ceil(list + 1 + size * 1.1));
});

it.each([
  [
    'paths',
    'paths(from: { id: "a" }, to: { id: "b" }, maxLength: 6, first: 10) { paths { steps { link { id } } } }',
    1000 + 10 * (2 + 6 * 2.1),
  ],
  [
    'paths by default',
    'paths(from: { id: "a" }, to: { id: "b" }) { paths { steps { link { id } } } }',
    1000 + 20 * (2 + 4 * 2.1),
  ],
  [
    'a neighbourhood',
    'neighbourhood(of: { id: "a" }, first: 30) { nodes { record { id } } links { id } }',
    1000 + 1 + 30 * 2.1 + 120 * 1.1,
  ],
  [
    'a neighbourhood in a fragment',
    'neighbourhood(of: { id: "a" }, first: 30) { ...Nodes }',
    1000 + 1 + 30 * 1.1,
  ],
  [
    'a matrix',
    'matrix(link: AWARD, first: 1000) { cells { row { id } links { id } } }',
    500 + 1 + 1000 * (1 + 1.1 + 1.1),
  ],
  ['beyond what is answered', 'matrix(link: AWARD, first: 2000000000) { rows { id } }', 500 + 1 + 1000 * 1.1],
])('counts %s by the arguments that bound it', (_what, field, cost) => {
  const fragment = field.includes('...Nodes') ? 'fragment Nodes on Graph { nodes { distance } }' : '';
  expect(costOf(`{ ${field} } ${fragment}`)).toBe(Math.ceil(cost));
});

it('counts as many groups as are asked for, with two values each, and a statement for all of them', () => {
  const groups = (first: string) =>
    costOf(`{ contacts { aggregate(by: [INSTITUTION]${first}) { groups { keys { value } count } } } }`);

  // The connection, the aggregate by one field, and its groups, each with two keys of one value and a count.
  const cost = (count: number) => Math.ceil(2 * list + 1 + 1 + count * (1 + 2 * 1.1 + 0.1));
  expect([groups(''), groups(', first: 10'), groups(', first: 2000000')]).toEqual([
    cost(20),
    cost(10),
    cost(500),
  ]);
});

it('counts as many values of facets as are asked for, each with its record, for each of the fields', () => {
  const facets = (first: string) =>
    costOf(`{ contacts { facets(by: [INSTITUTION]${first}) { buckets { count record { id } } } } }`);

  // The connection, the facet, and its buckets, each with a count and a record of one value.
  const cost = (count: number) => Math.ceil(2 * list + 1 + 1 + count * (1 + 0.1 + 1.1));
  expect([facets(''), facets(', first: 10'), facets(', first: 2000000')]).toEqual([
    cost(20),
    cost(10),
    cost(100),
  ]);
  const by = (fields: string) =>
    costOf(`{ institutions { facets(by: [${fields}]) { buckets { record { id } } } } }`);
  expect(by('STATE, KIND') - by('KIND')).toBe(Math.ceil(list + 1 + 20 * 2.1));
});

it('counts as many covered records as are asked for', () => {
  const covered = (first: string) =>
    costOf(`{ coverage(requires: { states: [HESSE] }${first}) { full { mayMeetAll } } }`);

  expect([covered(''), covered(', first: 100')]).toEqual(
    [2, 10].map((tens) => Math.ceil(500 + 1 + tens * 11)),
  );
});

it('counts what the filter of covered records looks at', () => {
  const covered = (filter: string) =>
    costOf(`{ coverage(requires: { states: [HESSE] }${filter}) { fullCount } }`, {}, manyDatasets);
  const ofDatasets =
    ', filter: { provisions: { some: { offer: { dataset: { name: { contains: "a" } } } } } }';

  expect(covered('')).toBeLessThan(510);
  expect(covered(ofDatasets)).toBeGreaterThan(covered('') + 100);
});

it('counts a fragment for each use, with the page on which it stands', () => {
  const fragment = 'fragment Page on ContactConnection { nodes { id } }';
  const both = `{ a: contacts(first: 10) { ...Page } b: contacts(first: 30) { ...Page } } ${fragment}`;

  expect(costOf(both)).toBe(2 * (list + 1) + 40 * 1.1);
});

it('counts a search by its words, wherever the text stands, and again for whatever else is asked of the list', () => {
  const plain = '{ datasets { nodes { id } } }';
  const search = (text: string, more = '') =>
    costOf(`{ datasets(search: "${text}") { nodes { id } ${more} } }`, {}, manyDatasets) - costOf(plain);
  // Looking up the words, and going through the list; then 5 for each 1,000 records and each word.
  const [lookUp, page, count, word] = [3 * list, 1_000, 500, 500];

  expect(search('a')).toBe(lookUp + page + word);
  expect(search('a b c')).toBe(lookUp + page + 3 * word);
  expect(search('a b', 'totalCount')).toBeCloseTo(lookUp + page + count + 4 * word + list, -1);
  expect(search('a '.repeat(400))).toBe(lookUp + page + 12 * word);
  expect(search(' ')).toBe(page);
  expect(
    costOf('query ($text: String!) { search(text: $text) { nodes { id } } }', { variables: { text: 'a b' } }),
  ).toBe(costOf(plain) + lookUp);
});

it('counts what @skip and @include leave out, as their variables may change', () => {
  const query = 'query ($no: Boolean = false) { contacts @include(if: $no) { nodes { id } } }';

  expect(costOf(query)).toBe(list + 1 + 22);
});

describe('where there are many records', () => {
  const costAmongMany = (query: string) => costOf(query, {}, manyDatasets);
  const dearer = (query: string) => costOf(query, {}, manyDatasets) - costOf(query);

  it('takes a plain page for what it holds, as no more is read', () => {
    expect(dearer('{ datasets { nodes { id } } }')).toBe(0);
  });

  it.each([
    ['an order', '{ datasets(orderBy: [{ field: NAME }]) { nodes { id } } }'],
    ['a filter', '{ datasets(filter: { name: { contains: "a" } }) { nodes { id } } }'],
    ['a filter in a variable', 'query ($f: DatasetFilter) { datasets(filter: $f) { nodes { id } } }'],
    ['a count', '{ datasets { totalCount } }'],
    ['a facet', '{ datasets { facets(by: [KIND]) { missing } } }'],
    ['what sources say of it', '{ datasets { completeness { status } } }'],
    ['a list below records', '{ infrastructures { nodes { datasets { nodes { id } } } } }'],
  ])('makes %s dearer, which goes through them', (_what, query) => {
    const variables = { f: { name: { contains: 'a' } } };

    expect(costOf(query, { variables }, manyDatasets) - costOf(query, { variables })).toBeGreaterThanOrEqual(
      300,
    );
  });

  it('pays for each condition, each facet, and an order below records', () => {
    const filter = (count: number) =>
      `{ datasets(filter: { or: [${'{ name: { contains: "a" } }'.repeat(count)}] }) { totalCount } }`;
    const facets = (by: string) => `{ datasets { facets(by: [${by}]) { missing } } }`;
    const below = (args: string) => `{ infrastructures { nodes { datasets${args} { nodes { id } } } } }`;

    // Texts are taken apart by their languages.
    expect(dearer(filter(6)) - dearer(filter(3))).toBe(2 * 3 * 2 * 300);
    expect(dearer(facets('KIND, ACCESS_RIGHTS'))).toBe(2 * dearer(facets('KIND')));
    expect(dearer(below('(orderBy: [{ field: NAME }])'))).toBeGreaterThan(4 * dearer(below('')));
  });

  it('pays for the records that a condition reaches over links, in few as in many', () => {
    const reaching =
      '{ infrastructures(filter: { datasets: { some: { name: { contains: "a" } } } }) { nodes { id } } }';
    const near = '{ infrastructures(filter: { name: { contains: "a" } }) { nodes { id } } }';

    // The step, and the text of the records at their other end; that one of several meets it costs a quarter more.
    expect(dearer(reaching)).toBe((3 + 2) * 300 * 1.25);
    expect(dearer(near)).toBe(0);
  });

  it('pays for the links that lead there, and for the records that a reference leads to', () => {
    const manyLinks: SizeOf = (name) => (name === 'Infrastructure.datasets' ? 150_000 : 0);
    const linked = '{ infrastructures(filter: { datasets: { none: {} } }) { nodes { id } } }';
    const referring = '{ distributions(filter: { dataset: { slug: { eq: "a" } } }) { nodes { id } } }';

    expect(costOf(linked, {}, manyLinks) - costOf(linked)).toBe(450);
    expect(costOf(linked, {}, (name) => 10 * manyLinks(name)) - costOf(linked)).toBe(900);
    expect(dearer(referring)).toBe((3 + 1) * 300);
  });

  it('pays for what a search finds in other classes', () => {
    const manyResources: SizeOf = (name) => (name === 'Resource' ? 100_000 : 0);
    const found = '{ services(search: "sepsis cohort") { nodes { id } } }';

    expect(costOf(found, {}, manyResources) - costOf(found)).toBe(2 * 220);
  });

  it.each(['hasAny', 'hasAll'])('pays for the values of %s: many are more than one', (operator) => {
    const filter = (count: number) =>
      costAmongMany(
        `{ datasets(filter: { keywords: { ${operator}: [${'"a" '.repeat(count)}] } }) { totalCount } }`,
      );

    expect(filter(8)).toBeGreaterThan(filter(1));
    expect(filter(9)).toBeGreaterThan(filter(8));
    expect(filter(900)).toBeGreaterThan(filter(9));
    expect(filter(1)).toBeGreaterThan(costAmongMany('{ datasets { totalCount } }'));
  });

  it.each([
    ['a text', 'slug', ''],
    ['an identifier', 'identifier', ', scheme: DOI'],
    ['a number', 'numberOfRecords', ''],
  ])('pays for the values among which %s is', (_what, field, more) => {
    const values = (count: number) => (field === 'numberOfRecords' ? '1 ' : '"a" ').repeat(count);
    const filter = (count: number) =>
      costOf(
        `{ datasets(filter: { ${field}: { in: [${values(count)}]${more} } }) { totalCount } }`,
        {},
        manyDatasets,
      );

    expect(filter(900)).toBeGreaterThan(filter(1));
  });

  it('pays for the links by which a list of few is counted, and for the pairs of what two fields hold', () => {
    const counted = (field: string, sizeOf = manyDatasets) =>
      costOf(`{ institutions { ${field} } }`, {}, sizeOf);
    const facets = (by: string) => `facets(by: [${by}]) { distinct }`;
    const groups = (by: string) => `aggregate(by: [${by}], first: 1) { groupCount }`;
    // A thousand links cost 22, as do pairs; and each group of its own as much and a fifth.
    expect(counted(facets('DATASETS')) - counted(facets('KIND'))).toBe(4_840);
    expect(counted(groups('DATASETS')) - counted(groups('KIND'))).toBe(4_840);
    expect(counted(groups('DATASETS_KIND')) - counted(groups('KIND'))).toBe(2_200);
    // A site has at most some 30 kinds and as many themes; but 100,000 datasets with each of them.
    expect(counted(groups('DATASETS_KIND, DATASETS_THEMES'))).toBeLessThan(limits.cost);
    expect(refusalOf(`{ institutions { ${groups('DATASETS, DATASETS_THEMES')} } }`, manyDatasets)).toContain(
      'would read about',
    );
    expect(counted(groups('DATASETS, DATASETS_THEMES'), noRecords)).toBe(
      counted(groups('KIND, STATE'), noRecords),
    );
  });

  it('pays for each record whose statements may be in dispute', () => {
    const resources: SizeOf = (type) => (type === 'Resource' ? 100_000 : 0);

    expect(costOf('{ disputed { nodes { id } } }', {}, resources)).toBeGreaterThan(1_800);
    expect(refusalOf('{ a: disputed { totalCount } b: disputed { totalCount } }', resources)).toMatch(
      /at most 7500/,
    );
  });

  it('refuses what would take longer than a second, and takes what a page of results needs', () => {
    const filters = '{ name: { contains: "a" }, kind: { eq: COHORT } }';
    const results = `{ datasets(filter: ${filters}) { totalCount nodes { id name } facets(by: [KIND, ACCESS_RIGHTS]) { missing } } }`;

    expect(refusalOf(results, manyDatasets)).toBeUndefined();
    expect(
      refusalOf(
        `{ datasets(filter: { or: [${'{ name: { contains: "a" } }'.repeat(40)}] }) { totalCount } }`,
        manyDatasets,
      ),
    ).toMatch(/at most 7500/);
  });
});

it('measures the operation that will run', () => {
  const query = 'query Small { contact(slug: "a") { id } } query Large { contacts { nodes { id } } }';

  expect(costOf(query, { operationName: 'Small' })).toBeLessThan(costOf(query, { operationName: 'Large' }));
});

it('takes the introspection of GraphiQL, and every example', () => {
  const folder = join(__dirname, '../../schema/examples');
  const examples = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const introspection = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });

  expect([introspection, ...examples].map((query) => refusalOf(query))).toEqual(
    Array(examples.length + 1).fill(undefined),
  );
});

const doublings = (count: number) =>
  Array.from(
    { length: count },
    (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
  ).join(' ');
const mesh = (count: number) =>
  Array.from(
    { length: count },
    (_, from) =>
      `fragment F${from} on Query { ${[1, 2, 3].map((step) => `...F${Math.min(from + step, count)}`).join(' ')} }`,
  ).join(' ');

it.each([
  [
    'a bomb of 25 doublings',
    `{ ...F0 } ${doublings(25)} fragment F25 on Query { __typename }`,
    /millions of fields/,
  ],
  [
    'a mesh of 150 fragments',
    `{ ...F0 } ${mesh(150)} fragment F150 on Query { __typename }`,
    /millions of fields/,
  ],
  [
    'a bomb that is not used',
    `{ __typename } ${doublings(25)} fragment F25 on Query { __typename }`,
    /millions/,
  ],
  ['a fragment within itself', '{ ...F } fragment F on Query { ...F }', /"F" contains itself/],
  [
    'fragments in a circle',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    /contains itself/,
  ],
  ['levels', `{ a ${'{ a '.repeat(20)} ${'}'.repeat(20)} }`, /21 levels of fields; at most 20/],
  [
    'aliases',
    `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
    /fields of Query/,
  ],
  ['overlapping fields', `{ contacts { nodes { ${'slug '.repeat(600)} } } }`, /60\d fields; at most 500/],
  ['directives', `{ __typename ${'@skip(if: false) '.repeat(51)} }`, /51 directives; at most 50/],
  ['comments', `{ __typename }${'\n#'.repeat(201)}`, /201 comments; at most 200/],
  [
    'a deep argument',
    `{ contacts(filter: ${'['.repeat(40)}${']'.repeat(40)}) { totalCount } }`,
    /40 levels within/,
  ],
  [
    'nested lists',
    '{ institutions(first: 100) { nodes { participations(first: 100) { nodes { id } } } } }',
    /at most 7500/,
  ],
])('refuses %s at once, and says what to do', (_what, query, message) => {
  const begun = performance.now();

  expect(refusalOf(query)).toMatch(message);

  // It takes about a millisecond.
  expect(performance.now() - begun).toBeLessThan(2_000);
});

it('refuses a document with too many tokens while it is read', () => {
  expect(refusalOf(`{ ${'a '.repeat(2_001)} }`)).toMatch(/more than 2000 tokens/);
});

it('leaves names that the schema does not have to validation', () => {
  expect(refusalOf('{ nothing { here(first: 100) { ...Gone ... on Nowhere { x } } } }')).toBeUndefined();
});
