/** Lists with a search, and the list of all hits. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { isSearched } from '../../resource/search/searched-texts';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { FoundHits, Listing } from '../listing';
import { allOf, column, name, type Reader } from '../sql';
import { scoreColumn } from '../order';
import { firstHitsOf, hitsOf, type Search } from './hits';
import { sharing, type Shared } from './shared';

/** The hits of a search, with the score in the column for ordering. */
const foundBy = (reader: Reader, search: Search, types: readonly string[]): Sql =>
  sql`SELECT hits.id AS id, hits.type AS type, hits.score AS ${name(scoreColumn)} FROM (${hitsOf(reader, search, types)}) hits`;

const hitsAlone = (search: Search, types: readonly string[], of: Description | null): FoundHits => ({
  all: (reader) => hitsOf(reader, search, types),
  first: (reader) => firstHitsOf(reader, search, types, of),
});

/** A list restricted to the hits of a search, with scores. */
export function searched(listing: Listing, search: Search, registry: Registry): Listing {
  const { of, columns, parent } = listing;
  if (of && !isSearched(of)) throw new Error(`"${listing.name}" cannot be searched.`);
  const types = of ? [of.type] : searchedTypes(registry);
  const listed = join(columns.map((each) => column('t', each)));
  const hangsOn = parent ? sql`, ${parent} AS search_parent` : raw('');
  return {
    ...listing,
    links: undefined,
    whole: false,
    found: of && listing.whole ? hitsAlone(search, types, of) : undefined,
    columns: [...columns, scoreColumn],
    parent: parent && raw('t.search_parent'),
    search,
    source: (reader, parents) => {
      if (!of && !parent) {
        // Keys that no table holds have no index: they are collected once, and hits are looked up among them.
        const hits = foundBy(reader, search, types);
        return sql`FROM (${hits}) t WHERE t.id IN (SELECT t.id ${listing.source(reader, parents)})`;
      }
      const all = sql`(SELECT ${listed}${hangsOn} ${listing.source(reader, parents)}) listed`;
      const found = sql`(${foundBy(reader, search, types)}) found`;
      // Hits are looked up in the list. SQLite would do it the other way round, see in-sqlite.ts.
      const among = raw(reader.dialect === 'sqlite' ? 'CROSS JOIN' : 'JOIN');
      return sql`FROM (SELECT listed.*, found.${name(scoreColumn)} FROM ${found} ${among} ${all} ON found.id = listed.id) t WHERE 1 = 1`;
    },
  };
}

const searchedTypes = ({ resources }: Registry): string[] =>
  resources.filter(isSearched).map(({ type }) => type);

/** A search over all resources, with what is demanded of all that it finds. */
export interface WideSearch extends Search, Shared {
  /** Only resources of these types; null for all. */
  readonly types: readonly string[] | null;
}

const isWide = ({ types, linkedWith, citedFrom }: WideSearch): boolean =>
  types === null && linkedWith.length + citedFrom.length === 0;

/** All hits of a search. */
export function foundBySearch(search: WideSearch, registry: Registry): Listing & { search: WideSearch } {
  const wanted = searchedTypes(registry).filter((type) => search.types?.includes(type) ?? true);
  return {
    name: 'Query.search',
    of: null,
    columns: ['id', scoreColumn],
    parent: null,
    search,
    ...(isWide(search) && { found: hitsAlone(search, wanted, null) }),
    source: (reader) =>
      sql`FROM (${foundBy(reader, search, wanted)}) t WHERE ${allOf([raw('1 = 1'), ...sharing(search)])}`,
  };
}

/** The number of hits per type, whichever types are asked for. */
export async function countTypes(
  reader: Reader,
  search: WideSearch,
  registry: Registry,
): Promise<Map<string, number>> {
  const { source } = foundBySearch({ ...search, types: null }, registry);
  const rows = await reader.read(
    sql`SELECT t.type AS type, count(*) AS total ${source(reader, [])} GROUP BY t.type`,
  );
  return new Map(rows.map(({ type, total }) => [type as string, Number(total)]));
}
