/** Whatever text, date or number a steward may write comes back from either database as it was written, in the one form of texts, or is refused. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { ImportRefused } from '../../src/errors';
import { line, paragraphs, unusableIn } from '../../src/resource/canonical/text';
import { Loaders } from '../../src/query/loaders';
import { describeOnEachDatabase } from '../helpers/databases';
import { runs } from '../helpers/property-runs';
import { SmallWorld } from '../helpers/small-world';

const isPlain = (text: string): boolean => line(text) !== '' && unusableIn(text) === null;

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    'Universitätsklinikum Gießen',
    '🏥 \u{1F468}\u200D\u2695\uFE0F',
    `'; DROP TABLE source; --`,
    '"\\%_{}[]',
    '\uFEFFa',
  ),
  fc.nat(890).map((length) => 'ä'.repeat(length + 1)),
);
const plain = text.filter(isPlain);
const texts = fc.dictionary(fc.constantFrom('de', 'en', 'fr', 'pt'), plain, { minKeys: 1 });
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const degrees = (bound: number) =>
  fc.double({ min: -bound, max: bound, noNaN: true }).map((value) => value + 0);
const list = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 4 });

/** What a record says, in the form in which it is stored; dates and codes are in it already. */
function stored(written: unknown): unknown {
  if (typeof written === 'string') return line(written);
  if (Array.isArray(written)) {
    const items = written.map(stored);
    return items.every((item) => typeof item === 'string') ? [...new Set(items)] : items;
  }
  if (typeof written !== 'object' || written === null) return written;
  return Object.fromEntries(Object.entries(written).map(([field, value]) => [field, stored(value)]));
}

interface Written {
  otherNames?: { language: string }[];
  amount?: { amount: number } | null;
}

/** Languages are read as codes, amounts as exact texts. */
const asRead = ({ otherNames, amount, ...others }: Written): object => ({
  ...others,
  ...(otherNames && {
    otherNames: otherNames.map((name) => ({ ...name, language: name.language.toUpperCase() })),
  }),
  ...(amount && { amount: { ...amount, amount: amount.amount.toFixed(2).replace('.00', '') } }),
});

const dataset = fc.record({
  name: texts,
  kind: fc.constantFrom('COHORT', 'REGISTRY'),
  otherNames: list(fc.record({ language: fc.constantFrom('de', 'en'), value: plain, startsOn: day })),
  acronym: optional(plain),
  keywords: list(plain),
  themes: fc.subarray(['IMAGING', 'BIOSAMPLE']),
  licence: optional(fc.webUrl({ withFragments: true, withQueryParameters: true })),
  temporalCoverage: optional(
    fc.tuple(day, day).map(([one, other]) => ({ startsOn: [one, other].sort()[0], endsOn: null })),
  ),
  numberOfRecords: optional(fc.nat()),
});
const institution = fc.record({
  name: texts,
  kind: fc.constant('NETWORK'),
  location: optional(
    fc.record({
      latitude: degrees(90),
      longitude: degrees(180),
      precision: optional(fc.constantFrom('CITY', 'HOSPITAL')),
    }),
  ),
  listedSite: optional(fc.boolean()),
});
const project = fc.record({
  name: texts,
  amount: optional(
    fc.record({
      amount: fc.nat(2 ** 31 - 1).chain((euros) => fc.nat(99).map((cents) => Number(`${euros}.${cents}`))),
      currency: fc.constantFrom('EUR', 'USD'),
      qualifier: optional(fc.constantFrom('EXACT', 'APPROXIMATE', 'AT_LEAST', 'UP_TO')),
    }),
  ),
  startsOn: optional(day),
});

describeOnEachDatabase('a value that was imported', (dialect) => {
  let world: SmallWorld;
  let number = 0;

  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {});
  });

  afterAll(() => world.end());

  const survives = async (type: string, path: string, written: object): Promise<void> => {
    const slug = `record-${(number += 1)}`;

    await world.add({ [type]: [{ slug, ...written }] });

    const read = await new Loaders(world.store, world.registry).record(`${path}/${slug}`);
    expect(read).toMatchObject(asRead(stored(written) as Written));
  };

  it.each([
    ['Dataset', 'datasets', dataset],
    ['Institution', 'institutions', institution],
    ['Project', 'projects', project],
  ] as [string, string, fc.Arbitrary<object>][])(
    'comes back as it was written, in any field of %s',
    (type, path, records) =>
      fc.assert(
        fc.asyncProperty(records, (record) => survives(type, path, record)),
        { numRuns: runs(60) },
      ),
  );

  it('comes back in evidence as well', () =>
    fc.assert(
      fc.asyncProperty(plain, plain, day, async (statedValue, quotation, statedOn) => {
        const slug = `record-${(number += 1)}`;
        const statement = { source: 'register', property: 'name', statedValue, quotation, statedOn };

        await world.add({
          Project: [{ slug, name: { de: 'x' }, evidence: [{ ...statement, confidence: 'INFERRED' }] }],
        });

        // Two sources that differ in nothing but the form of what they state agree.
        const kept = {
          property: 'name',
          statedValue: line(statedValue),
          quotation: paragraphs(quotation),
          statedOn,
        };
        const evidence = await new Loaders(world.store, world.registry).evidence(`projects/${slug}`);
        expect(evidence).toEqual([expect.objectContaining({ ...kept, sourceId: 'sources/register' })]);
      }),
      { numRuns: runs(30) },
    ));

  it('fits into every index at the most that is taken, and is refused beyond', async () => {
    /** Nothing that a database could compress. */
    const noise = (length: number) => randomBytes(length).toString('hex').slice(0, length);
    const site = (length: number) => ({
      slug: `s-${noise(198)}`,
      kind: 'NETWORK',
      name: { de: noise(length), en: noise(length) },
      city: noise(length),
      acronym: noise(length),
      evidence: [
        { source: 'register', property: 'city', statedValue: noise(length), confidence: 'INFERRED' },
      ],
    });
    await world.add({ Institution: [site(1_800)] });

    const refused = await world.add({ Institution: [site(1_801)] }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    for (const { remedy } of (refused as ImportRefused).problems)
      expect(remedy).toMatch(/at most 1800 bytes/);
    expect((refused as ImportRefused).problems).toHaveLength(4);
  });

  it('is either refused or comes back, whatever 16-bit units a text is made of', () => {
    const anything = fc.string({
      unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      maxLength: 5,
    });
    const unusual = fc.constantFrom('\0', 'a\0b', '\uD800', 'a\uDC00', '\u001F', '\u0085', '\uFFFE');
    return fc.assert(
      fc.asyncProperty(fc.oneof(anything, unusual), async (acronym) => {
        const outcome = await survives('Project', 'projects', { name: { de: 'x' }, acronym }).then(
          () => 'came back',
          (error: unknown) => {
            if (error instanceof ImportRefused) return 'was refused';
            throw error;
          },
        );
        expect(outcome).toBe(isPlain(acronym) ? 'came back' : 'was refused');
      }),
      { numRuns: runs(60) },
    );
  });
});
