/** FHIR R4 as servers and exports give it. The documents are synthetic; what is expected follows from https://hl7.org/fhir/R4/. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mention } from '../../src/harvest/harvested-record';
import { fetchFaults, read, type ReadSource } from './sources';
import { closeSites, pages, site } from './web';

afterEach(closeSites);

const study = (id: string, more: object = {}) => ({
  resourceType: 'ResearchStudy',
  id,
  language: 'de',
  title: `Studie ${id}`,
  status: 'active',
  ...more,
});
const bundle = (type: string, resources: object[], more: object = {}) => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({ resource })),
  ...more,
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-fhir-'));
});

async function readFile(name: string, content: unknown): Promise<ReadSource> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return read({ kind: 'FHIR', name: 'north', file });
}

/** Records without what only the run needs, with a mention as its address or name. */
const shown = ({ records }: Pick<ReadSource, 'records'>) =>
  records.map(({ type, iri, data }) => ({
    type,
    iri,
    ...Object.fromEntries(
      Object.entries(data).map(([field, value]) => [
        field,
        value instanceof Mention ? (value.iri ?? value.names.map((each) => each.value).join()) : value,
      ]),
    ),
  }));
const told = ({ findings }: Pick<ReadSource, 'findings'>) =>
  findings.map(({ id, message, place }) => `${place.line ?? '-'} ${id}: ${message.en}`);

