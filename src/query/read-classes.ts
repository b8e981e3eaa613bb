/** Determines from which classes something is read. It stays valid until a write touches one of them. */
import { tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import type { ReadClasses } from '../resource/versions';
import { classesOfFields, type CountedField } from './counting/fields';
import type { Listing } from './listing';
import type { OrderTerm } from './order';
import type { Reader } from './sql';
import { getOrMake } from '../maps';

/** The classes through which a list leads, if it can be cached as a whole. */
export const classesThrough = ({ through }: Listing, registry: Registry): readonly Description[] | null =>
  through === undefined ? null : through === 'all links' ? registry.links : through;

/** The classes from which a list is read, including its records. */
export const classesOfList = (listing: Listing, registry: Registry, reader: Reader): ReadClasses =>
  getOrMake(cache, listing, () => readBy(listing, registry, reader));

const cache = new WeakMap<Listing, ReadClasses>();

function readBy(listing: Listing, registry: Registry, reader: Reader): ReadClasses {
  const { search, of, through, narrowedBy } = listing;
  const classes = classesThrough(listing, registry);
  if (search || !classes) return 'everything';
  // If the rows are only keys, the records may be of any class.
  const records = of ? [of] : through === 'all links' ? [] : registry.resources;
  return [...new Set([...classes, ...records, ...(narrowedBy?.(reader) ?? [])])];
}

/** Further classes by whose names a list is ordered. */
export function classesOfOrder(terms: readonly OrderTerm[], registry: Registry): readonly Description[] {
  const tables = new Set(terms.flatMap(({ linked }) => linked?.table ?? []));
  return tables.size === 0 ? [] : registry.all.filter((description) => tables.has(tableOf(description)));
}

/** The classes from which counts of a list by some fields are read. */
export function classesOfCounts(list: ReadClasses, fields: readonly CountedField[]): ReadClasses {
  return list === 'everything' ? list : [...new Set([...list, ...classesOfFields(fields)])];
}
