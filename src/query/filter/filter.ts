/** Restricts lists by filters of any depth. */
import sql from 'sql-template-tag';
import { BadUserInput } from '../../errors';
import type { Registry } from '../../resource/registry';
import type { Listing } from '../listing';
import { Compiler } from './compiler';

/** A filter as the client sent it. Null fields count as absent. An empty filter matches every record. */
export type Filter = Readonly<Record<string, unknown>>;

/**
 * A list restricted by a filter.
 * @throws BadUserInput for a filter that is too large
 */
export function filtered(listing: Listing, filter: Filter | null | undefined, registry: Registry): Listing {
  const { of } = listing;
  if (!filter || !of) return listing;
  checkSize(filter);
  return {
    ...listing,
    links: undefined,
    narrowedBy: (reader) => {
      const compiler = new Compiler(reader, registry);
      compiler.condition(of, filter, 't');
      return [...(listing.narrowedBy?.(reader) ?? []), ...compiler.classes];
    },
    source: (reader, parents) =>
      sql`${listing.source(reader, parents)} AND ${new Compiler(reader, registry).condition(of, filter, 't')}`,
  };
}

/** A filter without its conditions on one field, at the top level or in `and`. */
export function withoutField(filter: Filter | null | undefined, field: string): Filter | null {
  if (!filter) return null;
  const { [field]: _, and, ...others } = filter;
  return and ? { ...others, and: (and as Filter[]).map((part) => withoutField(part, field)) } : others;
}

/** Limits of a filter. Databases refuse conditions a few times larger. */
const deepest = 32;
const mostConditions = 500;

function checkSize(filter: Filter): void {
  let conditions = 0;
  const visit = (part: unknown, level: number): void => {
    if (Array.isArray(part)) for (const item of part) visit(item, level);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    conditions += 1;
    if (conditions > mostConditions) {
      throw new BadUserInput(
        `"filter" has more than ${mostConditions} conditions. To compare a field with many values, give them to "in" or "hasAny".`,
      );
    }
    if (level > deepest) {
      throw new BadUserInput(
        `"filter" is more than ${deepest} levels deep. Begin at a list that is nearer to what you ask about.`,
      );
    }
    for (const inner of Object.values(part)) visit(inner, level + 1);
  };
  visit(filter, 1);
}