it('reads a collection: studies, organizations, endpoints and libraries, and how they belong together', async () => {
  const result = await readFile(
    'collection.json',
    bundle('collection', [
      study('sepsis', {
        description: 'Verlauf der Sepsis.',
        _title: {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/translation',
              extension: [
                { url: 'lang', valueCode: 'en' },
                { url: 'content', valueString: 'Sepsis study' },
              ],
            },
          ],
        },
        identifier: [{ system: 'https://doi.org', value: '10.1234/ABC' }],
        period: { start: '2022-04', end: '2025-12-31T23:59:59+01:00' },
        sponsor: { reference: 'Organization/charite' },
        principalInvestigator: { reference: 'Practitioner/7', display: 'Dr. Erika Mustermann' },
        contact: [{ name: 'Erika Mustermann', telecom: [{ system: 'email', value: 'e.m@x.example' }] }],
        partOf: [{ reference: 'ResearchStudy/all' }],
      }),
      {
        resourceType: 'Organization',
        id: 'charite',
        language: 'de',
        name: 'Charité – Universitätsmedizin Berlin',
        alias: ['Charité'],
        identifier: [{ system: 'https://ror.org', value: '001w7jn25' }],
        telecom: [
          { system: 'phone', value: '+49 30 450 50' },
          { system: 'url', value: 'https://www.charite.de/' },
        ],
        address: [{ city: 'Berlin', state: 'Berlin', country: 'DE' }],
        endpoint: [{ reference: 'Endpoint/api' }],
      },
      {
        resourceType: 'Endpoint',
        id: 'api',
        status: 'test',
        language: 'en',
        name: 'FHIR server',
        connectionType: { code: 'hl7-fhir-rest' },
        address: 'https://fhir.example.org/',
        header: ['Authorization: Bearer secret-token'],
        managingOrganization: { reference: 'Organization/charite' },
      },
      {
        resourceType: 'Library',
        id: 'data',
        language: 'en',
        status: 'active',
        type: {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'asset-collection' },
          ],
        },
        title: 'Sepsis data',
        version: '1.2',
        publisher: 'Netzwerk Universitätsmedizin',
        contact: [
          { name: 'Erika Mustermann', telecom: [{ system: 'email', value: 'data@sepsis.example.org' }] },
        ],
        topic: [{ text: 'sepsis' }, { coding: [{ code: 'x', display: 'intensive care' }] }],
        content: [
          {
            contentType: 'text/csv; charset=utf-8',
            url: 'https://sepsis.example.org/data.csv',
            size: 1024,
            hash: '2jmj7l5rSw0yVb/vlWAYkK/YBwk=',
            language: 'de',
            title: 'Sepsis als CSV',
          },
          { contentType: 'text/plain', data: 'aGVsbG8=' },
        ],
      },
      {
        resourceType: 'Library',
        id: 'logic',
        status: 'active',
        type: { coding: [{ code: 'logic-library' }] },
        title: 'Rules',
      },
      { resourceType: 'Patient', id: 'p1', name: [{ family: 'Mustermann' }] },
      { resourceType: 'Observation', id: 'o1' },
    ]),
  );

  const at = (of: string) => `urn:x-fhir:north:${of}`;
  expect(shown(result)).toEqual([
    {
      type: 'Project',
      iri: at('ResearchStudy/sepsis'),
      name: { de: 'Studie sepsis', en: 'Sepsis study' },
      description: { de: 'Verlauf der Sepsis.' },
      startsOn: '2022-04',
      endsOn: '2025-12-31',
      identifiers: [{ scheme: 'DOI', value: expect.stringMatching(/10\.1234\/abc$/i) as string }],
    },
    {
      type: 'Involvement',
      iri: null,
      institution: at('Organization/charite'),
      project: at('ResearchStudy/sepsis'),
      role: 'LEADS',
      roleNote: 'sponsor',
    },
    {
      type: 'Relation',
      iri: null,
      from: at('ResearchStudy/sepsis'),
      to: at('ResearchStudy/all'),
      role: 'PART_OF',
    },
    {
      type: 'Institution',
      iri: at('Organization/charite'),
      name: { de: 'Charité – Universitätsmedizin Berlin' },
      otherNames: [{ language: 'de', value: 'Charité' }],
      homepage: 'https://www.charite.de/',
      city: 'Berlin',
      state: 'BERLIN',
      identifiers: [{ scheme: 'ROR', value: 'https://ror.org/001w7jn25' }],
      kind: 'OTHER',
    },
    {
      type: 'Provision',
      iri: null,
      agent: at('Organization/charite'),
      offer: at('Endpoint/api'),
      role: 'PROVIDER',
    },
    { type: 'Service', iri: at('Endpoint/api'), name: { en: 'FHIR server' }, status: 'PILOT' },
    {
      type: 'Provision',
      iri: null,
      agent: at('Organization/charite'),
      offer: at('Endpoint/api'),
      role: 'PROVIDER',
    },
    {
      type: 'Dataset',
      iri: at('Library/data'),
      name: { en: 'Sepsis data' },
      kind: 'COLLECTION',
      version: '1.2',
      keywords: ['sepsis', 'intensive care'],
      contact: 'data@sepsis.example.org',
    },
    {
      type: 'Provision',
      iri: null,
      agent: 'Netzwerk Universitätsmedizin',
      offer: at('Library/data'),
      role: 'PUBLISHER',
    },
    {
      type: 'Distribution',
      iri: `${at('Library/data')}#https%3A%2F%2Fsepsis.example.org%2Fdata.csv`,
      name: { de: 'Sepsis als CSV' },
      dataset: at('Library/data'),
      kind: 'FILE',
      downloadUrl: 'https://sepsis.example.org/data.csv',
      mediaType: 'text/csv',
      byteSize: 1024,
      // The SHA-1 of nothing is da39a3ee…, in Base64 as R4 writes it.
      checksum: { algorithm: 'SHA1', value: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' },
      languages: ['DE'],
    },
  ]);
  const messages = told(result);
  for (const expected of [
    /fhir-inline-data: Bundle\.entry\[3\]\.resource\.content\[1\]: Data within/,
    /fhir-no-data-collection: Bundle\.entry\[4\]\.resource: This Library is no collection/,
    /fhir-no-place: There is no place here for ResearchStudy\.status \(1×\)/,
    /fhir-no-place: There is no place here for Endpoint\.address/,
    /fhir-resource-left-out: Observation \(1×\)/,
    // The investigator, the contacts of the study and of the library, and the patient.
    /persons-left-out: Individuals are left out: 4/,
  ])
    expect(messages).toContainEqual(expect.stringMatching(expected));
  expect(JSON.stringify([result.records, result.findings])).not.toMatch(/Mustermann|e\.m@x|secret-token/);
});

