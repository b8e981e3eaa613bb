/** Hostile requests as data: each with what a right server does. */
import { gzipSync } from 'node:zlib';

/** One request, and the right answer to it. */
export interface Hostile {
  name: string;
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer<ArrayBuffer>;
  /** The status of a right server. */
  status: number;
  /** The code of its first error; none where it answers. */
  code?: string;
}

const json = { 'content-type': 'application/json' };

const post = (
  name: string,
  body: string | Buffer<ArrayBuffer>,
  status: number,
  code?: string,
  headers = {},
): Hostile => ({
  name,
  method: 'POST',
  headers: { ...json, ...headers },
  body,
  status,
  ...(code !== undefined && { code }),
});

const query = (name: string, text: string, status: number, code?: string, variables?: unknown): Hostile =>
  post(name, JSON.stringify({ query: text, variables }), status, code);

const tooComplex = (name: string, text: string, variables?: unknown): Hostile =>
  query(name, text, 400, 'QUERY_TOO_COMPLEX', variables);
const wrongInput = (name: string, text: string, status = 200, variables?: unknown): Hostile =>
  query(name, text, status, 'BAD_USER_INPUT', variables);
const invalid = (name: string, text: string): Hostile => query(name, text, 400, 'GRAPHQL_VALIDATION_FAILED');
const unparsable = (name: string, text: string): Hostile => query(name, text, 400, 'GRAPHQL_PARSE_FAILED');

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');
const nested = (levels: number, open: string, close: string): string =>
  open.repeat(levels) + close.repeat(levels);

const nestedLists =
  'nodes { participations(first: 100) { nodes { infrastructure { participations(first: 100)';

