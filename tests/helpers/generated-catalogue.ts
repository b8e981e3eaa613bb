/** Catalogues made by fast-check from the declarations: equal names, umlauts, missing values, many links and none. */
import fc from 'fast-check';
import type { Notation } from '../../src/resource/canonical/notation';
import { describe, type Attribute, type Description } from '../../src/resource/description';
import type { Registry } from '../../src/resource/registry';
import { AmountQualifier } from '../../src/vocabulary/amount-qualifier';
import { codesOf } from '../../src/vocabulary/concept-scheme';
import { PlacePrecision } from '../../src/vocabulary/place-precision';
import type { PlainRecords } from './small-world';

type Plain = Record<string, unknown>;
/** Slugs by class. */
type Slugs = Record<string, string[]>;

const texts = [
  'Ärzte',
  'arzt',
  'Aachen',
  'Zürich',
  'zurich',
  'Straße',
  'Strasse',
  'Übung 2',
  'übung 10',
  'É',
];
const text = fc.constantFrom(...texts);

const values: Partial<Record<string, fc.Arbitrary<unknown>>> = {
  text,
  localized: fc
    .record({ de: text, en: text, fr: text }, { requiredKeys: [] })
    .map((given) => (Object.keys(given).length > 0 ? given : { fr: 'Paris' })),
  texts: fc.uniqueArray(text, { maxLength: 3 }),
  flag: fc.boolean(),
  day: fc.constantFrom('2020', '2020-01', '2020-02', '2020-01-31', '2021-12-31', '2021'),
  period: fc.oneof(
    fc.constant({ startsOn: '2020-01-31', endsOn: '2020-12-31' }),
    fc
      .constantFrom('2020-01-01', '2021-12-31')
      .chain((day) => fc.constantFrom({ startsOn: day }, { endsOn: day })),
  ),
  place: fc.record({
    latitude: fc.constantFrom(-33.9, 0, 50.81),
    longitude: fc.constantFrom(8.77, 180),
    precision: fc.constantFrom(null, ...codesOf(PlacePrecision)),
  }),
  bytes: fc.constantFrom(0, 3, 2 ** 31, 2 ** 53 - 1),
  checksum: fc.constantFrom(
    { algorithm: 'MD5', value: 'd41d8cd98f00b204e9800998ecf8427e' },
    { algorithm: 'SHA1', value: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' },
  ),
  iri: fc.constantFrom('https://x.example/A', 'https://x.example/a', 'https://y.example/%C3%A4'),
  money: fc.record({
    amount: fc.constantFrom(0, 0.5, 3, 1e12),
    currency: fc.constantFrom('EUR', 'USD'),
    qualifier: fc.constantFrom(null, ...codesOf(AmountQualifier)),
  }),
};

const integers = [-1, 0, 2, 3, 10, 2_000_000_000];
const written: Record<Notation, string[]> = {
  duration: ['P1D', 'P1M', 'PT0.5S', 'P1Y2M3DT4H5M6S'],
  telephone: ['+49-30-123456', '+1-555-0100-22'],
};
const grants = fc.constantFrom('01KX2021', '01KX2121', 'KI 1234/5-1');
const addresses = fc.uniqueArray(fc.constantFrom('https://x.example/A', 'https://x.example/a', 'urn:x-y:1'));

function valueOf({
  kind: { name: kind },
  scheme,
  identifies,
  notation,
  address,
  min = -1,
}: Attribute): fc.Arbitrary<unknown> {
  if (identifies) return grants;
  if (notation) return fc.constantFrom(...written[notation]);
  if (kind === 'integer') return fc.constantFrom(...integers.filter((each) => each >= min));
  if (kind === 'texts' && address) return addresses;
  if (kind === 'concept' && scheme) return fc.constantFrom(...codesOf(scheme));
  return values[kind] ?? fc.constant(null);
}

/** The attributes of one record, without its slug; one value in three is missing where that is allowed. */
const attributesOf = ({ attributes }: Description): fc.Arbitrary<Plain> =>
  fc.record(
    Object.fromEntries(
      attributes
        .filter(({ derived, kind }) => !derived && kind.name !== 'slug')
        .map((attribute) => [
          attribute.name,
          attribute.required ? valueOf(attribute) : fc.option(valueOf(attribute), { freq: 2 }),
        ]),
    ),
  );

const slugsOf = (registry: Registry, most: number): fc.Arbitrary<Slugs> =>
  fc.record(
    Object.fromEntries(
      registry.resources.map(({ type }) => [
        type,
        fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9])?$/), { minLength: 1, maxLength: most }),
      ]),
    ),
  );

const referencesOf = ({ references }: Description, slugs: Slugs): fc.Arbitrary<Plain> =>
  fc.record(
    Object.fromEntries(
      references
        .filter(({ derivedFrom }) => !derivedFrom)
        .map(({ name, to, required }) => {
          const slug = fc.constantFrom(...(slugs[describe(to()).type] ?? []));
          return [name, required ? slug : fc.option(slug, { freq: 2 })];
        }),
    ),
  );