it('tells where something is wrong, by path, line and column, and costs no more than that', async () => {
  const text = `{"resourceType": "Bundle", "type": "transaction", "entry": [
  {"fullUrl": "urn:uuid:0b2a", "resource": {"resourceType": "ResearchStudy", "title": 7, "period": {"start": "01.04.2022"}}},
  {"fullUrl": "urn:uuid:0b2b", "resource": {"resourceType": "ResearchStudy", "title": "Grippe", "sponsor": {"reference": "urn:uuid:0b2c"}}},
  {"fullUrl": "urn:uuid:0b2c", "resource": {"resourceType": "Organization", "name": "Institut für Wolkenkunde"}},
  {"resource": {"resourceType": "Organization", "name": "Without an id"}},
  {"resource": {"title": "no resource"}},
  {"request": {"method": "DELETE", "url": "Organization/9"}},
  {"resource": {"resourceType": "ResearchStudy", "id": "x", "status": "entered-in-error", "title": "Wrong"}}
]}`;
  const result = await readFile('transaction.json', text);

  expect(shown(result).map(({ type, iri }) => [type, iri])).toEqual([
    ['Project', 'urn:uuid:0b2a'],
    ['Project', 'urn:uuid:0b2b'],
    ['Involvement', null],
    ['Institution', 'urn:uuid:0b2c'],
  ]);
  expect(result.records[0]?.broken).toBe(true);
  expect(shown(result)[2]).toMatchObject({ institution: 'urn:uuid:0b2c', project: 'urn:uuid:0b2b' });
  expect(
    result.findings
      .filter(({ id }) => id !== 'text-without-language')
      .map(({ id, property, place: { line, column } }) => [id, property, line, column]),
  ).toEqual([
    ['fhir-unidentified', 'Bundle.entry[3].resource', 5, 16],
    ['fhir-no-resource', 'Bundle.entry[4].resource', 6, 16],
    ['fhir-entered-in-error', 'Bundle.entry[6].resource', 8, 16],
    ['fhir-wrong-type', 'Bundle.entry[0].resource.title', 2, 87],
    ['fhir-wrong-type', 'Bundle.entry[0].resource.period.start', 2, 110],
    ['fhir-name-missing', 'Bundle.entry[0].resource.title', 2, 87],
  ]);
});

it('follows the pages of a search, with its limits, and compares their number', async () => {
  const page = (url: string, ids: string[], next: string | null, total: number) =>
    JSON.stringify({
      ...bundle('searchset', [], { total, link: next === null ? [] : [{ relation: 'next', url: next }] }),
      entry: [
        ...ids.map((id) => ({
          fullUrl: `${url}/fhir/ResearchStudy/${id}`,
          resource: study(id),
          search: { mode: 'match' },
        })),
        {
          resource: { resourceType: 'OperationOutcome', issue: [{ code: 'informational' }] },
          search: { mode: 'outcome' },
        },
      ],
    });
  const { url, asked, requests } = await site((request, response) => {
    const found = {
      '/fhir/ResearchStudy': () => page(url, ['1', '2'], '/fhir?page=2', 3),
      '/fhir?page=2': () => page(url, ['3'], null, 3),
      '/few': () => page(url, ['1'], null, 9),
      '/self': () => page(url, ['1'], '/self', 1),
      '/study/fhir/ResearchStudy/7': () => JSON.stringify(study('7')),
    }[request.url ?? ''];
    if (found) response.writeHead(200, { 'content-type': 'application/fhir+json' }).end(found());
    else response.writeHead(404).end();
  }, '127.0.0.1');
  const iris = (result: ReadSource) => result.records.map(({ iri }) => iri?.slice(url.length));

  const whole = await read({ kind: 'FHIR', address: `${url}/fhir/ResearchStudy` });
  const few = await read({ kind: 'FHIR', address: `${url}/few` });
  const self = await read({ kind: 'FHIR', address: `${url}/self` });
  const bounded = await read({ kind: 'FHIR', address: `${url}/fhir/ResearchStudy` }, new Map(), {
    mostDocuments: 1,
  });
  const alone = await read({ kind: 'FHIR', address: `${url}/study/fhir/ResearchStudy/7` });

  expect(iris(whole)).toEqual(['/fhir/ResearchStudy/1', '/fhir/ResearchStudy/2', '/fhir/ResearchStudy/3']);
  expect(fetchFaults(whole)).toEqual([]);
  expect(asked.slice(0, 2)).toEqual(['/fhir/ResearchStudy', '/fhir?page=2']);
  expect(requests[0]?.headers.accept).toContain('application/fhir+json');
  expect(fetchFaults(few)).toEqual(['fhir-fewer-than-total']);
  expect(fetchFaults(self)).toEqual(['pages-in-a-circle']);
  expect(fetchFaults(bounded)).toContain('too-many-documents');
  expect(iris(alone)).toEqual(['/study/fhir/ResearchStudy/7']);
});

