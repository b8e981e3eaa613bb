/** What is cached answers as the database does: every list, order, filter, role and day, every page from either end. */
import fc from 'fast-check';
import { readCounts, readPages, noParent } from '../../../src/query/connection';
import { filtered } from '../../../src/query/filter/filter';
import type { ListArguments, Listing } from '../../../src/query/listing';
import { allOfClass, declaredList, linksOfAnyType } from '../../../src/query/lists';
import { orderFieldsOf, orderTerms, placeIn, type OrderTerm, type Place } from '../../../src/query/order';
import type { Window } from '../../../src/query/page';
import type { CachedPage } from '../../../src/query/rows/cached';
import {
  attributeOf,
  describe as describeClass,
  isTimed,
  type Description,
  type List,
} from '../../../src/resource/description';
import { codesOf } from '../../../src/vocabulary/concept-scheme';
import { describeOnEachDatabase } from '../../helpers/databases';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { FilterMaker } from '../../helpers/generated-filter';
import { runs } from '../../helpers/property-runs';
import { cachedNow, rowCacheOf } from '../../helpers/row-cache-of';
import { registry, SmallWorld, type PlainRecords } from '../../helpers/small-world';

/** One list as a client may ask for it. */
interface Asked {
  listing: Listing;
  /** Class of the records on which it hangs; null for any resource, undefined for none. */
  owner: Description | null | undefined;
  signature: string;
  terms: OrderTerm[];
}

const classes = [...registry.resources, ...registry.links];
const day = fc.constantFrom('2019-12-31', '2020-01-31', '2020-06-15', '2021-12-31');
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });

const rolesOf = (link: Description): fc.Arbitrary<string[]> => {
  const scheme = attributeOf(link, 'role')?.scheme;
  return scheme ? fc.uniqueArray(fc.constantFrom(...codesOf(scheme)), { maxLength: 3 }) : fc.constant([]);
};

/** The class of the records in a list; null where they may be of any. */
const classIn = (list: List): Description | null => {
  const type = list.kind === 'links' ? list.link() : list.to?.();
  return type ? describeClass(type) : null;
};

const argumentsOf = (of: Description | null, via: Description | null): fc.Arbitrary<ListArguments> =>
  fc.record({
    asOf: via !== null || (of !== null && isTimed(of)) ? sometimes(day) : fc.constant(null),
    roles: via && attributeOf(via, 'role') ? sometimes(rolesOf(via)) : fc.constant(null),
  });

const ordersOf = (of: Description | null) =>
  of && orderFieldsOf(of).length > 0
    ? fc.array(
        fc.record({
          field: fc.constantFrom(...orderFieldsOf(of).map(({ name }) => name)),
          direction: fc.constantFrom('ASC' as const, 'DESC' as const),
        }),
        { maxLength: 2 },
      )
    : fc.constant([]);

/** A list with whatever narrows and orders it. */
function askedOf(
  records: PlainRecords,
  owner: Asked['owner'],
  of: Description | null,
  via: Description | null,
  listingWith: (given: ListArguments) => Listing,
): fc.Arbitrary<Asked> {
  const maker = new FilterMaker(registry, records);
  return fc
    .record({
      given: argumentsOf(of, via),
      filter: of ? fc.option(maker.filter(of, 1), { freq: 1 }) : fc.constant(null),
      orderBy: ordersOf(of),
      language: fc.constantFrom('de' as const, 'en' as const),
    })
    .map(({ given, filter, orderBy, language }) => {
      const listing = filtered(listingWith(given), filter, registry);
      return {
        listing,
        owner,
        signature: JSON.stringify([given, filter]),
        terms: orderTerms(listing, orderBy, language),
      };
    });
}

