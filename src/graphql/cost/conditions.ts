/** How many records the conditions of a filter have to look at. */
import { getNamedType, isInputObjectType, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { fewValues } from '../../query/filter/operators';
import type { SizeOf } from '../../query/sizes';

/** The name of the filter of a type, such as `DatasetFilter`. */
const filterName = /^(\w+)Filter$/;

const overLinks: ReadonlySet<string> = new Set(['some', 'every', 'none']);

/** Going over links to records takes as long as so many conditions on these. */
const conditionsOfAStep = 3;

/** Each value of a list that is compared takes as long as a look at so many records: it is sent, read and looked up. */
const recordsOfAnItem = 5;

/** What a comparison takes in comparisons of a single value: lists and texts in several languages are stored as JSON, which is taken apart. */
function weightOf({ name }: GraphQLInputObjectType, value: unknown): number {
  if (name === 'TextFilter') return 2;
  if (!name.endsWith('ListFilter')) return 1;
  const values = Array.isArray(value) ? value.length : 1;
  return values <= fewValues ? 1 + values / 4 : 5;
}

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
      // The links themselves are gone through, of which there is about one for each record at that end that has more.
      return conditionsOfAStep * reached + Math.max(own, reached) + below;
    }),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