it('reads NDJSON line by line; a broken line costs that line', async () => {
  const lines = [
    JSON.stringify(study('1')),
    '{"resourceType": "ResearchStudy", "id": ',
    '',
    JSON.stringify(study('3')),
  ];
  const result = await readFile('export.ndjson', lines.join('\n'));

  expect(result.records.map(({ data }) => data.name)).toEqual([{ de: 'Studie 1' }, { de: 'Studie 3' }]);
  expect(result.findings.find(({ id }) => id === 'fhir-unreadable')).toMatchObject({
    severity: 'ERROR',
    kind: 'fetch',
    place: { line: 2 },
  });
  expect(result.records[1]?.at(['name']).line).toBe(4);
});

it.each([
  ['XML', '<?xml version="1.0"?><Patient xmlns="http://hl7.org/fhir"/>', 'fhir-xml', /JSON/],
  ['half a document', '{"resourceType": "Bundle", "entry": [', 'fhir-unreadable', /well-formed/],
  ['JSON of something else', '{"title": "x"}', 'fhir-no-resource', /resourceType/],
  [
    'a history',
    '{"resourceType": "Bundle", "type": "history", "entry": []}',
    'fhir-bundle-not-read',
    /history/,
  ],
  [
    'brackets without end',
    `{"resourceType":"Bundle","x":${'['.repeat(100_000)}`,
    'fhir-unreadable',
    /nested/,
  ],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u0001\u0002', 'unreadable-document', /./],
])('has a report for %s', async (_, content, id, message) => {
  const result = await readFile('x.json', content);

  expect(result.records).toEqual([]);
  expect(fetchFaults(result)).toEqual([id]);
  expect(result.findings.find((each) => each.id === id)?.message.en).toMatch(message);
});

it('reads what a server serves under a wrong media type', async () => {
  const { url } = await site(pages({ '/x': JSON.stringify(study('1')) }, 'text/plain'), '127.0.0.1');

  expect((await read({ kind: 'FHIR', address: `${url}/x` })).records).toHaveLength(1);
});

it('reads the examples of the documentation without an error', async () => {
  const file = (name: string) => join(__dirname, '../../examples/harvest', name);
  const studies = await read({ kind: 'FHIR', name: 'studies', file: file('studies.json') });
  const table = await read({ kind: 'TABLE', name: 'kohorten', file: file('kohorten.csv') });

  expect(studies.records.map(({ type }) => type)).toEqual([
    'Project',
    'Involvement',
    'Institution',
    'Dataset',
    'Provision',
    'Distribution',
  ]);
  expect(table.records.map(({ data }) => data.slug)).toEqual(['sepsis-kohorte', 'grippe-register']);
  for (const { findings } of [studies, table])
    expect(findings.filter(({ severity }) => severity !== 'INFO')).toEqual([]);
});

it('takes what is contained in a resource for what it is: an organization with its page, never a person', async () => {
  const contained = [
    {
      resourceType: 'Organization',
      id: 'klinik',
      name: 'Nordklinik',
      telecom: [{ system: 'url', value: 'https://nord.example.org/' }],
    },
    { resourceType: 'Practitioner', id: 'pi', name: [{ text: 'Dr. Erika Muster' }] },
  ];
  const sponsors = ['#klinik', '#pi', '#gone'].map((reference, index) =>
    study(`s${index}`, {
      contained,
      sponsor: { reference, display: index === 1 ? 'Erika Muster' : undefined },
    }),
  );
  const result = await readFile('contained.json', bundle('collection', sponsors));
  const mentions = result.records.flatMap(({ data }) =>
    data.institution instanceof Mention ? [data.institution] : [],
  );

  expect(mentions.map(({ names, homepage, isPerson }) => [names[0]?.value, homepage, isPerson])).toEqual([
    ['Nordklinik', 'https://nord.example.org/', false],
    ['Erika Muster', null, true],
    [undefined, null, false],
  ]);
  expect(told(result)).toEqual(
    expect.arrayContaining([expect.stringMatching(/fhir-contained-missing: .*"#gone" refers/)]),
  );
  expect(told(result).join()).not.toContain('fhir-wrong-type');
});
