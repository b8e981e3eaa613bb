/** The example of docs/fair.md, imported and exported in each profile, is judged by the official shapes. */
import { join } from 'node:path';
import type { Literal, Quad } from '@rdfjs/types';
import { readWholeRecords } from '../../src/query/whole-records';
import { Source } from '../../src/query/source';
import { documentOf } from '../../src/rdf/document';
import { conformity } from '../../src/rdf/profiles/check';
import { readProfiles } from '../../src/rdf/profiles/read-profiles';
import { describeOfficial } from '../helpers/shacl';
import { healthDataset, healthExample, withoutRole } from '../helpers/health-example';
import { registry, SmallWorld } from '../helpers/small-world';
import { officialResults } from './profiles/official-sets';

const root = join(__dirname, '../..');
const profiles = readProfiles(join(root, 'schema/profiles'));
const publicUrl = 'https://data.example.org';
const dataset = `${publicUrl}/${healthDataset}`;
const eu = (table: string) => `http://publications.europa.eu/resource/authority/${table}`;
const health = (name: string) => `http://healthdataportal.eu/ns/health#${name}`;
const dct = (name: string) => `http://purl.org/dc/terms/${name}`;
const levels = ['PUBLIC', 'RESTRICTED', 'NON_PUBLIC'];

const records = healthExample('NON_PUBLIC');

async function documentIn(profileName: string, world: SmallWorld): Promise<readonly Quad[]> {
  const profile = profiles.find(profileName);
  const source = new Source(world.store, registry, null);
  const [whole] = await readWholeRecords(source, [healthDataset], { evidence: true });
  if (!whole || !profile) throw new Error('There is no such record or profile.');
  return documentOf(whole, { publicUrl, registry, evidence: true, profile });
}

const objects = (quads: readonly Quad[], subject: string, predicate: string): string[] =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object.value);

it('the example of the guide has all classes that it names', () => {
  expect(Object.keys(records)).toEqual([
    'Institution',
    'Contact',
    'Dataset',
    'Distribution',
    'DataTable',
    'Variable',
    'Provision',
  ]);
});

describe.each(levels)('a dataset that is %s', (level) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of('sqlite', healthExample(level));
  });
  afterAll(() => world.end());

  it('conforms to HealthDCAT-AP by our own checker', async () => {
    const profile = profiles.find('healthdcat-ap');
    if (!profile) throw new Error('There is no HealthDCAT-AP.');
    const { findings, level: judged } = conformity(await documentIn('healthdcat-ap', world), profile);

    expect(judged).toBe(level);
    expect(findings.filter(({ severity }) => severity === 'violation')).toEqual([]);
  });

  describeOfficial('by the official shapes', () => {
    it.each([
      ['healthdcat-ap', `healthdcat-ap ${level}`],
      ['dcat-ap', 'dcat-ap'],
      ['dcat-ap-de', 'dcat-ap-de'],
    ])('has no violation in %s', async (profile, set) => {
      const results = await officialResults([...(await documentIn(profile, world))], set);
      const violations = results.filter(({ severity }) => severity === 'violation');

      expect(
        violations.map(({ focus, path, value, component }) => [
          focus?.value,
          path,
          value?.value ?? null,
          component,
        ]),
      ).toEqual([]);
    });
  });
});