const documents: Hostile[] = [
  tooComplex(
    'lists within lists, 63 bytes of them',
    '{institutions(first:100){nodes{links(first:100){nodes{id}}}}}',
  ),
  tooComplex(
    'four levels of lists',
    `{ institutions(first: 100) { ${nestedLists} { totalCount nodes { id } } } } } } } }`,
  ),
  tooComplex(
    'a page size in a variable',
    'query ($n: Int) { institutions(first: $n) { nodes { links(first: $n) { nodes { id } } } } }',
    { n: 100 },
  ),
  tooComplex(
    'a page size in a default',
    'query ($n: Int = 100) { institutions(first: $n) { nodes { links(first: $n) { nodes { id } } } } }',
  ),
  tooComplex(
    'aliases of a costly list',
    `{ ${many(19, (i) => `a${i}: institutions(first: 100) { nodes { links(first: 9) { nodes { id } } } }`)} }`,
  ),
  tooComplex('aliases by the thousand', `{ ${many(600, (i) => `a${i}: __typename`)} }`),
  tooComplex('77 kB of aliases', `{ ${many(4_200, (i) => `a${i}: __typename`)} }`),
  tooComplex('80 kB of overlapping fields', `{ institutions { nodes { ${'slug '.repeat(16_000)} } } }`),
  tooComplex(
    'overlapping fields within the tokens',
    `{ institutions { nodes { ${'slug '.repeat(1_900)} } } }`,
  ),
  tooComplex('more fields of Query than are answered', `{ ${many(21, (i) => `a${i}: __typename`)} }`),
  tooComplex('directives', `{ __typename ${'@skip(if: false) '.repeat(60)} }`),
  tooComplex('unknown directives', `{ __typename ${'@x '.repeat(900)} }`),
  tooComplex('comments', `{ __typename }\n${'#\n'.repeat(25_000)}`),
  tooComplex('tokens', `{ ${'a '.repeat(40_000)} }`),
  tooComplex('levels of fields', nested(300, '{ a ', '}')),
  tooComplex(
    'levels of inline fragments around many fields',
    `{ ${nested(100, '... { __typename ', '}')} ${many(60, (i) => `a${i}: __typename`)} }`,
  ),
  tooComplex(
    'a fragment bomb of 25 doublings',
    `{ ...F0 } ${many(25, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Query { __typename }`,
  ),
  tooComplex(
    'a mesh of 150 fragments',
    `{ ...F0 } ${many(150, (i) => `fragment F${i} on Query { ...F${Math.min(i + 1, 150)} ...F${Math.min(i + 2, 150)} }`)} fragment F150 on Query { __typename }`,
  ),
  tooComplex(
    'a fragment bomb that nobody uses',
    `{ __typename } ${many(25, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Query { __typename }`,
  ),
  tooComplex('a fragment within itself', '{ ...F } fragment F on Query { ...F }'),
  tooComplex(
    'fragments in a circle',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
  ),
  tooComplex(
    'a bomb in the second of two operations',
    `query A { __typename } query B { ${many(30, (i) => `a${i}: __typename`)} }`,
  ),
  tooComplex('a deep list as an argument', `{ nodes(ids: ${nested(100, '[', ']')}) { id } }`),
  tooComplex(
    'a deep object as an argument',
    `{ contacts(orderBy: ${'{a:'.repeat(100)}1${'}'.repeat(100)}) { totalCount } }`,
  ),
  tooComplex(
    'introspection of the types of the types',
    `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
  ),
  tooComplex(
    'introspection three times',
    `{ ${many(3, (i) => `a${i}: __schema { types { fields { name args { name type { name fields { name } } } } } }`)} }`,
  ),
  tooComplex(
    'introspection in a fragment that is used often',
    `{ ...A ...B } fragment A on Query { a: __schema { types { name } } b: __schema { types { name } } } fragment B on Query { c: __schema { types { name } } }`,
  ),
  tooComplex(
    'many types of introspection',
    `{ ${many(11, (i) => `a${i}: __type(name: "Query") { fields { name } }`)} }`,
  ),
  invalid('a mutation where there is none', 'mutation { deleteEverything }'),
  invalid('a subscription where there is none', 'subscription { changes }'),
  invalid('a field that does not exist, close to one that does', '{ institution(slug: "marburg") { nmae } }'),
  invalid('twenty faults', `{ ${many(19, (i) => `wrong${i}`)} }`),
  invalid('a variable of a type that does not exist', 'query ($a: Secret) { __typename }'),
  invalid('a fragment that does not exist', '{ ...Gone }'),
  unparsable('an empty selection', '{ }'),
  unparsable('no GraphQL at all', '<script>alert(1)</script>'),
  unparsable('a string that does not end', '{ institution(slug: "'),
  query('a control character', '{ institution(slug: "\u0000") { id } }', 200),
  unparsable('only a comment', '# nothing'),
  tooComplex('braces that do not end', '{'.repeat(1_500)),
  query('an empty query', '', 400, 'BAD_REQUEST'),
  query(
    'two operations and no choice',
    'query A { __typename } query B { __typename }',
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ),
];

const injections: [string, string][] = [
  ['SQL that ends a string', "' OR '1'='1"],
  ['SQL with a second statement', "x'; DROP TABLE institution; --"],
  ['SQL in double quotes', '" UNION SELECT sql FROM sqlite_master --'],
  ['a wildcard', '%'],
  ['NUL', 'mar\u0000burg'],
  ['a lone surrogate', '\ud800'],
  ['a path', '../../etc/passwd'],
  ['a template', '${7*7}{{7*7}}'],
  ['a prototype', '__proto__'],
];

const string = 'query ($text: String!) ';
const injected = injections.flatMap(([kind, text]): Hostile[] => [
  query(`${kind} as a slug`, `${string}{ institution(slug: $text) { id } }`, 200, undefined, { text }),
  query(
    `${kind} as an identifier`,
    `${string}{ resourcesByIdentifier(scheme: ROR, value: $text) { id } }`,
    200,
    undefined,
    { text },
  ),
  query(
    `${kind} as a property`,
    `${string}{ institution(slug: "marburg") { evidence(property: $text) { property } } }`,
    200,
    undefined,
    { text },
  ),
  wrongInput(`${kind} as an id`, 'query ($text: ID!) { node(id: $text) { id } }', 200, { text }),
  wrongInput(`${kind} as a cursor`, `${string}{ institutions(after: $text) { nodes { id } } }`, 200, {
    text,
  }),
  wrongInput(`${kind} as a day`, 'query ($text: Date!) { participations(asOf: $text) { totalCount } }', 400, {
    text,
  }),
  wrongInput(`${kind} as a web address`, 'query ($text: IRI!) { resourceByIri(iri: $text) { id } }', 400, {
    text,
  }),
  wrongInput(
    `${kind} as the variables of a query`,
    `${string}{ cost(query: "{ __typename }", variables: $text) { estimated } }`,
    200,
    { text },
  ),
]);

const numbers: Hostile[] = [
  wrongInput('a page of none', '{ institutions(first: 0) { totalCount nodes { id } } }'),
  wrongInput('a negative page', '{ institutions(first: -1) { nodes { id } } }'),
  wrongInput('a page that is too large', '{ contacts(first: 101) { nodes { id } } }'),
  wrongInput('the largest integer as a page', '{ contacts(first: 2147483647) { nodes { id } } }'),
  wrongInput('a page from both ends', '{ institutions(first: 1, last: 1) { nodes { id } } }'),
  invalid('an integer that is too large', '{ institutions(first: 99999999999) { nodes { id } } }'),
  wrongInput(
    'an integer that is no number',
    'query ($n: Int) { institutions(first: $n) { nodes { id } } }',
    400,
    { n: 'NaN' },
  ),
  wrongInput(
    'an integer with a fraction',
    'query ($n: Int) { institutions(first: $n) { nodes { id } } }',
    400,
    { n: 1.5 },
  ),
  wrongInput(
    'an enum value close to one that exists',
    'query ($r: [ParticipationRole!]) { participations(roles: $r) { totalCount } }',
    400,
    { r: ['COORDINATE'] },
  ),
  wrongInput('more ids than are answered', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', 200, {
    ids: Array(101).fill('x'),
  }),
  invalid('a day that does not exist', '{ participations(asOf: "2024-02-30") { totalCount } }'),
];

const counting: Hostile[] = [
  wrongInput(
    'groups by three fields',
    '{ datasets { aggregate(by: [KIND, THEMES, KEYWORDS]) { groupCount } } }',
  ),
  wrongInput('groups by a field twice', '{ datasets { aggregate(by: [KIND, KIND]) { groupCount } } }'),
  wrongInput('no groups', '{ datasets { aggregate(by: [KIND], first: 0) { groupCount } } }'),
  wrongInput(
    'more groups than are shown',
    '{ datasets { aggregate(by: [KIND], first: 2147483647) { groupCount } } }',
  ),
  invalid('groups by what no dataset has', '{ datasets { aggregate(by: [PASSWORD]) { groupCount } } }'),
  invalid('groups by SQL', '{ datasets { aggregate(by: ["kind; DROP TABLE dataset"]) { groupCount } } }'),
  invalid('groups by nothing at all', '{ datasets { aggregate { groupCount } } }'),
  tooComplex(
    'groups below lists below lists',
    '{ institutions(first: 100) { nodes { participations(first: 100) { nodes { infrastructure { datasets { aggregate(by: [KIND], first: 500) { groups { keys { label } } } } } } } } } }',
  ),
  tooComplex(
    'many groups many times',
    `{ ${many(19, (i) => `a${i}: datasets { aggregate(by: [KIND, INFRASTRUCTURES], first: 500) { groups { keys { label } count } } }`)} }`,
  ),
  wrongInput('coverage of nothing', '{ coverage(requires: {}) { fullCount } }'),
  wrongInput(
    'coverage of what does not exist',
    `{ coverage(requires: { infrastructures: [{ slug: "x' OR '1'='1" }] }) { fullCount } }`,
  ),
  wrongInput(
    'coverage of NUL',
    'query ($text: String!) { coverage(requires: { standards: [{ slug: $text }] }) { fullCount } }',
    200,
    { text: 'a\u0000' },
  ),
  wrongInput(
    'coverage of a text of 10 kB',
    'query ($text: String!) { coverage(requires: { services: [{ slug: $text }] }) { fullCount } }',
    200,
    { text: 'x'.repeat(10_000) },
  ),
  wrongInput(
    'coverage of more than is answered',
    'query ($services: [ResourceReference!]) { coverage(requires: { services: $services }) { fullCount } }',
    200,
    { services: Array.from({ length: 999 }, (_, i) => ({ slug: `service-${i}` })) },
  ),
  wrongInput(
    'coverage of no sites',
    '{ coverage(requires: { states: [HESSE] }, first: 0) { full { mayMeetAll } } }',
  ),
  tooComplex(
    'coverage many times',
    `{ ${many(19, (i) => `a${i}: coverage(requires: { states: [HESSE] }, first: 100) { partial { meets { evidence { quotation } } } }`)} }`,
  ),
];

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const address = (text: string) => `/graphql?query=${encodeURIComponent(text)}`;
const preflight = { 'apollo-require-preflight': 'true' };
const typename = '{"query":"{ __typename }"}';

const transports: Hostile[] = [
  post('a body that is too large', `{"query":"${'x'.repeat(110_000)}"}`, 413, 'PAYLOAD_TOO_LARGE'),
  post(
    'a body that is too large once it is uncompressed',
    gzipSync(`{"query":"${' '.repeat(5_000_000)}"}`),
    413,
    'PAYLOAD_TOO_LARGE',
    { 'content-encoding': 'gzip' },
  ),
  post('a body that claims to be compressed', typename, 400, 'BAD_REQUEST', { 'content-encoding': 'gzip' }),
  post('a compression that nobody knows', typename, 415, 'UNSUPPORTED_MEDIA_TYPE', {
    'content-encoding': 'zip',
  }),
  post(
    'variables with many levels',
    `{"query":"{ __typename }","variables":${deep(40)}}`,
    400,
    'BAD_REQUEST',
  ),
  post(
    'variables with thousands of levels',
    `{"query":"{ __typename }","variables":${deep(14_000)}}`,
    400,
    'BAD_REQUEST',
  ),
  post(
    'a list with thousands of items',
    `{"query":"{ __typename }","variables":{"a":[${'1,'.repeat(20_000)}1]}}`,
    400,
    'BAD_REQUEST',
  ),
  post('queries in a batch', `[${typename},${typename}]`, 400, 'BAD_REQUEST'),
  post('an empty batch', '[]', 400, 'BAD_REQUEST'),
  post('a text as a body', '"query"', 400, 'BAD_REQUEST'),
  post('null as a body', 'null', 400, 'BAD_REQUEST'),
  post('half a body', '{"query":', 400, 'BAD_REQUEST'),
  post('an empty body', '', 400, 'BAD_REQUEST'),
  post('no query', '{"variables":{}}', 400, 'BAD_REQUEST'),
  post('a query that is an object', '{"query":{"a":1}}', 400, 'BAD_REQUEST'),
  post('variables that are a text', '{"query":"{ __typename }","variables":"x"}', 400, 'BAD_REQUEST'),
  post(
    'broken UTF-8',
    Buffer.concat([
      Buffer.from('{"query":"{ __typename # '),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from(' }"}'),
    ]),
    400,
    'BAD_REQUEST',
  ),
  post('UTF-16', Buffer.from(typename, 'utf16le'), 415, 'UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'application/json; charset=utf-16',
  }),
  post(
    'a query known by its hash only',
    `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'0'.repeat(64)}"}}}`,
    200,
    'PERSISTED_QUERY_NOT_SUPPORTED',
  ),
  post('a prototype in the body', '{"query":"{ __typename }","__proto__":{"admin":true}}', 200),
  post('a form', 'query={__typename}', 415, 'UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'application/x-www-form-urlencoded',
  }),
  post('plain text, which a page elsewhere may send', typename, 415, 'UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'text/plain',
  }),
  post('an upload', 'x', 415, 'UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'multipart/form-data; boundary=x',
  }),
  post('a type that nobody takes', typename, 406, 'BAD_REQUEST', { accept: 'image/png' }),
  { name: 'PUT', method: 'PUT', headers: json, body: typename, status: 405, code: 'METHOD_NOT_ALLOWED' },
  { name: 'DELETE', method: 'DELETE', status: 405, code: 'METHOD_NOT_ALLOWED' },
  { name: 'TRACE of a kind', method: 'PROPFIND', status: 405, code: 'METHOD_NOT_ALLOWED' },
  { name: 'a GET without a query', headers: preflight, status: 400, code: 'BAD_REQUEST' },
  {
    name: 'a GET with a costly query',
    path: address('{institutions(first:100){nodes{links(first:100){nodes{id}}}}}'),
    headers: preflight,
    status: 400,
    code: 'QUERY_TOO_COMPLEX',
  },
  {
    name: 'a GET with two queries',
    path: `${address('{ __typename }')}&query=%7Ba%7D`,
    headers: preflight,
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a GET with variables that are none',
    path: `${address('{ __typename }')}&variables=%7B`,
    headers: preflight,
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a GET with deep variables',
    path: `${address('{ __typename }')}&variables=${encodeURIComponent(deep(40))}`,
    headers: preflight,
    status: 400,
    code: 'BAD_REQUEST',
  },
  { name: 'an address that leads out', path: '/..%2f..%2fetc%2fpasswd', status: 404, code: 'NOT_FOUND' },
  {
    name: 'an asset that leads out',
    path: '/assets/..%2f..%2f..%2fpackage.json',
    status: 404,
    code: 'NOT_FOUND',
  },
  {
    name: 'an address that cannot be decoded',
    path: '/institutions/%E0%A4%A',
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'SQL as the address of a record',
    path: "/institutions/x'%20OR%201=1",
    status: 404,
    code: 'NOT_FOUND',
  },
  { name: 'an address of 10 kB', path: `/${'x'.repeat(10_000)}`, status: 404, code: 'NOT_FOUND' },
  {
    name: 'a flood of headers',
    headers: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`x-${i}`, 'y'.repeat(100)])),
    status: 431,
    code: 'HEADERS_TOO_LARGE',
  },
];

