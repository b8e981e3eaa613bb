/** The pages of all records of the seeds, in both languages: they show exactly what the query behind them answers. */
import type { Attribute, Description } from '../../../src/resource/description';
import { fieldOfLabels } from '../../../src/resource/field-names';
import { iriOf } from '../../../src/resource/identity';
import { registry } from '../../../src/registry';
import { nameOfLicence } from '../../../src/vocabulary/licences';
import { linksIn, structuredIn, textOf } from '../../helpers/html';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(300_000);

const site = 'https://num.example.org';
const languages = ['de', 'en'] as const;
type Answered = Readonly<Record<string, unknown>>;

let gateway: Gateway;
beforeAll(async () => {
  const world = await SmallWorld.in(await seededDatabase('sqlite'));
  gateway = await Gateway.of(world, { PUBLIC_URL: site, MAX_COST_PER_MINUTE: '2000000000' });
});
afterAll(() => gateway.end());

const pageAt = async (path: string, language: string): Promise<string> => {
  const { status, text } = await gateway.get(`${path}?lang=${language}`, {
    headers: { accept: 'text/html' },
  });
  expect([path, status]).toEqual([path, 200]);
  return text;
};

/** The answer of the query to which a page links. */
async function answerBehind(html: string, language: string): Promise<Answered> {
  const [link = ''] = linksIn(html, 'class="query"');
  const answer = await gateway.get(link, {
    headers: { accept: 'application/json', 'accept-language': language },
  });
  const { data, errors } = answer.json as { data: Answered; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

async function slugsOf(description: Description): Promise<string[]> {
  const field = description.path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const page = `first: 100${after === null ? '' : `, after: ${JSON.stringify(after)}`}`;
    const { json } = await gateway.ask(
      `{ ${field}(${page}) { nodes { slug } pageInfo { hasNextPage endCursor } } }`,
    );
    const list = (
      json as {
        data: Record<
          string,
          { nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
        >;
      }
    ).data[field];
    slugs.push(...(list?.nodes ?? []).map(({ slug }) => slug));
    after = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (after !== null);
  return slugs;
}

const squeezed = (text: string): string => text.replace(/[\s.,’'\u00a0\u202f]+/g, '');

/** What a reader must find of a value, whatever is written around it. */
function expectedOf(attribute: Attribute, record: Answered): string[] {
  const { name, kind } = attribute;
  const value = record[name];
  if (value == null || (Array.isArray(value) && value.length === 0)) return [];
  const output = kind.output(attribute);
  const type: unknown = Array.isArray(output) ? output[0] : output;
  if (typeof type === 'object' && type !== null && 'concepts' in type)
    return [record[fieldOfLabels(name, Array.isArray(output))]].flat().map(String);
  if ((type === 'Date' || type === 'DateTime') && typeof value === 'string') return [value.slice(0, 4)];
  if (type === 'Boolean') return [];
  return [value].flat().flatMap((each: unknown): string[] => {
    if (typeof each !== 'object' || each === null) return [nameOfLicence(String(each)) ?? String(each)];
    const { amount, latitude, startsOn, endsOn, value: text } = each as Record<string, unknown>;
    const days = [startsOn, endsOn].flatMap((day) => (typeof day === 'string' ? [day.slice(0, 4)] : []));
    return [
      ...(typeof amount === 'string' ? [amount] : []),
      ...(typeof latitude === 'number' ? [String(latitude).slice(0, 5)] : []),
      ...(typeof text === 'string' ? [text] : []),
      ...days,
    ];
  });
}

describe.each(registry.resources.map((each) => [each.path, each] as const))(
  'the pages of %s',
  (path, description) => {
    it('show every value, every link and every statement, in both languages', async () => {
      const slugs = await slugsOf(description);
      expect(slugs.length).toBeGreaterThan(0);
      for (const slug of slugs)
        for (const language of languages) {
          const html = await pageAt(`/${path}/${slug}`, language);
          const [record] = Object.values(await answerBehind(html, language)) as Answered[];
          if (!record) throw new Error(`The query behind ${slug} answers nothing.`);
          const text = squeezed(textOf(html));
          const missing = description.attributes
            .flatMap((attribute) => expectedOf(attribute, record).map((each) => `${attribute.name}: ${each}`))
            .filter((each) => !text.includes(squeezed(each.slice(each.indexOf(': ') + 2))));
          expect([slug, language, missing]).toEqual([slug, language, []]);
          expect(html).toContain(`<html lang="${language}">`);
          const { nodes } = record.links as { nodes: { from: Answered; to: Answered }[] };
          const own = iriOf(site, `${path}/${slug}`);
          const others = nodes.map(({ from, to }) => String((from.iri === own ? to : from).iri));
          const links = linksIn(html);
          for (const other of others) expect(links).toContain(`${other.slice(site.length)}?lang=${language}`);
          const statements = record.evidence as { quotation: string | null }[];
          for (const { quotation } of statements)
            if (quotation !== null) expect(text).toContain(squeezed(quotation));
        }
    });
  },
);

describe('the data for search engines', () => {
  it('in the page of a dataset has what Google wants, from what the record states', async () => {
    const dataset = registry.ofType('Dataset');
    if (!dataset) throw new Error('There are no datasets.');
    for (const slug of await slugsOf(dataset))
      for (const language of languages) {
        const html = await pageAt(`/datasets/${slug}`, language);
        const data = structuredIn(html) ?? {};
        expect(data).toMatchObject({
          '@context': 'https://schema.org/',
          '@type': 'Dataset',
          '@id': `${site}/datasets/${slug}`,
          name: expect.any(String) as string,
          description: expect.stringMatching(/^.{50,5000}$/s) as string,
          url: expect.stringMatching(/^https?:\/\//) as string,
          identifier: expect.arrayContaining([`${site}/datasets/${slug}`]) as unknown[],
          includedInDataCatalog: {
            '@type': 'DataCatalog',
            '@id': `${site}/catalogues/num-data-space`,
            name:
              language === 'de'
                ? 'Katalog des NUM-Datenraum-Gateways'
                : 'Catalogue of the NUM data-space gateway',
          },
        });
        expect(textOf(html)).toContain(String(data.name));
        for (const file of [data.distribution ?? []].flat() as Answered[])
          expect(file).toMatchObject({
            '@type': 'DataDownload',
            contentUrl: expect.stringMatching(/^https?:/) as string,
          });
        if (data.temporalCoverage !== undefined)
          expect(data.temporalCoverage).toMatch(
            /^(?:\d{4}(?:-\d\d){0,2}|\.\.)\/(?:\d{4}(?:-\d\d){0,2}|\.\.)$/,
          );
      }
  });

  it('has the fields of the emergency department data, with licence, publisher and file', async () => {
    const data = structuredIn(await pageAt('/datasets/rki-notaufnahmesurveillance', 'de'));
    expect(data).toMatchObject({
      name: 'Daten der Notaufnahmesurveillance',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      publisher: { '@type': 'Organization', name: 'Robert Koch-Institut' },
      version: '2026-07-24',
      conditionsOfAccess: 'öffentlich',
      sameAs: 'https://doi.org/10.5281/zenodo.7189871',
      keywords: expect.arrayContaining(['COVID-19', 'Daten der Notaufnahme']) as unknown[],
      distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/tab-separated-values' }],
      'http://purl.org/dc/terms/conformsTo': { '@id': 'https://bioschemas.org/profiles/Dataset/1.0-RELEASE' },
    });
    expect((data?.keywords as string[]).includes('Emergency care data')).toBe(false);
  });

  it.each([
    ['institutions/marburg', 'Organization'],
    ['infrastructures/racoon', 'ResearchProject'],
    ['publications/gecco', 'ScholarlyArticle'],
  ])('says what %s is', async (key, type) => {
    expect(structuredIn(await pageAt(`/${key}`, 'en'))).toMatchObject({
      '@type': type,
      '@id': `${site}/${key}`,
    });
  });
});
