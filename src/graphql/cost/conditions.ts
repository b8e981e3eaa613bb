/** Estimates how many records the conditions of a filter have to look at. */
import { getNamedType, isInputObjectType, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { fewValues } from '../../query/filter/operators';
import type { SizeOf } from '../../query/sizes';

/** Names of filter inputs, such as `DatasetFilter`. */
const filterName = /^(\w+)Filter$/;

const overLinks: ReadonlySet<string> = new Set(['some', 'every', 'none']);

/** Following links to records costs as much as this many conditions on them. */
const conditionsOfAStep = 3;

/** Each value in a list to compare with costs as much as looking at this many records: it is transferred, parsed and looked up. */
const recordsOfAnItem = 5;

/** The cost of a comparison, relative to that of a single value. Lists and localized texts are stored as JSON, which has to be parsed. */
function weightOf({ name }: GraphQLInputObjectType, value: unknown): number {
  if (name === 'TextFilter') return 2;
  if (!name.endsWith('ListFilter')) return 1;
  const values = Array.isArray(value) ? value.length : 1;
  return values <= fewValues ? 1 + values / 4 : 5;
}

/**
 * Each compared value, or list of values, is a condition. It looks at the records of its type, and at as many links as lead to
 * them: no fewer than the most numerous type on the path.
 * @param filter the value of the argument
 * @param size number of records of the listed type
 */
export function recordsLookedAt(
  filter: unknown,
  type: GraphQLInputType,
  size: number,
  sizeOf: SizeOf,
): number {
  if (filter == null) return 0;
  if (Array.isArray(filter) && filter.some((part) => typeof part === 'object')) {
    return sum(filter.map((part) => recordsLookedAt(part, type, size, sizeOf)));
  }
  const named = getNamedType(type);
  if (Array.isArray(filter)) return size + recordsOfAnItem * filter.length;
  if (typeof filter !== 'object' || !isInputObjectType(named)) return size;
  const fields = named.getFields();
  const own = Math.max(size, sizeOf(filterName.exec(named.name)?.[1] ?? ''));
  return sum(
    Object.entries(filter).map(([name, value]) => {
      const field = fields[name];
      if (!field) return own;
      const below = recordsLookedAt(value, field.type, own, sizeOf);
      if (!overLinks.has(name)) return weightOf(named, value) * below;
      const reached = sizeOf(getNamedType(field.type).name.replace(filterName, '$1'));
      // The links are scanned, too; there is about one for each record at the end with more records.
      return conditionsOfAStep * reached + Math.max(own, reached) + below;
    }),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