const asTable = (
  name: string,
  text: string,
  code: string,
  { more = '', format = 'csv', status = 400, headers = {} } = {},
): Hostile => ({
  name: `a table of ${name}`,
  path: `${address(text)}&format=${format}${more}`,
  headers,
  status,
  code,
});
const slugs = '{ institutions { nodes { slug } } }';

const tables: Hostile[] = [
  asTable('a format that there is not', slugs, 'BAD_REQUEST', { format: '../csv' }),
  asTable('a format of 5 kB', slugs, 'BAD_REQUEST', { format: 'x'.repeat(5_000) }),
  asTable('variables that are none', slugs, 'BAD_REQUEST', { more: '&variables=%7B' }),
  asTable('variables that are a list', slugs, 'BAD_REQUEST', { more: '&variables=%5B%5D' }),
  asTable('variables with many levels', slugs, 'BAD_REQUEST', {
    more: `&variables=${encodeURIComponent(deep(40))}`,
  }),
  asTable('two queries', slugs, 'BAD_REQUEST', { more: '&query=%7Ba%7D' }),
  asTable('half a query', '{ institutions {', 'GRAPHQL_PARSE_FAILED'),
  asTable('fields that there are not', '{ institutions { nodes { nothing } } }', 'GRAPHQL_VALIDATION_FAILED'),
  asTable('a fragment within itself', '{ ...F } fragment F on Query { ...F }', 'QUERY_TOO_COMPLEX'),
  asTable('many aliases', `{ ${many(600, (i) => `a${i}: __typename`)} }`, 'QUERY_TOO_COMPLEX'),
  asTable(
    'lists within lists within lists',
    '{ institutions { nodes { links(first: 100) { nodes { from { links(first: 100) { nodes { id } } } } } } } }',
    'QUERY_TOO_COMPLEX',
  ),
  asTable('a page of billions', '{ institutions(first: 2147483647) { nodes { slug } } }', 'BAD_USER_INPUT'),
  asTable('a cursor with SQL', `{ institutions(after: "' OR 1=1 --") { nodes { slug } } }`, 'BAD_USER_INPUT'),
  asTable('a mutation', 'mutation { deleteEverything { nodes { id } } }', 'BAD_USER_INPUT'),
  asTable('no list', '{ __typename }', 'BAD_USER_INPUT', { format: 'xlsx' }),
  {
    name: 'a table by PUT',
    method: 'PUT',
    path: `${address(slugs)}&format=csv`,
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  },
];

