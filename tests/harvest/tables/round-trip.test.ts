/** What is written into a template comes back as it was: records → rows → records, for every class, in both languages. */
import fc from 'fast-check';
import type { HarvestedRecord } from '../../../src/harvest/harvested-record';
import { columnAt, fieldsOf } from '../../../src/harvest/tables/column';
import { templateOf, type TemplateSheet } from '../../../src/harvest/tables/template';
import { writeCsv } from '../../../src/harvest/tables/write-csv';
import { writeWorkbook } from '../../../src/harvest/tables/write-xlsx';
import { registry } from '../../../src/registry';
import { unusableIn } from '../../../src/resource/canonical/text';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { runs } from '../../helpers/property-runs';
import { readBack } from './read-back';

jest.setTimeout(300_000);

type Plain = Readonly<Record<string, unknown>>;

/** Without what states nothing, and without evidence: the table is the evidence. */
function statedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(statedIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, each]) => each !== null && name !== 'evidence' && !(Array.isArray(each) && each.length === 0),
      )
      .map(([name, each]) => [name, statedIn(each)]),
  );
}

const classes = [...registry.resources, ...registry.links];

/** A template with a column for French texts, which the generated records have. */
const withFrench = (sheets: readonly TemplateSheet[]): TemplateSheet[] =>
  sheets.map(({ description, columns }) => ({
    description,
    columns: [
      ...columns,
      ...fieldsOf(description, registry).flatMap((field) => columnAt(field, [field.name, 'fr']) ?? []),
    ],
  }));

const byClass = (records: readonly HarvestedRecord[]): Record<string, Plain[]> =>
  Object.fromEntries(
    classes.flatMap(({ type }) => {
      const of = records.filter((record) => record.type === type).map(({ data }) => data);
      return of.length > 0 ? [[type, of]] : [];
    }),
  );

const stated = (catalogue: Record<string, readonly Plain[]>): Record<string, unknown> =>
  Object.fromEntries(
    classes.flatMap(({ type }) => {
      const of = catalogue[type] ?? [];
      return of.length > 0 ? [[type, of.map(statedIn)]] : [];
    }),
  );

const catalogues = generatedCatalogue(registry, 2) as unknown as fc.Arbitrary<Record<string, Plain[]>>;
const languages = fc.constantFrom('de', 'en');

it('reads a workbook with all classes as it was written', async () => {
  const template = withFrench(templateOf(classes, registry));
  await fc.assert(
    fc.asyncProperty(catalogues, languages, async (catalogue, lang) => {
      const { records, findings } = await readBack(
        await writeWorkbook(template, lang, catalogue),
        'file:///all.xlsx',
      );

      expect(findings).toEqual([]);
      expect(byClass(records)).toEqual(stated(catalogue));
    }),
    { numRuns: runs(40) },
  );
});

it('reads CSV of each class as it was written, whatever the file is called', async () => {
  const template = withFrench(templateOf(classes, registry));
  await fc.assert(
    fc.asyncProperty(catalogues, languages, async (catalogue, lang) => {
      for (const sheet of template) {
        const { type } = sheet.description;
        const of = catalogue[type] ?? [];
        if (of.length === 0) continue;
        const { records, findings } = await readBack(writeCsv(sheet, lang, of), 'file:///export.csv');

        expect(findings.filter(({ id }) => id !== 'byte-order-mark')).toEqual([]);
        expect(byClass(records)).toEqual(stated({ [type]: of }));
      }
    }),
    { numRuns: runs(40) },
  );
});

it('keeps any text: separators, quotation marks, lines, and what looks like a formula or a number', async () => {
  const template = templateOf(
    [registry.ofType('Dataset')].flatMap((one) => one ?? []),
    registry,
  ).slice(0, 1);
  const [sheet] = template;
  if (!sheet) throw new Error('There is no template.');
  const signs = fc.constantFrom(
    ';',
    '\\',
    '"',
    ',',
    '\t',
    '=1+1',
    '2020',
    '_x0041_',
    '[name.de]',
    'ä',
    '€',
    '😀',
    ' ',
    'a',
  );
  const text = fc
    .array(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 3 })), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('').trim())
    .filter((each) => each !== '' && unusableIn(each) === null);
  const dataset = fc.record({
    slug: fc.constant('one'),
    name: fc.record({ de: text, en: text }),
    kind: fc.constant('REGISTRY'),
    keywords: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
  });
  const inLines = { slug: 'one', name: { de: 'a\nb', en: ';' }, keywords: [';\n;', 'a\nb\\', 'c'] };
  await fc.assert(
    fc.asyncProperty(dataset, languages, async (data, lang) => {
      const workbook = await readBack(
        await writeWorkbook(template, lang, { Dataset: [data] }),
        'file:///a.xlsx',
      );
      const csv = await readBack(writeCsv(sheet, lang, [data]), 'file:///a.csv');

      expect(workbook.records.map((record) => record.data)).toEqual([data]);
      expect(csv.records.map((record) => record.data)).toEqual([data]);
    }),
    { numRuns: runs(200), examples: [[{ ...inLines, kind: 'REGISTRY' }, 'de']] },
  );
});
