/** The keys of a group in columns of their own, one for each field that the list is grouped by. */
import { getArgumentValues, getNamedType, isEnumType } from 'graphql';
import { typeOf, type List } from './list';
import type { Selected, Surroundings } from './selection';

/** The columns for the keys of the groups of a list; undefined for any other field. */
export function columnsForKeys(
  field: Selected,
  { path }: List,
  { variables }: Surroundings,
): { shown: string; at: number }[] | undefined {
  if (getNamedType(typeOf(field)).name !== 'GroupKey') return undefined;
  const aggregate = path.at(-2)?.parts[0];
  const by = aggregate?.definition.args.find(({ name }) => name === 'by');
  const codes = by && getNamedType(by.type);
  if (!aggregate || !isEnumType(codes)) return undefined;
  const { by: fields } = getArgumentValues(aggregate.definition, aggregate.node, { ...variables });
  return (fields as unknown[]).map((value, at) => ({ shown: String(codes.serialize(value)), at }));
}