const id = (key: string): string => Buffer.from(key).toString('base64url');
const racoon = id('infrastructures/racoon');
const evidence = 'evidence { quotation citedFrom { title publisher } }';

/** Questions over the graph. */
const walks: Hostile[] = [
  tooComplex(
    'many searches for paths',
    `{ ${many(8, (i) => `p${i}: paths(from: { id: "${racoon}" }, to: { id: "${id('institutions/marburg')}" }) { truncated }`)} }`,
  ),
  tooComplex(
    'all that paths may have',
    `{ paths(from: { id: "${racoon}" }, to: { id: "x" }, maxLength: 6, first: 50) { paths { steps { link { ${evidence} } links { ${evidence} } from { ${evidence} } to { ${evidence} } } } } }`,
  ),
  tooComplex(
    'a neighbourhood with all evidence',
    `query ($n: Int) { neighbourhood(of: { id: "${racoon}" }, first: $n) { nodes { record { ${evidence} } } links { ${evidence} } } }`,
    { n: 400 },
  ),
  tooComplex(
    'lists below a neighbourhood',
    `{ neighbourhood(of: { id: "${racoon}" }, first: 100) { nodes { record { links(first: 100) { nodes { id } } } } } }`,
  ),
  tooComplex(
    'a matrix with all evidence',
    `{ matrix(link: PARTICIPATION, first: 1000) { cells { links { ${evidence} } } } }`,
  ),
  tooComplex(
    'a size in a fragment',
    `{ matrix(link: AWARD, first: 1000) { ...M } } fragment M on Matrix { cells { links { ${evidence} } } }`,
  ),
  ...injections.flatMap(([kind, text]): Hostile[] => [
    wrongInput(
      `${kind} as the end of a path`,
      `query ($text: ID!) { paths(from: { id: "${racoon}" }, to: { id: $text }) { truncated } }`,
      200,
      { text },
    ),
    wrongInput(
      `${kind} as the middle of a neighbourhood`,
      'query ($text: ID!) { neighbourhood(of: { id: $text }) { truncated } }',
      200,
      { text },
    ),
    wrongInput(
      `${kind} within an id`,
      'query ($text: ID!) { neighbourhood(of: { id: $text }) { truncated } }',
      200,
      {
        text: id(`institutions/${text}`),
      },
    ),
    wrongInput(
      `${kind} as a cursor of changes`,
      `${string}{ changes(from: "2020-01-01", to: "2021-01-01", after: $text) { nodes { date } } }`,
      200,
      { text },
    ),
    wrongInput(
      `${kind} as a kind of link`,
      'query ($text: LinkKind!) { matrix(link: $text) { truncated } }',
      400,
      { text },
    ),
  ]),
  wrongInput(
    'paths of a negative length',
    `{ paths(from: { id: "${racoon}" }, to: { id: "x" }, maxLength: -1) { truncated } }`,
  ),
  wrongInput(
    'paths without an end',
    `{ paths(from: { id: "${racoon}" }, to: { id: "x" }, maxLength: 2147483647) { truncated } }`,
  ),
  wrongInput(
    'a neighbourhood without an end',
    `{ neighbourhood(of: { id: "${racoon}" }, depth: 2147483647) { truncated } }`,
  ),
  wrongInput('a matrix without an end', '{ matrix(link: AWARD, first: 2147483647) { truncated } }'),
  wrongInput('a day before the first', '{ changes(from: "2024-01-02", to: "2024-01-01") { totalCount } }'),
  query('all of time', '{ changes(from: "0001-01-01", to: "9999-12-31", first: 100) { totalCount } }', 200),
  query(
    'many kinds of links, all the same',
    `{ neighbourhood(of: { id: "${racoon}" }, kinds: [${'AWARD '.repeat(500)}]) { truncated } }`,
    200,
  ),
];

