/** Estimates how many records the conditions of a filter have to look at. */
import { getNamedType, isInputObjectType, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { fewValues } from '../../query/filter/lists';
import type { SizeOf } from '../../query/sizes';

/** Names of filter inputs, such as `DatasetFilter`. */
const filterName = /^(\w+)Filter$/;

/** Fields of a filter that hold further conditions on the same record. */
const sameRecord: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** Following links to records costs as much as this many conditions on them. */
const conditionsOfAStep = 3;

/** Each value in a list to compare with costs as much as looking at this many records: it is transferred, parsed and looked up. */
const recordsOfAnItem = 5;

/** The cost of a comparison, relative to that of a single value. Lists and localized texts are stored as JSON, which has to be parsed. */
function weightOf({ name }: GraphQLInputObjectType, value: unknown): number {
  if (name === 'TextFilter') return 2;
  // Whether no other record has the identifier, and the record no other, is looked up for each.
  if (name === 'UniqueIdentifierFilter') return 4;
  if (!name.endsWith('ListFilter')) return 1;
  const values = Array.isArray(value) ? value.length : 1;
  return values <= fewValues ? 1 + values / 4 : 5;
}

/** How much more conditions cost that are not met by a single match, but by all or none. Measured with 100,000 datasets. */
const weightOfField: Readonly<Record<string, number>> = { some: 1.25, none: 1.25, every: 2.8, not: 1.75 };

/** A record has several statements, all of which are looked at. */
const statementsOfARecord = 6;

/**
 * Each compared value, or list of values, is a condition. It looks at the records of its type, and at as many links as lead to
 * them: no fewer than the most numerous type on the path.
 * @param filter the value of the argument
 * @param size number of records of the listed type
 */
export function recordsExamined(
  filter: unknown,
  type: GraphQLInputType,
  size: number,
  sizeOf: SizeOf,
): number {
  if (filter == null) return 0;
  if (Array.isArray(filter) && filter.some((part) => typeof part === 'object')) {
    return sum(filter.map((part) => recordsExamined(part, type, size, sizeOf)));
  }
  const named = getNamedType(type);
  if (Array.isArray(filter)) return size + recordsOfAnItem * filter.length;
  if (typeof filter !== 'object' || !isInputObjectType(named)) return size;
  const fields = named.getFields();
  const owner = classOf(named);
  const own = Math.max(size, sizeOf(owner));
  return sum(
    Object.entries(filter).map(([name, value]) => {
      const field = fields[name];
      if (!field) return own;
      const looked = recordsExamined(
        value,
        field.type,
        name === 'evidence' ? statementsOfARecord * own : own,
        sizeOf,
      );
      // Whether there is any is a condition too.
      const below = weightOf(named, value) * (owner.endsWith('Link') ? Math.max(looked, own) : looked);
      const reached = sameRecord.has(name) ? 0 : sizeOf(classOf(getNamedType(field.type)));
      return (weightOfField[name] ?? 1) * (conditionsOfAStep * reached + below) + sizeOf(`${owner}.${name}`);
    }),
  );
}

/** The class that a filter is for; another name where it is for none. */
export const classOf = ({ name }: { name: string }): string => filterName.exec(name)?.[1] ?? '';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