describe('what HealthDCAT-AP says otherwise', () => {
  let world: SmallWorld;
  let quads: readonly Quad[];
  beforeAll(async () => {
    world = await SmallWorld.of('sqlite', healthExample('NON_PUBLIC'));
    quads = await documentIn('healthdcat-ap', world);
  });
  afterAll(() => world.end());

  it('adds the theme of health and the regulation, to the distribution too', () => {
    expect(objects(quads, dataset, 'http://www.w3.org/ns/dcat#theme')).toEqual([eu('data-theme/HEAL')]);
    for (const node of [dataset, `${publicUrl}/distributions/sample-registry-on-request`])
      expect(objects(quads, node, 'http://data.europa.eu/r5r/applicableLegislation')).toContain(
        'http://data.europa.eu/eli/reg/2025/327/oj',
      );
  });

  it('has publisher types of health, and one contact point for each agent', () => {
    const hospital = `${publicUrl}/institutions/hospital`;
    expect(objects(quads, hospital, dct('type'))).toEqual([
      'https://hdeu-dcat.data.health.europa.eu/resource/authority/publisher-type/research-academic-org',
    ]);
    const [point = ''] = objects(quads, hospital, 'http://data.europa.eu/m8g/contactPoint');
    expect(objects(quads, point, 'http://data.europa.eu/m8g/email')).toEqual(['data@example.org']);
    expect(objects(quads, point, 'http://data.europa.eu/m8g/contactPage')).toEqual([
      'https://hospital.example.org/data',
    ]);
  });

  it('labels each concept in both languages, and by nothing else', () => {
    const named = (property: string) =>
      quads
        .filter(({ predicate }) => predicate.value === property)
        .map(({ subject, object }) => [subject.value, object]);
    const labels = named('http://www.w3.org/2004/02/skos/core#prefLabel') as [string, Literal][];
    expect(labels.length).toBeGreaterThan(20);
    for (const [concept, { language }] of labels)
      expect([concept, language]).toEqual([concept, expect.stringMatching(/^(de|en)$/)]);
    for (const [scheme, title] of named(dct('title')) as [string, Literal][])
      expect(title.value).not.toBe(scheme);
  });

  it('leads to samples and analytics by properties of their own, which are under the regulation, too', () => {
    const of = (slug: string) => `${publicUrl}/distributions/sample-registry-${slug}`;
    expect(objects(quads, dataset, 'http://www.w3.org/ns/dcat#distribution')).toEqual([of('on-request')]);
    expect(objects(quads, dataset, 'http://www.w3.org/ns/adms#sample')).toEqual([of('extract')]);
    expect(objects(quads, dataset, health('analytics'))).toEqual([of('figures')]);
    for (const each of ['extract', 'figures'])
      expect(objects(quads, of(each), 'http://data.europa.eu/r5r/applicableLegislation')).toContain(
        'http://data.europa.eu/eli/reg/2025/327/oj',
      );
  });

  it('names the coordinator of the access bodies, and how to call the body', () => {
    const coordination = `${publicUrl}/institutions/access-coordination`;
    expect(objects(quads, dataset, health('hdabCoordinator'))).toEqual([coordination]);
    const [point = ''] = objects(
      quads,
      `${publicUrl}/institutions/access-body`,
      'http://data.europa.eu/m8g/contactPoint',
    );
    expect(objects(quads, point, 'http://data.europa.eu/m8g/telephone')).toEqual(['+49-30-1234567']);
  });

  it('states certificates as annotations of the dataset', () => {
    const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`;
    const [certificate = ''] = objects(quads, dataset, 'http://www.w3.org/ns/dqv#hasQualityAnnotation');
    expect([
      objects(quads, certificate, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
      objects(quads, certificate, oa('hasTarget')),
      objects(quads, certificate, oa('hasBody')),
      objects(quads, certificate, oa('motivatedBy')),
    ]).toEqual([
      ['http://www.w3.org/ns/dqv#QualityCertificate'],
      [dataset],
      ['https://quality.example.org/certificates/sample-registry'],
      ['http://www.w3.org/ns/dqv#qualityAssessment'],
    ]);
  });

  it('lacks of what HealthDCAT-AP recommends only links to other records', () => {
    const profile = profiles.find('healthdcat-ap');
    if (!profile) throw new Error('There is no HealthDCAT-AP.');
    const { findings } = conformity(quads, profile);
    const [kind, ...lacking] = findings.map(({ path, value }) => [path, value?.value]);
    // The type that is recommended stands beside ours.
    expect(kind).toEqual([dct('type'), expect.stringContaining('/vocabularies/DatasetKind#REGISTRY')]);
    expect(objects(quads, dataset, dct('type'))).toContain(eu('dataset-type/PERSONAL_DATA'));
    expect(lacking).toEqual([
      ...['conformsTo', 'isReferencedBy', 'relation', 'source'].map((name) => [dct(name), undefined]),
      ['http://xmlns.com/foaf/0.1/page', undefined],
    ]);
  });

  it('has licences of DCAT-AP.de by the IRIs of its list, where that profile asks', async () => {
    const file = `${publicUrl}/distributions/sample-registry-on-request`;
    const wanted = async (profile: string) => objects(await documentIn(profile, world), file, dct('license'));
    expect(await wanted('dcat-ap-de')).toEqual(['http://dcat-ap.de/def/licenses/cc-by/4.0']);
    expect(await wanted('dcat-ap')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  });

  it('leads from the dataset over its group of tables to the variables', () => {
    const [group = ''] = objects(quads, dataset, health('hasVariables'));
    const [table = ''] = objects(quads, group, 'http://www.w3.org/ns/csvw#table');
    const [column = ''] = objects(quads, table, 'http://www.w3.org/ns/csvw#column');
    expect(objects(quads, group, dct('title'))).toEqual(['Beispielregister', 'Sample registry']);
    expect(objects(quads, column, 'http://www.w3.org/ns/csvw#name')).toEqual(['age']);
    expect(objects(quads, column, 'http://www.w3.org/ns/csvw#title')).toEqual(['Age', 'Alter']);
  });

  it('names kinds of personal data as it wants them, while DCAT-AP has the present names', async () => {
    const personal = 'https://w3id.org/dpv#hasPersonalData';
    expect(objects(quads, dataset, personal)).toEqual([
      'https://w3id.org/dpv/dpv-pd#Age',
      'https://w3id.org/dpv/dpv-pd#Gender',
    ]);
    expect(objects(await documentIn('dcat-ap', world), dataset, personal)).toEqual([
      'https://w3id.org/dpv/pd#Age',
      'https://w3id.org/dpv/pd#Gender',
    ]);
  });

  it('keeps the words of legal basis and purpose beside the IRIs', () => {
    const bases = objects(quads, dataset, 'https://w3id.org/dpv#hasLegalBasis');
    expect(bases).toContain('https://w3id.org/dpv/legal/eu/gdpr#A9-2-j');
    expect(objects(quads, `${dataset}#legalBasis`, dct('description'))).toEqual(['Consent of the patients.']);
  });
});