const everyList = (records: PlainRecords): fc.Arbitrary<Asked[]> =>
  fc.tuple(
    ...classes.map((of) => askedOf(records, undefined, of, null, (given) => allOfClass(of, given))),
    ...registry.resources.flatMap((owner) =>
      owner.lists.map((list) =>
        askedOf(
          records,
          owner,
          classIn(list),
          list.kind === 'inverse' ? null : describeClass(list.link()),
          (given) => declaredList(owner, list, given),
        ),
      ),
    ),
    ...(['OUTGOING', 'INCOMING', null] as const).map((direction) =>
      fc.record({ asOf: sometimes(day) }).map((given): Asked => ({
        listing: linksOfAnyType({ ...given, direction }),
        owner: null,
        signature: JSON.stringify([given, direction]),
        terms: orderTerms({ of: null }, [], 'en'),
      })),
    ),
  );

const cases = generatedCatalogue(registry, 7).chain((records) =>
  fc.record({
    records: fc.constant(records),
    asked: everyList(records),
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
    picks: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
  }),
);

/** A page as it is compared: what a client sees of it. */
interface Seen {
  keys: unknown[];
  places: readonly Place[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

const seenIn = (page: CachedPage): Seen => ({
  keys: page.records.map(({ key }) => key),
  places: page.records.map((_, index) => page.placeOf(index)),
  hasNextPage: page.hasNextPage,
  hasPreviousPage: page.hasPreviousPage,
});

describeOnEachDatabase('what is cached', (dialect) => {
  it('answers with the pages and counts of the database', async () => {
    const property = fc.asyncProperty(cases, async ({ records, asked, sizes, picks }) => {
      const world = await SmallWorld.of(dialect, records);
      try {
        const cached = await cachedNow(rowCacheOf(world));
        const at = (list: readonly unknown[], index: number) => (picks[index % 16] ?? 0) % list.length;
        for (const [index, { listing, owner, signature, terms }] of asked.entries()) {
          const parents = parentsOf(records, owner);
          const inDatabase = async (window: Window, below: readonly string[]): Promise<Seen[]> =>
            (await readPages(world.store, listing, terms, window, below)).map(({ rows, ...page }) => ({
              ...page,
              keys: rows.map(({ id }) => id),
              places: rows.map((row) => placeIn(terms, row)),
            }));
          const inMemory = async (window: Window, below: readonly string[]): Promise<Seen[] | undefined> =>
            (await cached.pages({ listing, signature, terms, window }, below))?.map(seenIn);
          const size = sizes[index % 8] ?? 1;
          const whole: Window = { size: 100, backward: false, after: null, before: null };

          const all = await inDatabase(whole, parents);
          expect(await inMemory(whole, parents)).toEqual(all);
          const backward = { ...whole, size, backward: true };
          expect(await inMemory(backward, parents)).toEqual(await inDatabase(backward, parents));
          const counts = await cached.counts({ listing, signature }, parents);
          expect(counts).toEqual(await readCounts(world.store, listing, parents));
          expect(counts).toEqual(all.map(({ keys }) => keys.length));

          const longest = all.reduce(
            (most, page, parent) => (page.keys.length > (all[most]?.keys.length ?? 0) ? parent : most),
            0,
          );
          const places = all[longest]?.places ?? [];
          const parent = [parents[longest] ?? noParent];
          const [one, other] = [places[at(places, index)] ?? null, places[at(places, index + 7)] ?? null];
          for (const cut of [
            { size, backward: false, after: one, before: null },
            { size, backward: true, after: null, before: other },
            { size, backward: index % 2 === 0, after: one, before: other },
          ]) {
            expect(await inMemory(cut, parent)).toEqual(await inDatabase(cut, parent));
          }
        }
      } finally {
        await world.end();
      }
    });
    await fc.assert(property, { numRuns: runs(3), endOnFailure: true });
  }, 600_000);
});

/** The keys on which a list may hang, and one that does not exist. */
function parentsOf(records: PlainRecords, owner: Asked['owner']): string[] {
  if (owner === undefined) return [noParent];
  const owners = owner ? [owner] : registry.resources;
  return owners.flatMap(({ path, type }) => [
    ...(records[type] ?? []).map(({ slug }) => `${path}/${String(slug)}`),
    `${path}/nobody`,
  ]);
}
