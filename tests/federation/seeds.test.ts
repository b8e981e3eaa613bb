/** The keys that come from outside are unique among the seeds: no value of one stands on two records, and no record has two. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startSeeded, type SeededGateway } from '../clients/seeded-gateway';
import { askAt } from './compatibility';

interface Seed {
  slug: string;
  identifiers?: { scheme: string; value: string }[];
}

const seedsOf = (file: string, type: string): Seed[] => {
  const text = readFileSync(join(__dirname, '../../seeds', file), 'utf8');
  return (parse(text) as Record<string, Seed[]>)[type] ?? [];
};

const valuesOf = ({ identifiers = [] }: Seed, scheme: string): string[] =>
  identifiers.filter((identifier) => identifier.scheme === scheme).map(({ value }) => value);

describe('among the seeds', () => {
  let gateway: SeededGateway;
  const ask = askAt(() => gateway.endpoint);

  beforeAll(async () => {
    gateway = await startSeeded();
  });
  afterAll(() => gateway.stop());

  it.each([
    ['Institution', 'institutions.yaml', 'MII_SITE', 'miiSiteCode', ['UKSH', 'UKSH']],
    [
      ...['Publication', 'publications.yaml', 'DOI', 'doi'],
      // Sources give one article two DOIs.
      ['10.1007/s00292-020-00891-9', '10.1007/s00292-020-00897-3'],
    ],
  ] as [string, string, string, string, string[]][])(
    '%s is told by what one record has alone',
    async (type, file, scheme, field, noKeys) => {
      const seeds = seedsOf(file, type);
      const all = seeds.flatMap((seed) => valuesOf(seed, scheme));
      const expected = seeds.map((seed) => {
        const [value, ...others] = valuesOf(seed, scheme);
        const isKey = value && others.length === 0 && all.filter((each) => each === value).length === 1;
        return isKey ? value : null;
      });
      const entities = async (representations: unknown[]) => {
        const { data, errors } = await ask(
          `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { slug ${field} } } }`,
          { r: representations },
        );
        expect(errors).toBeUndefined();
        return data?._entities as (Record<string, string | null> | null)[];
      };

      const bySlug = await entities(seeds.map(({ slug }) => ({ __typename: type, slug })));
      expect(bySlug.map((entity) => entity?.[field])).toEqual(expected);

      const keys = expected.filter((value) => value !== null);
      expect(keys.length).toBeGreaterThan(3);
      expect(new Set(keys).size).toBe(keys.length);
      const byKey = await entities(keys.map((value) => ({ __typename: type, [field]: value })));
      expect(byKey.map((entity) => entity?.[field])).toEqual(keys);

      expect(all.filter((value) => !keys.includes(value)).sort()).toEqual(noKeys);
      expect(await entities(noKeys.map((value) => ({ __typename: type, [field]: value })))).toEqual([
        null,
        null,
      ]);
    },
  );
});
