/** The pages of controlled vocabularies: every concept in both languages, where it is used, and where codes on other pages lead. */
import { describeOnEachDatabase } from '../../helpers/databases';
import { linksIn, structuredIn, textOf } from '../../helpers/html';
import { ownVocabularies } from '../../../src/resource/own-vocabularies';
import { aboutConcept, aboutScheme, titleOfScheme } from '../../../src/vocabulary/meanings';
import { registry } from '../../helpers/small-world';
import { Gateway } from '../../http/gateway';

/** Names of fields in a sentence are marked as code. */
const letters = (text: string): string => text.replace(/[\s`]/g, '');

const base = 'https://example.org/num';
const records = {
  Institution: [{ slug: 'marburg', name: { en: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
};

describeOnEachDatabase('the page of a vocabulary', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(dialect, records, {}, { PUBLIC_URL: base });
  });
  afterAll(() => gateway.end());
  const page = (path: string) => gateway.get(`/num${path}`, { headers: { accept: 'text/html' } });

  it('has every concept with its label, code and meaning, for each vocabulary and language', async () => {
    for (const scheme of ownVocabularies(registry).values())
      for (const language of ['de', 'en'] as const) {
        const { name, concepts } = scheme;
        const { status, headers, text } = await page(`/vocabularies/${name}?lang=${language}`);
        expect([name, status, headers.get('content-language')]).toEqual([name, 200, language]);
        expect(text).toContain(`<html lang="${language}">`);
        const words = textOf(text);
        expect(letters(words)).toContain(letters(aboutScheme(scheme)[language] ?? ''));
        expect(words).toContain(titleOfScheme(scheme)[language]);
        for (const [code, concept] of Object.entries(concepts)) {
          // Its IRI leads to it.
          expect(text).toContain(`id="${code}"`);
          expect(words).toContain(concept[language]);
          const meaning = aboutConcept(scheme, code)[language];
          // Whoever adds a concept says in German, too, what it means.
          expect([name, code, meaning]).toEqual([name, code, expect.any(String)]);
          expect(letters(words)).toContain(letters(meaning ?? ''));
        }
        expect(structuredIn(text)).toMatchObject({
          '@type': 'DefinedTermSet',
          '@id': `${base}/vocabularies/${name}`,
        });
      }
  });

  it('stands on the page of all vocabularies, to which it leads back', async () => {
    for (const language of ['de', 'en'] as const) {
      const index = await page(`/vocabularies?lang=${language}`);
      expect([index.status, index.headers.get('content-language')]).toEqual([200, language]);
      const links = linksIn(index.text);
      for (const scheme of ownVocabularies(registry).values()) {
        const { name } = scheme;
        expect(links).toContain(`/num/vocabularies/${name}?lang=${language}`);
        expect(textOf(index.text)).toContain(titleOfScheme(scheme)[language]);
        expect(letters(textOf(index.text))).toContain(letters(aboutScheme(scheme)[language] ?? ''));
      }
      const { text } = await page(`/vocabularies/InstitutionKind?lang=${language}`);
      expect(linksIn(text)).toContain(`/num/vocabularies?lang=${language}`);
    }
  });

  it('leads to the records that have a code, and back from these', async () => {
    const { text } = await page('/vocabularies/InstitutionKind?lang=en');
    const path = '/institutions?kind=UNIVERSITY_MEDICAL_CENTRE&lang=en';
    expect(linksIn(text)).toContain(`/num${path}`);
    expect(textOf((await page(path)).text)).toContain('Marburg');
    expect(textOf((await page('/institutions?kind=COMPANY&lang=en')).text)).not.toContain('Marburg');
    const record = await page('/institutions/marburg?lang=en');
    expect(linksIn(record.text)).toContain(
      '/num/vocabularies/InstitutionKind?lang=en#UNIVERSITY_MEDICAL_CENTRE',
    );
  });

  it('has the query by which programs get it, and its other forms', async () => {
    const { text } = await page('/vocabularies/InstitutionKind');
    const link = linksIn(text).find((each) => each.includes('/graphql?'));
    const parameters = new URL(link ?? '', base).searchParams;
    const { json } = await gateway.get('/num/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: parameters.get('query'),
        variables: JSON.parse(parameters.get('variables') ?? '{}') as object,
      }),
    });
    expect(JSON.stringify(json)).toContain('UNIVERSITY_MEDICAL_CENTRE');
    for (const suffix of ['ttl', 'jsonld', 'json'])
      expect(linksIn(text)).toContain(`${base}/vocabularies/InstitutionKind.${suffix}`);
  });

  it('is in neither language for a vocabulary that there is not', async () => {
    for (const path of ['/vocabularies/Nothing', '/vocabularies/InstitutionKind.docx'])
      expect([path, (await page(path)).status]).toEqual([path, 404]);
  });
});
