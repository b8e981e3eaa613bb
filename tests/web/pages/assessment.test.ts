/** Readiness and FAIR score on the page of a dataset: every missing statement with its remedy, in both languages, as its query answers. */
import { readConfig } from '../../../src/config';
import { derivationsOf } from '../../../src/open-store';
import { healthDataset, healthExample, withoutRole } from '../../helpers/health-example';
import { linksIn, textOf } from '../../helpers/html';
import { registry, SmallWorld, type PlainRecords } from '../../helpers/small-world';
import { Gateway } from '../../http/gateway';

interface Finding {
  severity: string;
  path: string;
  message: string;
  remedy: string;
}
interface Assessed {
  ready_healthdcat_ap: { conforms: boolean; findings: Finding[] };
  fairAssessment: {
    score: number;
    nextStep: { remedy: string } | null;
    tests: { about: string; code: string; remedy: string | null }[];
  };
}

const languages = ['de', 'en'] as const;
const open = async (records: PlainRecords): Promise<Gateway> =>
  Gateway.of(await SmallWorld.of('sqlite', records, registry, derivationsOf(readConfig({}))));

const pageIn = async (gateway: Gateway, language: string, path = healthDataset): Promise<string> => {
  const { status, text } = await gateway.get(`/${path}?lang=${language}`, {
    headers: { accept: 'text/html' },
  });
  expect(status).toBe(200);
  return text;
};

/** What the query behind the page answers. */
async function behind(gateway: Gateway, html: string, language: string): Promise<Assessed> {
  const [link = ''] = linksIn(html, 'class="query"');
  const { json } = await gateway.get(link, {
    headers: { accept: 'application/json', 'accept-language': language },
  });
  return (json as { data: { dataset: Assessed } }).data.dataset;
}

/** A text without white space, and without the marks of code. */
const plain = (text: string): string => text.replace(/[\s`]/g, '');

describe('a dataset without an access body', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await open(withoutRole(healthExample('PUBLIC'), 'HEALTH_DATA_ACCESS_BODY'));
  });
  afterAll(() => gateway.end());

  it.each(languages)('says what is missing and what to do, in %s', async (language) => {
    const html = await pageIn(gateway, language);
    const text = textOf(html);
    const { ready_healthdcat_ap: ready, fairAssessment: fair } = await behind(gateway, html, language);

    expect(ready.conforms).toBe(false);
    const violations = ready.findings.filter(({ severity }) => severity === 'VIOLATION');
    expect(violations.map(({ path }) => path)).toEqual(['healthdcatap:hdab']);
    for (const { message, remedy } of ready.findings) {
      expect(plain(text)).toContain(plain(message));
      expect(plain(text)).toContain(plain(remedy));
    }
    // Names of fields are code, and no backticks are left.
    expect(html).toMatch(/<code>HEALTH_DATA_ACCESS_BODY<\/code>/);
    expect(text).not.toContain('`');
    // The code by which lists can be filtered.
    expect(text).toContain('HEALTHDCAT_AP healthdcatap:hdab');
    expect(text).toContain('HEALTH_DATA_ACCESS_BODY');
    expect(plain(text)).toContain(plain(fair.nextStep?.remedy ?? 'no step'));
    expect(text).toContain(
      language === 'de' ? 'damit erfüllt: HealthDCAT-AP' : 'then conforms to: HealthDCAT-AP',
    );
    expect(text).toContain(language === 'de' ? 'nicht erfüllt' : 'does not conform');
    expect(text).toContain(`${fair.score} ${language === 'de' ? 'von' : 'of'} 100`);
    for (const { about, code, remedy } of fair.tests)
      for (const each of [about, code, remedy ?? '']) expect(plain(text)).toContain(plain(each));
  });

  it('says of records that are not judged nothing', async () => {
    const html = await pageIn(gateway, 'en', 'institutions/hospital');
    expect(html).not.toContain('id="assessment"');
    expect(html).not.toMatch(/FAIR (?!Data Point)/);
  });

  it('tells how many links of each type there are at either end, also of those on other pages', async () => {
    // The hospital is publisher and custodian; the page shows one link.
    const { text } = await gateway.get('/institutions/hospital?first=1&lang=en', {
      headers: { accept: 'text/html' },
    });
    expect(/<h3 id="provisions-from">[^<]*<\/h3>/.exec(text)?.[0]).toMatch(/\(2\)/);
    const ofDataset = await pageIn(gateway, 'en');
    expect(/<h3 id="provisions-to">[^<]*<\/h3>/.exec(ofDataset)?.[0]).toMatch(/\(3\)/);
  });
});

describe('a dataset that conforms', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await open(healthExample('PUBLIC'));
  });
  afterAll(() => gateway.end());

  it.each([
    ['de', 'Forderung'],
    ['en', 'demand'],
  ])('has nothing that is not met, in %s', async (language, word) => {
    const text = textOf(await pageIn(gateway, language));
    expect(text).not.toMatch(new RegExp(`\\d ${word}`));
    expect(text).toContain(language === 'de' ? 'HealthDCAT-AP 8 erfüllt' : 'HealthDCAT-AP 8 conforms');
  });
});
