/** How many records the conditions of a filter have to look at. */
import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import type { SizeOf } from '../../query/sizes';

/** The name of the filter of a type, such as `DatasetFilter`. */
const filterName = /^(\w+)Filter$/;

const overLinks: ReadonlySet<string> = new Set(['some', 'every', 'none']);

/** Going over links to records takes as long as so many conditions on these. */
const conditionsOfAStep = 3;

/**
 * Each single value or list of such that is compared is a condition. It looks at the records of its type,
 * and at as many links as lead to them from those that are listed: no fewer than the most numerous type on its way.
 * @param filter the value of the argument.
 * @param size how many records there are of the type that is listed.
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
  if (typeof filter !== 'object' || Array.isArray(filter) || !isInputObjectType(named)) return size;
  const fields = named.getFields();
  const own = Math.max(size, sizeOf(filterName.exec(named.name)?.[1] ?? ''));
  return sum(
    Object.entries(filter).map(([name, value]) => {
      const field = fields[name];
      if (!field) return own;
      const reached = overLinks.has(name)
        ? sizeOf(getNamedType(field.type).name.replace(filterName, '$1'))
        : 0;
      return conditionsOfAStep * reached + recordsLookedAt(value, field.type, own, sizeOf);
    }),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
