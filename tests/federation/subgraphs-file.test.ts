/** The file of subgraphs: what it takes, and how its faults are told. */
import { join } from 'node:path';
import { ourPart } from '../../src/open-federation';
import { registry } from '../../src/registry';
import type { LocalSubgraph } from '../../src/federation/linking/local-subgraph';
import { subgraphsIn } from '../../src/federation/linking/subgraphs-file';

const variables: Record<string, string> = { RACOON_TOKEN: 'Bearer abc', RACOON_SECRET: 'shh' };
const tls = join(__dirname, '../fixtures/tls');
let ours: LocalSubgraph;
beforeAll(async () => {
  ours = await ourPart(registry);
});
/** The names of files within it are relative to its own folder. */
const read = (text: string) =>
  subgraphsIn(Buffer.from(text), 'subgraphs.yaml', (name) => variables[name], ours);

it('gives each subgraph what it needs, with secrets from the environment', () => {
  const text = `
subgraphs:
  - name: racoon
    url: https://racoon.example.org/graphql
    timeoutMs: 800
    headers:
      Authorization: RACOON_TOKEN
    forwardHeaders: [Accept-Language]
    signingSecret: RACOON_SECRET
    mayExtend: [Infrastructure, Query]
    maxInFlight: 4
    schema: ${join(tls, 'README.md')}
    traceContext: true
    tls:
      ca: ${join(tls, 'hospital-ca.pem')}
      cert: ${join(tls, 'client.pem')}
      key: ${join(tls, 'client.key')}
    proxy: http://proxy.example.org:3128
    proxyAuthorization: RACOON_TOKEN
  - name: nukleus
    url: http://127.0.0.1:4012/
`;

  expect(read(text)).toEqual([
    {
      name: 'racoon',
      url: 'https://racoon.example.org/graphql',
      timeout: 800,
      cacheMemory: 0,
      headers: { authorization: 'Bearer abc' },
      forwardHeaders: ['accept-language'],
      signingSecret: 'shh',
      mayExtend: ['Infrastructure', 'Query'],
      maxInFlight: 4,
      errorMessages: 'masked',
      schema: join(tls, 'README.md'),
      traceContext: true,
      connection: {
        tls: {
          ca: expect.stringContaining('BEGIN CERTIFICATE') as unknown,
          cert: expect.stringContaining('BEGIN CERTIFICATE') as unknown,
          key: expect.stringContaining('BEGIN PRIVATE KEY') as unknown,
        },
        proxy: { url: 'http://proxy.example.org:3128', authorization: 'Bearer abc' },
        ofEnvironment: {},
      },
    },
    {
      name: 'nukleus',
      url: 'http://127.0.0.1:4012/',
      timeout: 5000,
      headers: {},
      forwardHeaders: [],
      signingSecret: null,
      mayExtend: null,
      maxInFlight: 50,
      errorMessages: 'masked',
      schema: null,
      traceContext: false,
      cacheMemory: 0,
      connection: { tls: null, proxy: null, ofEnvironment: {} },
    },
  ]);
});

const entry = (fields: string) => `subgraphs: [{ name: racoon, url: "http://127.0.0.1/", ${fields} }]`;

