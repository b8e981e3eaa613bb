/** The address of a record in each profile: what conforms is written, and what does not is refused with what is missing. */
import { Parser } from 'n3';
import { readConfig } from '../../../src/config';
import { derivationsOf } from '../../../src/open-store';
import { describeOnEachDatabase, type Dialect } from '../../helpers/databases';
import { healthDataset, healthExample, withoutRole } from '../../helpers/health-example';
import { raw, type Raw } from '../../helpers/raw-request';
import { describeOfficial } from '../../helpers/shacl';
import { registry, SmallWorld, type PlainRecords } from '../../helpers/small-world';
import { officialResults } from '../../rdf/profiles/official-sets';
import { Gateway } from '../gateway';

const base = 'https://example.org/num';
const dataset = `${base}/${healthDataset}`;
const healthDcatAp = 'https://data.health.europa.eu/healthdcat-ap/releases/release-8/';
const dcatAp = 'http://data.europa.eu/r5r/';
const dcatApDe = 'http://dcat-ap.de/def/dcatde/3.0/';
const fdp = 'https://specs.fairdatapoint.org/fdp-specs-v1.2.html';
const schemaOrg = 'https://schema.org/';

/** A gateway whose datasets are judged when they are written. */
const judged = async (dialect: Dialect, records: PlainRecords): Promise<Gateway> =>
  Gateway.of(await SmallWorld.of(dialect, records, registry, derivationsOf(readConfig({}))), {
    PUBLIC_URL: base,
  });

type Link = Record<'href' | 'rel' | 'type' | 'profile', string | undefined>;
const linksOf = ({ headers }: Raw): Link[] =>
  (headers.link ?? '').split(/,\s*(?=<)/).map((each) => ({
    href: /^<([^>]*)>/.exec(each)?.[1],
    rel: /rel="([^"]*)"/.exec(each)?.[1],
    type: /type="([^"]*)"/.exec(each)?.[1],
    profile: /profile="([^"]*)"/.exec(each)?.[1],
  }));
const described = (answer: Raw) =>
  new Set(
    linksOf(answer)
      .filter(({ rel }) => rel === 'describedby')
      .map(({ profile }) => profile),
  );
const jsonOf = ({ body }: Raw) => JSON.parse(body.toString()) as Record<string, unknown>;

