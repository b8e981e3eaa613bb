/** What other publishers write becomes records and links; individuals stay out, offices do not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention } from '../../src/harvest/harvested-record';
import { type HarvestedRecord } from '../../src/harvest/harvested-record';
import { isPersonalEmail } from '../../src/harvest/records/persons';
import { recordsOf } from '../../src/harvest/records/records-of';
import { Parser } from 'n3';
import { registry } from '../helpers/small-world';

const address = 'https://portal.example.org/dcat.ttl';
const document = { address, digest: 'sha256:0', fetchedAt: '2026-11-30T12:00:00.000Z' };

const prefixes = `
  @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
  @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
  @prefix prov: <http://www.w3.org/ns/prov#> . @prefix ex: <https://portal.example.org/> .
`;

const read = (turtle: string, persons = false) =>
  recordsOf(new Parser({ baseIRI: address }).parse(prefixes + turtle), { registry, document, persons });

const ofType = (records: readonly HarvestedRecord[], type: string) =>
  records.filter((record) => record.type === type).map(({ data }) => data);

it('takes a portal whose addresses are like those of a gateway for what it is', () => {
  const { records } = read(`
    <https://portal.example.org/datasets/1> a dcat:Dataset ; dct:title "Beds"@en ; dct:description "All"@en ;
      dct:identifier "https://portal.example.org/datasets/1" ; dct:modified "2024-01-01" ;
      dcat:contactPoint [ a vcard:Individual ; vcard:fn "Erika Mustermann" ; vcard:hasEmail <mailto:e.mustermann@portal.example.org> ] .
  `);

  expect(ofType(records, 'Dataset')).toEqual([
    expect.objectContaining({ name: { en: 'Beds' }, kind: 'COLLECTION' }),
  ]);
  expect(records[0]?.concluded).toHaveProperty('kind');
});

describe('A dataset of another portal', () => {
  const { records, findings } = read(`
    ex:d a dcat:Dataset ; dct:title "Studie"@de, "Study"@en-GB ; dct:description "Text" ;
      dct:accessRights <https://publications.europa.eu/resource/authority/access-right/RESTRICTED/> ;
      dct:spatial [ a dct:Location ; <http://www.w3.org/2004/02/skos/core#prefLabel> "Mittelhessen"@de ] ;
      dct:temporal [ dcat:startDate "2020-01-01T00:00:00Z" ] ;
      dct:publisher [ a foaf:Agent ; foaf:name "Universität Gießen" ; foaf:mbox <mailto:forschung@uni-giessen.example> ] ;
      dct:accrualPeriodicity "hourly-ish" ; ex:colour "red", "blue" ;
      dcat:distribution [ dcat:accessURL <https://portal.example.org/d> ] .
  `);
  const [dataset] = ofType(records, 'Dataset');

  it('keeps its texts by language, its concepts, its place and its period', () => {
    expect(dataset).toMatchObject({
      name: { de: 'Studie', en: 'Study' },
      accessRights: 'RESTRICTED',
      spatialCoverage: 'Mittelhessen',
      temporalCoverage: { startsOn: '2020-01-01', endsOn: null },
    });
  });

  it('is linked with its publisher, which is an office', () => {
    const [provision] = ofType(records, 'Provision');
    const agent = provision?.agent as Mention;

    expect(provision?.role).toBe('PUBLISHER');
    expect((provision?.offer as Mention).iri).toBe('https://portal.example.org/d');
    expect(agent).toMatchObject({
      iri: null,
      names: [{ value: 'Universität Gießen', language: null }],
      email: 'forschung@uni-giessen.example',
      isPerson: false,
    });
    expect(agent.classes).toContain('Institution');
    // An agent of which no more is said is an institution, where it is not known here.
    expect(agent.stated?.type).toBe('Institution');
  });

  it('gives a distribution without an address one that stays, and the title of the dataset', () => {
    const [distribution] = records.filter(({ type }) => type === 'Distribution');

    expect(distribution?.iri).toMatch(/^https:\/\/portal\.example\.org\/d#distributions-[\da-f]{12}$/);
    expect(distribution?.data).toMatchObject({ name: { de: 'Studie', en: 'Study' }, kind: 'WEB_PAGE' });
    expect(Object.keys(distribution?.concluded ?? {})).toEqual(['name', 'kind']);
  });

  it('has each property without a place told once, with how often', () => {
    expect(findings.map(({ id, property }) => [id, property])).toEqual([
      ['value-not-understood', 'http://purl.org/dc/terms/accrualPeriodicity'],
      ['property-without-place', 'https://portal.example.org/colour'],
      ['text-without-language', null],
    ]);
    expect(findings[1]?.message.en).toContain('of Dataset (2×)');
  });
});

describe('Individuals', () => {
  const turtle = `
    ex:d a dcat:Dataset ; dct:title "Study"@en ;
      dct:creator <https://orcid.org/0000-0002-1825-0097> ;
      dct:publisher [ a foaf:Person ; foaf:name "Erika Mustermann" ] ;
      dcat:contactPoint [ a vcard:Kind ; vcard:fn "Max Muster" ; vcard:hasEmail <mailto:max.muster@uni.example> ] .
    ex:e a dcat:Dataset ; dct:title "Other"@en ;
      dcat:contactPoint [ a vcard:Organization ; vcard:fn "Geschäftsstelle" ; vcard:hasEmail <mailto:m.muster@uni.example> ] .
  `;

  it('are left out and counted, and no finding names them', () => {
    const { records, findings } = read(turtle);

    expect(records.map(({ type }) => type)).toEqual(['Dataset', 'Dataset']);
    expect(records[0]?.data.contact).toBeUndefined();
    expect(findings.find(({ id }) => id === 'persons-left-out')?.message.en).toContain('left out: 3');
    expect(JSON.stringify([records, findings])).not.toMatch(/Mustermann|max\.muster|m\.muster/);
  });

  it('leave the office behind whose post they read', () => {
    const [, other] = read(turtle).records;

    expect((other?.data.contact as Mention).names).toEqual([{ value: 'Geschäftsstelle', language: null }]);
    expect((other?.data.contact as Mention).email).toBeNull();
  });

  it('are kept of a source that may state them', () => {
    const { records } = read(turtle, true);

    expect(ofType(records, 'Provision')).toHaveLength(2);
    expect((records[0]?.data.contact as Mention).email).toBe('max.muster@uni.example');
  });

  it.each(['erika.mustermann@uni.example', 'e.mustermann@uni.example', 'max_muster@uni.example'])(
    'have addresses such as %s',
    (email) => {
      expect(isPersonalEmail(email)).toBe(true);
    },
  );

  it.each([
    'info@uni.example',
    'forschung@uni.example',
    'datenschutz@uni.example',
    'use.access@uni.example',
    'opendata@rki.example',
    'biobank.office@uni.example',
    'dekanat@uni.example',
    'num-office@uni.example',
  ])('are not taken for the office %s', (email) => {
    expect(isPersonalEmail(email)).toBe(false);
  });
});

const example = join(
  __dirname,
  '../../../shared/standards/healthdcat-ap-r8/examples/example-healthdcat-dataset.ttl',
);

(existsSync(example) ? describe : describe.skip)('The example of HealthDCAT-AP Release 8', () => {
  it('comes in with its agents, tables and variables', () => {
    const { records } = recordsOf(new Parser().parse(readFileSync(example, 'utf8')), { registry, document });
    const [dataset] = ofType(records, 'Dataset');

    expect(dataset).toMatchObject({
      accessRights: 'NON_PUBLIC',
      healthCategories: ['EHRS'],
      numberOfUniqueIndividuals: 412000,
      retentionPeriod: { startsOn: '2020-01-01', endsOn: '2035-12-31' },
      hasStructuredData: true,
    });
    expect(dataset).toMatchObject({
      temporalResolution: 'P1M',
      qualityCertificates: ['https://quality.example.org/certificates/oncology-ehrs-2024'],
    });
    expect(
      ofType(records, 'Distribution').map(({ content, compressFormat }) => [content, compressFormat]),
    ).toEqual([
      [undefined, 'application/gzip'],
      [undefined, 'application/gzip'],
      ['SAMPLE', undefined],
      ['ANALYTICS', undefined],
    ]);
    expect(ofType(records, 'Variable')).toHaveLength(5);
    expect(
      ofType(records, 'Provision')
        .map(({ role }) => role)
        .sort(),
    ).toEqual([
      'CREATOR',
      'CUSTODIAN',
      'HEALTH_DATA_ACCESS_BODY',
      'HEALTH_DATA_ACCESS_COORDINATOR',
      'PUBLISHER',
    ]);
  });
});

describe('The time that data cover', () => {
  const covered = (temporal: string) =>
    ofType(read(`ex:1 a dcat:Dataset ; dct:title "Beds"@en ; ${temporal} .`).records, 'Dataset')[0]
      ?.temporalCoverage;
  const bounds = (start: string, end: string) =>
    covered(`dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "${start}" ; dcat:endDate "${end}" ]`);

  it('reaches from the first day of a year or month to the last of another', () => {
    expect(bounds('2019', '2020')).toEqual({ startsOn: '2019-01-01', endsOn: '2020-12-31' });
    expect(bounds('2019-11', '2020-02')).toEqual({ startsOn: '2019-11-01', endsOn: '2020-02-29' });
  });

  it('may be an interval of ISO 8601, also of schema.org', () => {
    expect(covered('dct:temporal "2019-01-02/2020"')).toEqual({
      startsOn: '2019-01-02',
      endsOn: '2020-12-31',
    });
    expect(covered('<https://schema.org/temporalCoverage> "2019-01-02/.."')).toEqual({
      startsOn: '2019-01-02',
      endsOn: null,
    });
    expect(covered('dct:temporal "long ago"')).toBeUndefined();
  });
});

it('counts each individual that is left out', () => {
  const { findings } = read(`
    ex:1 a dcat:Dataset ; dct:title "Beds"@en ; dct:creator <https://orcid.org/0000-0002-1825-0097> ,
      [ a foaf:Person ; foaf:name "Erika Mustermann" ] .
  `);

  expect(findings.find(({ kind }) => kind === 'person')).toMatchObject({ id: 'persons-left-out', number: 2 });
});

describe('What stands for a value in other portals', () => {
  const datasetOf = (statements: string) => {
    const { records, findings } = read(
      `@prefix schema: <https://schema.org/> . ex:d a dcat:Dataset ; dct:title "Titel"@de ; ${statements} .`,
    );
    const [dataset = {}] = ofType(records, 'Dataset');
    return { dataset, findings: findings.map(({ id, property, value }) => [id, property, value]) };
  };

  it.each([
    ['schema:url "https://creativecommons.org/licenses/by/4.0/" ; schema:name "CC BY 4.0"'],
    ['dct:title "Creative Commons Attribution 4.0"'],
    ['dct:identifier <https://creativecommons.org/licenses/by/4.0/>'],
  ])('takes the licence from a node that describes it: %s', (licence) => {
    const { dataset, findings } = datasetOf(`dct:license [ a schema:CreativeWork ; ${licence} ]`);

    expect(dataset.licence).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(findings).toEqual([]);
  });

  it('names a licence that it does not know, and not the label of its node', () => {
    const { dataset, findings } = datasetOf(
      'dct:license [ a dct:LicenseDocument ; dct:title "Hauslizenz 7" ]',
    );

    expect(dataset.licence).toBeUndefined();
    expect(findings).toContainEqual([
      'value-not-understood',
      expect.stringMatching(/license$/),
      'Hauslizenz 7',
    ]);
  });

  it.each([
    ['accessRights', '<info:eu-repo/semantics/restrictedAccess>', 'RESTRICTED'],
    ['accessRights', '<http://purl.org/eu-repo/semantics/openAccess>', 'PUBLIC'],
    ['accessRights', '<http://purl.org/coar/access_right/c_abf2>', 'PUBLIC'],
    ['accessRights', '<info:eu-repo/semantics/embargoedAccess>', undefined],
    ['accrualPeriodicity', '<http://purl.org/cld/freq/semiannual>', 'ANNUAL_2'],
  ])('knows codes of other vocabularies: %s %s', (property, code, expected) => {
    const { dataset } = datasetOf(`dct:${property} ${code}`);

    expect(Object.values(dataset).includes(expected)).toBe(expected !== undefined);
  });

  it('takes the text of a language before those of regions, in easy language or of a machine', () => {
    const { records } = read(`
      ex:d a dcat:Dataset ; dct:title "Einfach"@de-x-leicht, "Machine"@en-t-de-t0-mtec, "Colour"@en-GB, "Titel"@de .
    `);

    expect(ofType(records, 'Dataset')).toEqual([
      expect.objectContaining({ name: { de: 'Titel', en: 'Colour' } }),
    ]);
  });

  it('says which addresses of an office are left out, and takes none of two in one text', () => {
    const contact = (emails: string) => {
      const { records, findings } = read(`ex:d a dcat:Dataset ; dct:title "Titel"@de ;
        dcat:contactPoint [ a vcard:Organization ; vcard:fn "Datenstelle"@de ; vcard:hasEmail ${emails} ] .`);
      const [dataset] = ofType(records, 'Dataset');
      const { email, stated } = dataset?.contact as Mention;
      expect(stated?.data.email ?? null).toBe(email);
      return [email, findings.map(({ value }) => value)];
    };

    expect(contact('<mailto:daten@o.example.org>, <mailto:zugang@o.example.org>')).toEqual([
      'daten@o.example.org',
      ['mailto:zugang@o.example.org'],
    ]);
    expect(contact('"daten@o.example.org; zugang@o.example.org"')[0]).toBeNull();
  });

  it('takes the address of the office where an individual is named before', () => {
    const { records } = read(`ex:d a dcat:Dataset ; dct:title "Titel"@de ; dcat:contactPoint [
      a vcard:Organization ; vcard:fn "Datenstelle"@de ;
      vcard:hasEmail <mailto:erika.mustermann@o.example.org>, <mailto:daten@o.example.org> ] .`);
    const [dataset] = ofType(records, 'Dataset');

    expect((dataset?.contact as Mention).email).toBe('daten@o.example.org');
  });
});
