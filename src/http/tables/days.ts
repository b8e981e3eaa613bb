/** Dates that a workbook has as dates: those that are stated to the day. Beside others stands a field that says how exactly they are stated. */
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { DateScalar } from '../../graphql/scalars';
import { fieldOf, type Parent } from '../../graphql/cost/parents';
import type { AddedNames } from './added-names';
import type { Column, Step } from './column';
import type { Selected } from './selection';

/** A span of dates that may be stated more or less exactly. */
const spans = 'DateSpan';

/** Where the answer says how exactly a date is stated; undefined for what is no date, or may be less exact without saying so. */
export function dayOf(
  { name, parts: [{ parent, node, definition }] }: Selected,
  steps: readonly Step[],
  added: AddedNames,
): Column['day'] {
  if (getNamedType(definition.type).name !== DateScalar.name || parent.name === spans) return undefined;
  if (!precisionOf(node.name.value, parent)) return { precision: null };
  return { precision: [...steps.slice(0, -1), { name: added.precision(name), ofPage: false, levels: 0 }] };
}

/** The field with the precision of a date, if there is one. */
function precisionOf(field: string, parent: Parent): string | undefined {
  const name = `${field}Precision`;
  return (isObjectType(parent) || isInterfaceType(parent)) && name in parent.getFields() ? name : undefined;
}

/** The fields to add to a selection, as GraphQL text. */
export const precisionFieldsOf = (
  { selections }: SelectionSetNode,
  parent: Parent,
  schema: GraphQLSchema,
  added: AddedNames,
): string[] =>
  selections.flatMap((node) => {
    if (node.kind !== Kind.FIELD) return [];
    const definition = fieldOf(schema, parent, node.name.value);
    const isDate = definition && getNamedType(definition.type).name === DateScalar.name;
    const precision = isDate && precisionOf(node.name.value, parent);
    return precision ? [`${added.precision(node.alias?.value ?? node.name.value)}: ${precision}`] : [];
  });