it.each([
  ['a file that is no YAML', 'subgraphs: [', /^subgraphs\.yaml:1:13 {2}It is not YAML: /],
  ['a file without subgraphs', 'others: []', /The field "subgraphs" is not usable/],
  [
    'an entry without a name',
    'subgraphs: [{ url: "http://127.0.0.1/" }]',
    /Subgraph number 1, name is not usable; it takes a name of letters/,
  ],
  [
    'an address that is none',
    'subgraphs: [{ name: racoon, url: racoon.de }]',
    /Subgraph "racoon", url is not usable; it takes an http or https address\./,
  ],
  [
    'an address of another kind',
    'subgraphs: [{ name: racoon, url: "file:///etc/passwd" }]',
    /Subgraph "racoon", url is not usable/,
  ],
  [
    'a time that is none',
    entry('timeoutMs: soon'),
    /Subgraph "racoon", timeoutMs is not usable; it takes milliseconds, from 1 to 60000 in digits only\./,
  ],
  [
    'a time with a point between its thousands',
    entry('timeoutMs: 2.000'),
    /Subgraph "racoon", timeoutMs is not usable; it takes milliseconds, from 1 to 60000 in digits only\./,
  ],
  ['a time as programs write it', entry('timeoutMs: 0x10'), /timeoutMs is not usable; it takes milliseconds/],
  ['a time beyond a minute', entry('timeoutMs: 60001'), /timeoutMs is not usable; it takes milliseconds/],
  [
    'a number that is none',
    entry('maxInFlight: 5.0'),
    /maxInFlight is not usable; it takes a whole number, from 1 to 1000 in digits only\./,
  ],
  [
    'a tag',
    'subgraphs:\n  - name: !env NAME',
    /^subgraphs\.yaml:2:11 {2}The tag "!env" is not understood\. Write the value out, without the tag\.$/,
  ],
  [
    'a field twice',
    entry('name: other'),
    /^subgraphs\.yaml:1:\d+ {2}It is not YAML: Map keys must be unique/,
  ],
  ['a merge key', 'subgraphs: [{ <<: { name: racoon } }]', /fields that are not known: <</],

  [
    'a field that is not known',
    entry('retries: 5'),
    /Subgraph "racoon" has fields that are not known: retries\./,
  ],
  [
    'a secret that is not set',
    entry('signingSecret: NO_SECRET'),
    /Subgraph "racoon", signingSecret: the environment variable NO_SECRET is not set\./,
  ],
  [
    'a header whose variable is not set',
    entry('headers: { Authorization: NO_TOKEN }'),
    /headers\.Authorization: the environment variable NO_TOKEN is not set\./,
  ],
  [
    'a name that stands twice',
    'subgraphs: [{ name: a, url: "http://a/" }, { name: a, url: "http://b/" }]',
    /The name "a" stands twice\./,
  ],
  [
    'an empty file',
    '# Nothing yet.\n',
    /^subgraphs\.yaml is empty\. List the subgraphs under "subgraphs:"\.$/,
  ],
  [
    'a reference to nothing',
    'subgraphs: [{ name: *racoon }]',
    /^subgraphs\.yaml:1:\d+ {2}It is not YAML: .*racoon/,
  ],
  [
    'a password in an address',
    'subgraphs: [{ name: racoon, url: "https://user:secret@racoon.de/" }]',
    /^(?!.*secret)subgraphs.*"racoon", url is not usable; it takes an address without user and password: give them in "headers", as Authorization\.$/,
  ],
  [
    'a user in an address',
    'subgraphs: [{ name: racoon, url: "https://user@racoon.de/" }]',
    /address without user/,
  ],
  [
    'a type of ours that is misspelt',
    entry('mayExtend: [Query, Infrastucture]'),
    /Subgraph "racoon", mayExtend: we have no type "Infrastucture"\. Did you mean "Infrastructure"\?/,
  ],
  [
    'a type of ours that is none',
    entry('mayExtend: [Shoe]'),
    /mayExtend: we have no type "Shoe"\. Give types with fields that our schema has, such as "Query"\./,
  ],
  [
    'to add fields to what has none',
    entry('mayExtend: [PlacePrecision]'),
    /mayExtend: we have no type "PlacePrecision"/,
  ],
  ['our own name', 'subgraphs: [{ name: num, url: "http://a/" }]', /The name "num" is ours\./],
  ...['Content-Length', 'Host', 'transfer-encoding', 'Connection', 'Content-Type'].flatMap(
    (name): [string, string, RegExp][] => [
      [
        `the header ${name}`,
        entry(`headers: { ${name}: RACOON_TOKEN }`),
        new RegExp(`Subgraph "racoon", headers\\.${name} is not usable; it takes headers that do not belong`),
      ],
      [
        `to forward the header ${name}`,
        entry(`forwardHeaders: [${name}]`),
        /Subgraph "racoon", forwardHeaders\.0 is not usable; it takes headers that do not belong/,
      ],
    ],
  ),
  [
    'a schema that is not there',
    entry('schema: none.graphql'),
    /Subgraph "racoon", schema: the file cannot be read \(ENOENT/,
  ],
  [
    'a certificate that is not there',
    entry('tls: { ca: none.pem }'),
    /Subgraph "racoon", tls\.ca: the file cannot be read \(ENOENT/,
  ],
  [
    'a certificate without its key',
    entry(`tls: { cert: "${join(tls, 'client.pem')}" }`),
    /Subgraph "racoon", tls is not usable; it takes cert and key together\./,
  ],
  [
    'a key of another certificate',
    entry(`tls: { cert: "${join(tls, 'client.pem')}", key: "${join(tls, 'server.key')}" }`),
    /Subgraph "racoon", tls: certificate, key and authorities cannot be used \(.+\)\. Give PEM files that belong together\./,
  ],
  [
    'settings of TLS that say nothing',
    entry('tls: {}'),
    /Subgraph "racoon", tls is not usable; it takes ca, or cert and key/,
  ],
  [
    'a setting of TLS that is not known',
    entry('tls: { insecure: true }'),
    /Subgraph "racoon", tls has fields that are not known: insecure\./,
  ],
  [
    'a proxy that is none',
    entry('proxy: proxy.example.org'),
    /Subgraph "racoon", proxy is not usable; it takes an http or https address\./,
  ],
  [
    'a password in the address of a proxy',
    entry('proxy: "http://user:secret@proxy.example.org"'),
    /^(?!.*secret)subgraphs.*"racoon", proxy is not usable; it takes an address without user and password: give them in "proxyAuthorization", as Authorization\.$/,
  ],
  [
    'the credentials of a proxy that are not set',
    entry('proxy: "http://proxy.example.org", proxyAuthorization: NO_SECRET'),
    /proxyAuthorization: the environment variable NO_SECRET is not set\./,
  ],
  [
    'a header that is none',
    entry('headers: { "X Y": RACOON_TOKEN }'),
    /headers\.X Y is not usable; it takes the name of a header\./,
  ],
])('refuses %s', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
