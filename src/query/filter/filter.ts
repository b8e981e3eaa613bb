/** Restricts lists by filters of any depth. */
import sql from 'sql-template-tag';
import type { Registry } from '../../resource/registry';
import type { Listing } from '../listing';
import { Compiler } from './compiler';
import { checkSize } from './size';

/** A filter as the client sent it. Null fields count as absent. An empty filter matches every record. */
export type Filter = Readonly<Record<string, unknown>>;

/**
 * A list restricted by a filter.
 * @throws BadUserInput for a filter that is too large
 */
export function filtered(listing: Listing, filter: Filter | null | undefined, registry: Registry): Listing {
  const { of } = listing;
  if (!filter || !of || isEmpty(filter)) return listing;
  checkSize(filter);
  return {
    ...listing,
    links: undefined,
    whole: false,
    found: undefined,
    narrowedBy: (reader) => {
      const compiler = new Compiler(reader, registry);
      compiler.condition(of, filter, 't');
      return [...(listing.narrowedBy?.(reader) ?? []), ...compiler.classes];
    },
    source: (reader, parents) =>
      sql`${listing.source(reader, parents)} AND ${new Compiler(reader, registry).condition(of, filter, 't')}`,
  };
}

const isEmpty = (filter: Filter): boolean => Object.values(filter).every((value) => value == null);

/** A filter without its conditions on one field, at the top level or in `and`. */
export function withoutField(filter: Filter | null | undefined, field: string): Filter | null {
  if (!filter) return null;
  const { [field]: _, and, ...others } = filter;
  return and ? { ...others, and: (and as Filter[]).map((part) => withoutField(part, field)) } : others;
}
