/** What a list is: where its rows come from, either all of a class or those of a parent. */
import sql, { type Sql } from 'sql-template-tag';
import type { Description } from '../resource/description';
import type { Holding } from '../vocabulary/holding';
import type { OnDay } from './holding';
import type { FirstHits, Search } from './search/hits';
import { amongKeys, type Reader } from './sql';

/** Arguments that restrict a list, beside its page. */
export interface ListArguments {
  /** A day (ISO 8601) on which the links, or the records themselves, must hold. */
  asOf?: string | null;
  /** How they hold on the day. */
  holding?: readonly Holding[] | null;
  /** Restricts to links with one of these roles. */
  roles?: readonly string[] | null;
  /** Restricts to links of these kinds. */
  kinds?: readonly string[] | null;
  direction?: 'OUTGOING' | 'INCOMING' | null;
}

/** The day of a list, if it has one. */
export const dayOf = ({ asOf, holding }: ListArguments): OnDay | null => (asOf ? { asOf, holding } : null);

/** The parents whose rows are read: by their keys, from one key to another, the current one of a surrounding statement, or all. */
export type Parents = readonly string[] | EachParent | KeyRange | typeof everyParent;

/** All parents of a list. */
export const everyParent = 'every parent';

/** All keys from one to another. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

interface EachParent {
  /** The column of the surrounding statement with the parent's key. */
  readonly each: Sql;
}

/** Whether the rows of one parent are read, which a surrounding statement gives. */
export const isEach = (parents: Parents): parents is EachParent =>
  typeof parents === 'object' && 'each' in parents;

/** Whether the rows of all parents from one key to another are read. */
export const isRange = (parents: Parents): parents is KeyRange =>
  typeof parents === 'object' && 'from' in parents;

/** Whether a row is one of the given parents. */
export function isBelow(reader: Reader, parent: Sql, parents: Parents): Sql {
  if (parents === everyParent) return sql`${parent} IS NOT NULL`;
  if (isRange(parents)) return sql`${parent} >= ${parents.from} AND ${parent} <= ${parents.to}`;
  return isEach(parents) ? sql`${parent} = ${parents.each}` : amongKeys(reader, parent, parents);
}

/** A list that can be paged and counted. Its rows have the alias `t`. */
export interface Listing {
  /** Its schema coordinate, such as `Institution.participations`. */
  name: string;
  /** Class of the rows; null if they are only keys of records of any class. */
  of: Description | null;
  columns: readonly string[];
  /** FROM and WHERE; for lists with a parent, only rows of these parents. */
  source: (reader: Reader, parents: Parents) => Sql;
  /** The parent's key, for lists with a parent. */
  parent: Sql | null;
  /** The column of its own records with the parent's key, if the list is not defined by links between the two. */
  pointer?: string;
  /** For lists of all that a search finds: the hits by themselves, without the records. */
  found?: FoundHits | undefined;
  /** Whether it has all records of its class, so that what the store keeps of the class holds of the list. */
  whole?: boolean;
  /** The search that filters it; each row then has a score. */
  search?: Search;
  /** For lists that are only defined by links: how to read the keys of the records from the links. */
  links?: LinkedKeys | undefined;
  /** The classes whose tables it reads, except those that only filter it. Absent if it should not be cached as a whole. */
  through?: readonly Description[] | 'all links';
  /** For lists of a day: the statement for how some of its rows hold on that day. A record at the other end of several links has several rows. */
  held?: (reader: Reader, keys: HeldKeys) => Sql;
  /** The classes that only filter it. */
  narrowedBy?: ((reader: Reader) => readonly Description[]) | undefined;
}

/** All hits of a search. */
export interface FoundHits {
  /** The hits, with the columns `id` and `score`. */
  all: (reader: Reader) => Sql;
  /** The first ones, if they are found without collecting all. */
  first: (reader: Reader) => FirstHits | null;
}

/** Rows of a list: the keys of parents, none for lists without a parent, and of records below them. */
export interface HeldKeys {
  parents: readonly string[];
  records: readonly string[];
}

/** Keys of records at the other end of links. A key occurs once per link. */
export interface LinkedKeys {
  key: Sql;
  /** The key at this end. */
  parent: Sql;
  /** FROM and WHERE. */
  source: (reader: Reader, parents: Parents) => Sql;
}