/** When sources say things: on a day, for a funding period, or as a complete list. Every second record has what no date is known of. */
function evidenceOf({ kind, lists }: Description, slugs: Slugs): fc.Arbitrary<Plain> {
  const stated = { source: fc.constantFrom('register', 'list'), confidence: fc.constant('FOUND_IN_SOURCE') };
  const statedOn = fc.constantFrom('2019', '2020', '2020-02', '2020-01-31', '2021-06', '2021-12-31');
  const periods = (slugs.FundingPeriod ?? []).map((slug) => `funding-periods/${slug}`);
  const shown = fc.record(
    { ...stated, statedOn, during: fc.uniqueArray(fc.constantFrom(...periods), { maxLength: 2 }) },
    { requiredKeys: ['source', 'confidence'] },
  );
  const names = lists.map(({ name }) => name);
  const complete =
    kind === 'resource' && names.length > 0
      ? [fc.record({ ...stated, statedOn, property: fc.constantFrom(...names), complete: fc.constant(true) })]
      : [];
  const statement = fc.oneof({ arbitrary: shown, weight: 4 }, ...complete);
  return fc
    .option(fc.array(statement, { minLength: 1, maxLength: 3 }))
    .map((evidence) => (evidence ? { evidence } : {}));
}

const resourcesOf = (description: Description, slugs: Slugs): fc.Arbitrary<Plain[]> =>
  fc.tuple(
    ...(slugs[description.type] ?? []).map((slug) =>
      fc
        .tuple(attributesOf(description), referencesOf(description, slugs), evidenceOf(description, slugs))
        .map(([attributes, references, evidence]) => ({ slug, ...attributes, ...references, ...evidence })),
    ),
  );

/** Links between records that exist; one for each pair of ends and role. A resource may be related to itself. */
function linksOf(
  link: Description,
  { resources }: Registry,
  slugs: Slugs,
  most: number,
): fc.Arbitrary<Plain[]> {
  const ends = Object.fromEntries(
    link.ends.map(({ name, to }) => {
      const allowed = to().map(describe);
      const [only, ...others] = allowed;
      if (only && others.length === 0) return [name, fc.constantFrom(...(slugs[only.type] ?? []))];
      const classes = allowed.length > 0 ? allowed : resources;
      const keys = classes.flatMap(({ path, type }) => (slugs[type] ?? []).map((slug) => `${path}/${slug}`));
      return [name, fc.constantFrom(...keys)];
    }),
  );
  const link1 = fc
    .tuple(fc.record(ends), attributesOf(link), referencesOf(link, slugs), evidenceOf(link, slugs))
    .map(([between, attributes, references, evidence]): Plain => ({
      ...between,
      ...attributes,
      ...references,
      ...evidence,
    }));
  return fc.uniqueArray(link1, {
    maxLength: most,
    selector: (one) => [...link.ends.map(({ name }) => one[name]), one.role].join(' '),
  });
}

const firstDay = (stated: string): string => `${stated}-01-01`.slice(0, 10);
/** The last day that a date may mean, or one that is later but in the same month. */
const lastDay = (stated: string): string =>
  stated.length === 10 ? stated : `${stated}-12-31`.slice(0, 7) + '-31';

/** Links without dates outside those of what they link, which an import refuses. */
function withinEnds(records: Record<string, Plain[]>, registry: Registry): PlainRecords {
  const byKey = new Map(
    registry.resources.flatMap(({ type, path }) =>
      (records[type] ?? []).map((record): [string, Plain] => [`${path}/${String(record.slug)}`, record]),
    ),
  );
  const isOutside = (stated: unknown, end: Plain | undefined): boolean =>
    typeof stated === 'string' &&
    ((typeof end?.startsOn === 'string' && lastDay(stated) < firstDay(end.startsOn)) ||
      (typeof end?.endsOn === 'string' && firstDay(stated) > lastDay(end.endsOn)));
  const inside = (link: Description, record: Plain): Plain => {
    const ends = link.ends.map(({ name, to }) => {
      const [only, ...others] = to().map(describe);
      const written = String(record[name]);
      return byKey.get(only && others.length === 0 ? `${only.path}/${written}` : written);
    });
    const dates = ['startsOn', 'endsOn'].filter((name) => ends.some((end) => isOutside(record[name], end)));
    return { ...record, ...Object.fromEntries(dates.map((name) => [name, null])) };
  };
  return {
    ...records,
    ...Object.fromEntries(
      registry.links.map((link) => [
        link.type,
        (records[link.type] ?? []).map((record) => inside(link, record)),
      ]),
    ),
  };
}

/** A catalogue of every class in a registry, with at most so many records in each. */
export const generatedCatalogue = (registry: Registry, most: number): fc.Arbitrary<PlainRecords> =>
  slugsOf(registry, most)
    .chain((slugs) =>
      fc.record({
        Source: fc.constant([{ slug: 'list', title: 'A list', url: 'https://list.example.org/' }]),
        ...Object.fromEntries(registry.resources.map((each) => [each.type, resourcesOf(each, slugs)])),
        ...Object.fromEntries(
          registry.links.map((each) => [each.type, linksOf(each, registry, slugs, most * 2)]),
        ),
      }),
    )
    .map((records) => withinEnds(records as unknown as Record<string, Plain[]>, registry));