/** Texts to search for, over all types and in a list. */
const search =
  'query ($text: String!) { search(text: $text) { totalCount edges { score highlights { field } } } institutions(search: $text) { totalCount } }';
const searched = (name: string, text: string): Hostile =>
  query(`a search for ${name}`, search, 200, undefined, { text });
const searches: Hostile[] = [
  searched('nothing', ''),
  searched('spaces', ' \t\n\u00a0'),
  searched('quotation marks', `"'"'\`''""`),
  searched('an open quotation mark', '"Marburg'),
  searched('operators of FTS5', 'NEAR(a b, 2) AND NOT c* OR {name}: ^d - +e'),
  searched('operators of PostgreSQL', "a <-> b & !c | 'd':*A \\"),
  searched('a statement', "'; DROP TABLE search_record; --"),
  searched('wildcards', '% _ * ?'),
  searched('NUL', 'Mar\0burg'),
  searched('half a character', '\uD83D Marburg'),
  searched('emoji', '🦠 🏥🏥🏥'),
  searched('accents without letters', '\u0308\u0301'),
  searched('a word of a thousand letters', 'x'.repeat(1_000)),
  searched('marks from right to left', '\u202Egrubram\u202C'),
  searched('other scripts', 'Μαρβούργο Марбург 马尔堡 מרבורג'),
  searched('a part that many words have', 'e'),
  wrongInput('a search for 10 kB', search, 200, { text: 'x'.repeat(10_000) }),
  wrongInput('a search for 10 kB of words', search, 200, { text: 'wort '.repeat(2_000) }),
  wrongInput('a search for many words', search, 200, { text: many(400, (i) => `w${i}`).slice(0, 999) }),
  wrongInput('a search of no types', '{ search(text: "a", types: []) { totalCount } }'),
  wrongInput('links of no kinds', '{ institutions(first: 1) { nodes { links(kinds: []) { totalCount } } } }'),
  wrongInput('links in no roles', '{ participations(roles: []) { totalCount } }'),
  wrongInput(
    'changes of no types',
    '{ changes(from: "2020-01-01", to: "2021-01-01", types: []) { totalCount } }',
  ),
  wrongInput('facets by no field', '{ institutions { facets(by: []) { by } } }'),
  wrongInput('facets by one field twice', '{ institutions { facets(by: [STATE, STATE]) { by } } }'),
  wrongInput(
    'a search with a cursor of another',
    '{ search(text: "a", after: "WyJ4IiwxLCJhIl0") { totalCount } }',
  ),
  wrongInput('a search with a page of a thousand', '{ search(text: "a", first: 1000) { totalCount } }'),
  invalid('a search for a number', '{ search(text: 5) { totalCount } }'),
  query(
    'searches beside each other, which are cheap in a small catalogue',
    `{ ${many(19, (i) => `a${i}: search(text: "daten register ${i}") { totalCount }`)} }`,
    200,
  ),
];