describeOnEachDatabase('a dataset that conforms to every profile', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await judged(dialect, healthExample('NON_PUBLIC'));
  });
  afterAll(() => gateway.end());
  const get = (address: string, headers: Record<string, string> = {}): Promise<Raw> =>
    raw(address.replace('https://example.org', gateway.url), headers);

  it.each([
    ['dcat-ap', dcatAp],
    ['dcat-ap-de', dcatApDe],
    ['healthdcat-ap', healthDcatAp],
    ['fdp', fdp],
  ])('is written in %s, by whatever name the profile is asked for', async (name, iri) => {
    const plain = await get(`${dataset}?_profile=${name}`, { accept: 'text/turtle' });
    expect([plain.status, plain.headers['content-profile']]).toEqual([200, `<${iri}>`]);
    expect(
      linksOf(plain)
        .filter(({ rel }) => rel === 'profile')
        .map(({ href }) => href),
    ).toEqual([iri, `${base}/profiles/${name}`]);
    const quads = new Parser().parse(plain.body.toString());
    expect(quads.some(({ subject }) => subject.value === dataset)).toBe(true);

    for (const called of [iri, `${base}/profiles/${name}`]) {
      const asked = await get(`${dataset}?_profile=${encodeURIComponent(called)}`, { accept: 'text/turtle' });
      const preferred = await get(dataset, { accept: 'text/turtle', 'accept-profile': `<${called}>` });
      for (const each of [asked, preferred]) {
        expect([called, each.status, each.headers['content-profile']]).toEqual([called, 200, `<${iri}>`]);
        expect(each.body).toEqual(plain.body);
      }
    }
    expect((await get(`${base}/profiles/${name}`, { accept: 'text/turtle' })).status).toBe(200);
  });

  it('is described in each of them, as its signposts and its linkset say', async () => {
    const { body } = await get(dataset, { accept: 'application/linkset+json' });
    const { linkset } = JSON.parse(body.toString()) as {
      linkset: { anchor: string; describedby?: { href: string; type: string; profile: string[] }[] }[];
    };
    const all = linkset.find(({ anchor }) => anchor === dataset)?.describedby ?? [];
    expect(new Set(all.flatMap(({ profile }) => profile))).toEqual(
      new Set([dcatAp, dcatApDe, healthDcatAp, fdp, schemaOrg]),
    );
    for (const { href, type, profile } of all) {
      const answer = await get(href);
      expect([href, answer.status, answer.headers['content-profile'], type]).toEqual([
        href,
        200,
        `<${profile.join()}>`,
        answer.headers['content-type']?.split(';')[0],
      ]);
    }
    const page = await get(dataset, { accept: 'text/html' });
    expect(described(page).has(healthDcatAp)).toBe(true);
  });

  describeOfficial('by the official shapes', () => {
    it.each([
      ['healthdcat-ap', 'healthdcat-ap NON_PUBLIC'],
      ['dcat-ap-de', 'dcat-ap-de'],
      ['dcat-ap', 'dcat-ap'],
    ])('has no violation in what its address answers in %s', async (name, set) => {
      const { body } = await get(`${dataset}.ttl?_profile=${name}`);
      const results = await officialResults(new Parser().parse(body.toString()), set);

      expect(results.filter(({ severity }) => severity === 'violation')).toEqual([]);
    });
  });

  it('is in the catalogue of DCAT-AP.de', async () => {
    const { body } = await get(`${base}/catalog.ttl?_profile=dcat-ap-de`);
    const quads = new Parser().parse(body.toString());
    expect(quads.some(({ subject }) => subject.value === dataset)).toBe(true);
    expect(quads.find(({ predicate }) => predicate.value.endsWith('core#totalItems'))?.object.value).toBe(
      '1',
    );
  });

  it('is written in the terms of schema.org, in one language, as its page has it', async () => {
    for (const [language, name] of [
      ['de', 'Beispielregister'],
      ['en', 'Sample registry'],
    ] as const) {
      const answer = await get(`${dataset}?_profile=schema-org&lang=${language}`);
      expect([answer.status, answer.headers['content-type'], answer.headers['content-language']]).toEqual([
        200,
        'application/ld+json',
        language,
      ]);
      expect(answer.headers['content-profile']).toBe(`<${schemaOrg}>`);
      expect(answer.headers['content-location']).toBe(
        `${dataset}.jsonld?lang=${language}&_profile=schema-org`,
      );
      const data = jsonOf(answer);
      expect(data).toMatchObject({
        '@context': 'https://schema.org/',
        '@type': 'Dataset',
        '@id': dataset,
        name,
      });
      const page = (await get(`${dataset}?lang=${language}`, { accept: 'text/html' })).body.toString();
      const [, embedded = '{}'] = /<script type="application\/ld\+json">([^<]*)/.exec(page) ?? [];
      expect(JSON.parse(embedded)).toEqual(data);
    }
  });

  it('has schema.org in JSON-LD only', async () => {
    const refused = await get(`${dataset}.ttl?_profile=schema-org`);
    expect(refused.status).toBe(406);
    expect(refused.body.toString()).toContain('application/ld+json');
    expect((await get(`${dataset}.jsonld?_profile=${encodeURIComponent(schemaOrg)}`)).status).toBe(200);
    const preferred = { accept: 'application/ld+json', 'accept-profile': `<${schemaOrg}>` };
    expect((await get(dataset, preferred)).headers['content-profile']).toBe(`<${schemaOrg}>`);
    // What cannot be had in it comes in the default, and says so.
    const other = await get(dataset, { ...preferred, accept: 'text/turtle' });
    expect([other.status, other.headers['content-profile']]).toEqual([200, `<${dcatAp}>`]);
  });

  it('tells its quality, as a measurement', async () => {
    const { body } = await get(dataset, { accept: 'text/turtle' });
    const quads = new Parser().parse(body.toString());
    const dqv = (name: string) => `http://www.w3.org/ns/dqv#${name}`;
    const [measured] = quads.filter(({ predicate }) => predicate.value === dqv('hasQualityMeasurement'));
    expect(measured?.subject.value).toBe(dataset);
    const value = quads.find(
      ({ subject, predicate }) =>
        subject.value === measured?.object.value && predicate.value === dqv('value'),
    );
    const { json } = await gateway.ask('{ datasets { nodes { fairScore } } }');
    expect([{ fairScore: Number(value?.object.value) }]).toEqual(
      (json as { data: { datasets: { nodes: unknown } } }).data.datasets.nodes,
    );
  });
});

