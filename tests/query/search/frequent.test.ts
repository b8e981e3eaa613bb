/** Pages of a search for frequent words, of which not all hits are collected, are the pages that one finds by collecting them. */
import fc from 'fast-check';
import { openedList } from '../../../src/query/requested-connection';
import { noParent, readCounts, readPages } from '../../../src/query/connection';
import type { Listing } from '../../../src/query/listing';
import { allOfClass } from '../../../src/query/lists';
import { orderTerms, placeIn } from '../../../src/query/order';
import type { Search } from '../../../src/query/search/hits';
import { lookUp } from '../../../src/query/search/search';
import { searchTextOf } from '../../../src/query/search/search-text';
import { foundBySearch, searched } from '../../../src/query/search/searched';
import { describe as descriptionOf } from '../../../src/resource/description';
import { describeOnEachDatabase } from '../../helpers/databases';
import { runs } from '../../helpers/property-runs';
import { registry, SmallWorld } from '../../helpers/small-world';

const words = ['Labor', 'Laborwert', 'Herz', 'Lunge'];
/** Names and descriptions in which each word stands in some, alone, as a part, or twice. */
const datasets = Array.from({ length: 48 }, (_, index) => ({
  slug: `d-${(index * 29) % 48}`,
  name: { de: index % 11 === 0 ? 'Labor' : `${words[index % 4] ?? ''} ${words[index % 3] ?? ''} ${index}` },
  description: { de: `${words[(index * 7) % 4] ?? ''} und ${words[(index * 5) % 3] ?? ''}` },
  kind: 'COHORT',
}));

const text = fc.constantFrom('Labor', 'labor', 'Herz', 'Lab', 'Labor Herz', 'Lunge Labor Herz', 'Herz 7');
const asked = fc.record({ text, size: fc.constantFrom(1, 2, 5, 10), wide: fc.boolean() });

describeOnEachDatabase('a search for frequent words', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {
      Dataset: datasets,
      Institution: [{ slug: 'labor', name: { de: 'Labor' }, kind: 'NETWORK' }],
    });
  });
  afterAll(() => world.end());

  const dataset = () => descriptionOf(registry.ofType('Dataset')?.class as never);
  const listingOf = (search: Search, wide: boolean): Listing =>
    wide
      ? foundBySearch({ ...search, types: null, linkedWith: [], citedFrom: [] }, registry)
      : searched(allOfClass(dataset(), {}), search, registry);

  /** All pages, each after the cursor of the one before, as keys and scores. */
  async function pagesOf(search: Search, { size, wide }: { size: number; wide: boolean }) {
    const listing = { ...listingOf(search, wide), columns: ['id', 'search_score'] };
    const terms = orderTerms(listing, [], 'en');
    const { window } = openedList('list', terms, { first: size });
    const pages: unknown[] = [];
    for (let after: typeof window.after = null; ;) {
      const [page] = await readPages(world.store, listing, terms, { ...window, after }, [noParent]);
      if (!page) throw new Error('There is no page.');
      pages.push({
        next: page.hasNextPage,
        rows: page.rows.map((row) => [row.id, Number(row.search_score)]),
      });
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) return pages;
      after = placeIn(terms, last);
    }
  }

  it('gives the same pages to the end, and the same count', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ text, ...how }) => {
        const search = await lookUp(world.store, registry, searchTextOf(text, 'text'));

        const collected = await pagesOf({ ...search, frequentFrom: Infinity }, how);

        expect(collected).not.toEqual([]);
        const listing = listingOf(search, how.wide);
        const inList = await readCounts(world.store, { ...listing, found: undefined }, [noParent]);
        expect(await readCounts(world.store, listing, [noParent])).toEqual(inList);
        for (const frequentFrom of [1, 10, 20, 30])
          expect(await pagesOf({ ...search, frequentFrom }, how)).toEqual(collected);
      }),
      { numRuns: runs(80) },
    );
  });

  it('looks at a few records only where they fill the page', async () => {
    const search = await lookUp(world.store, registry, searchTextOf('Labor', 'text'));
    const texts: string[] = [];
    const reader = {
      dialect,
      read: (statement: Parameters<typeof world.store.read>[0]) => {
        texts.push(statement.text);
        return world.store.read(statement);
      },
    };
    const listing = listingOf({ ...search, frequentFrom: 10 }, true);
    const terms = orderTerms(listing, [], 'en');
    const { window } = openedList('list', terms, { first: 2 });
    await readPages(reader, listing, terms, window, [noParent]);

    expect(texts.join()).toContain('met AS MATERIALIZED');
  });
});