it('a dataset without an access body does not conform, and is told what is missing', async () => {
  const world = await SmallWorld.of(
    'sqlite',
    withoutRole(healthExample('PUBLIC'), 'HEALTH_DATA_ACCESS_BODY'),
  );
  const profile = profiles.find('healthdcat-ap');
  if (!profile) throw new Error('There is no HealthDCAT-AP.');
  const { conforms, findings } = conformity(await documentIn('healthdcat-ap', world), profile);
  await world.end();

  expect(conforms).toBe(false);
  expect(findings.filter(({ severity }) => severity === 'violation').map(({ path }) => path)).toEqual([
    health('hdab'),
  ]);
});

describe('codes, bytes and checksums', () => {
  const file = `${publicUrl}/distributions/sample-registry-on-request`;
  const spdx = (name: string) => `http://spdx.org/rdf/terms#${name}`;

  it('are stated as the profiles name them', async () => {
    const world = await SmallWorld.of('sqlite', healthExample('NON_PUBLIC'));
    const quads = await documentIn('healthdcat-ap', world);
    await world.end();
    const [size] = quads.filter(({ predicate }) => predicate.value.endsWith('dcat#byteSize'));
    const [checksum = ''] = objects(quads, file, spdx('checksum'));

    expect([size?.subject.value, size?.object.value]).toEqual([file, '5000000000']);
    expect(size?.object.termType === 'Literal' && size.object.datatype.value).toBe(
      'http://www.w3.org/2001/XMLSchema#nonNegativeInteger',
    );
    expect(objects(quads, checksum, spdx('algorithm'))).toEqual([
      'https://spdx.org/rdf/terms#checksumAlgorithm_sha256',
    ]);
    expect(objects(quads, checksum, spdx('checksumValue'))).toEqual([
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ]);
  });

  it('may be imported as IRIs of the public vocabularies, and mean the same', async () => {
    const asCodes = healthExample('NON_PUBLIC');
    const asIris: typeof asCodes = {
      ...asCodes,
      Dataset: (asCodes.Dataset ?? []).map((one) => ({
        ...one,
        accessRights: eu('access-right/NON_PUBLIC'),
        frequency: eu('frequency/ANNUAL'),
        languages: [eu('language/DEU')],
        countries: [eu('country/DEU')],
      })),
    };
    const [codes, iris] = await Promise.all(
      [asCodes, asIris].map(async (records) => {
        const world = await SmallWorld.of('sqlite', records);
        const quads = await documentIn('healthdcat-ap', world);
        await world.end();
        return quads.map((each) => JSON.stringify(each)).sort();
      }),
    );
    expect(iris).toEqual(codes);
    expect(codes?.join()).toContain(eu('frequency/ANNUAL'));
  });
});