const entities = (name: string, representations: unknown, status = 200, code = 'BAD_USER_INPUT'): Hostile =>
  query(
    name,
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Institution { slug name } } }',
    status,
    code,
    { r: representations },
  );

/** What a router never sends. */
const representations: Hostile[] = [
  entities('an entity that is a text', ["x' OR 1=1"]),
  entities('an entity that is a list of lists', [[[[]]]]),
  entities('an entity without a type', [{ id: 'x' }]),
  entities('an entity of a type that is no entity', [{ __typename: '_Service', sdl: 'x' }]),
  entities('an entity of a type of introspection', [{ __typename: '__Type', name: 'x' }]),
  entities('an entity of a type that is an object', [{ __typename: { $ne: null }, id: 'x' }]),
  entities('an entity of a type out of JavaScript', [{ __typename: 'toString', id: 'x' }]),
  post(
    'an entity with another prototype',
    '{"query":"query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }","variables":{"r":[{"__proto__":{"__typename":"Institution","slug":"marburg"}}]}}',
    200,
    'BAD_USER_INPUT',
  ),
  entities('an entity without a key', [{ __typename: 'Institution' }]),
  entities('an entity by an operator', [{ __typename: 'Institution', slug: { $gt: '' } }]),
  entities('an entity by a list', [{ __typename: 'Institution', id: ['x'] }]),
  entities('an entity by a number', [{ __typename: 'Institution', miiSiteCode: 1e308 }]),
  entities('an entity by an id that is none', [{ __typename: 'Institution', id: "' OR 1=1 --" }]),
  entities('an entity by the id of another type', [
    { __typename: 'Institution', id: Buffer.from('contacts/help-desk').toString('base64url') },
  ]),
  entities('an entity by an address that leads out', [
    { __typename: 'Institution', iri: 'file:///etc/pass\nwd' },
  ]),
  query(
    'an entity by SQL, which is a slug that nobody has',
    '{ _entities(representations: [{__typename: "Institution", slug: "x\' UNION SELECT * FROM institution --"}, {__typename: "Institution", miiSiteCode: "\\u0000\' OR 1=1"}]) { __typename } }',
    200,
  ),
  entities('a list of entities that is none', 'x', 200, 'BAD_USER_INPUT'),
  entities('an entity that is null', [null], 400),
  entities('no list of entities', null, 400),
  entities(
    'a thousand entities and one',
    Array.from({ length: 1_001 }, () => 1),
    400,
    'BAD_REQUEST',
  ),
  entities(
    'a thousand entities that are none',
    Array.from({ length: 1_000 }, () => 1),
  ),
  tooComplex(
    'a thousand entities with lists',
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Institution { participations { nodes { id } } } } }',
    { r: Array.from({ length: 1_000 }, () => ({ __typename: 'Institution', slug: 'marburg' })) },
  ),
  tooComplex(
    'a thousand entities by many aliases',
    `query ($r: [_Any!]!) { ${many(9, (i) => `a${i}: _entities(representations: $r) { __typename }`)} }`,
    { r: Array.from({ length: 1_000 }, () => ({ __typename: 'Institution', slug: 'marburg' })) },
  ),
  tooComplex('the SDL by many aliases', `{ ${many(21, (i) => `a${i}: _service { sdl }`)} }`),
];

/** All of them. */
export const corpus: readonly Hostile[] = [
  ...documents,
  ...injected,
  ...numbers,
  ...searches,
  ...counting,
  ...transports,
  ...tables,
  ...walks,
  ...representations,
];