describeOnEachDatabase('a dataset that lacks what profiles demand', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    const lacking = ['PUBLISHER', 'HEALTH_DATA_ACCESS_BODY'].reduce(withoutRole, healthExample('PUBLIC'));
    gateway = await judged(dialect, lacking);
  });
  afterAll(() => gateway.end());
  const get = (address: string, headers: Record<string, string> = {}): Promise<Raw> =>
    raw(address.replace('https://example.org', gateway.url), headers);

  it.each([
    ['healthdcat-ap', 'http://healthdataportal.eu/ns/health#hdab'],
    ['dcat-ap-de', 'http://purl.org/dc/terms/publisher'],
  ])('is refused in %s, with what is missing and what to do', async (name, path) => {
    for (const language of ['de', 'en']) {
      const answer = await get(`${dataset}?_profile=${name}&lang=${language}`, { accept: 'text/turtle' });
      expect([answer.status, answer.headers['content-type']?.split(';')[0]]).toEqual([
        406,
        'application/problem+json',
      ]);
      const { code, findings } = jsonOf(answer) as {
        code: string;
        findings: { focus: string; path: string; message: string; remedy: string }[];
      };
      expect(code).toBe('NOT_IN_PROFILE');
      const finding = findings.find((each) => each.path === path);
      expect(finding?.focus).toBe(dataset);
      expect(finding?.message).toMatch(language === 'de' ? /fehlt/ : /missing/);
      expect(finding?.remedy).toMatch(/./);
    }
  });

  it('is not described in them, but in the others', async () => {
    const page = await get(dataset, { accept: 'text/html' });
    expect(described(page)).toEqual(new Set([dcatAp, fdp, schemaOrg]));
    for (const name of ['dcat-ap', 'fdp', 'schema-org'])
      expect([name, (await get(`${dataset}?_profile=${name}`)).status]).toEqual([name, 200]);
  });

  it('is left out of the catalogue in these profiles, and counted in the default', async () => {
    const totalOf = async (search: string) => {
      const { status, body } = await get(`${base}/catalog.ttl${search}`);
      expect(status).toBe(200);
      const quads = new Parser().parse(body.toString());
      const datasets = quads.filter(
        ({ subject, predicate, object }) =>
          subject.value === dataset &&
          predicate.value.endsWith('#type') &&
          object.value === 'http://www.w3.org/ns/dcat#Dataset',
      );
      const total = quads.find(({ predicate }) => predicate.value.endsWith('core#totalItems'));
      return [datasets.length, Number(total?.object.value)];
    };
    expect(await totalOf('')).toEqual([1, 1]);
    expect(await totalOf('?_profile=dcat-ap')).toEqual([1, 1]);
    expect(await totalOf('?_profile=fdp')).toEqual([1, 1]);
    expect(await totalOf('?_profile=dcat-ap-de')).toEqual([0, 0]);
    expect(await totalOf('?_profile=dcat-ap-de&modified_since=2020-01-01')).toEqual([0, 0]);
  });

  it('leaves other records as they are', async () => {
    const hospital = `${base}/institutions/hospital`;
    const ask = (name: string) => get(`${hospital}?_profile=${name}`, { accept: 'text/turtle' });
    expect((await ask('dcat-ap-de')).status).toBe(200);
    expect((await ask('healthdcat-ap')).status).toBe(406);
    expect(jsonOf(await get(`${hospital}?_profile=schema-org`))['@type']).toBe('Organization');
  });

  it('is in a list and a vocabulary that schema.org knows, too; a link is none of its things', async () => {
    const list = jsonOf(await get(`${base}/datasets?_profile=schema-org`));
    expect(list).toMatchObject({
      '@type': 'CollectionPage',
      '@id': `${base}/datasets`,
      mainEntity: {
        numberOfItems: 1,
        itemListElement: [{ position: 1, url: dataset, name: 'Sample registry' }],
      },
    });
    const terms = jsonOf(await get(`${base}/vocabularies/InstitutionKind?_profile=schema-org`));
    expect(terms).toMatchObject({ '@type': 'DefinedTermSet', '@id': `${base}/vocabularies/InstitutionKind` });
    const link = await get(
      `${base}/provisions/institutions/hospital/datasets/sample-registry/custodian?_profile=schema-org`,
    );
    expect([link.status, link.body.toString()]).toEqual([406, expect.stringContaining('NOT_IN_PROFILE')]);
  });
});
