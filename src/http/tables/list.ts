/** Finds the list in a query whose records become the rows of a table. */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql';
import { isConnection } from '../../graphql/cost/parents';
import { BadUserInput } from '../../errors';
import { below, selected, type Selected, type Surroundings } from './selection';

/** The list of a query. */
export interface List {
  /** The fields from the root to the records, which are the last field. */
  readonly path: readonly Selected[];
  /** Whether the last but one field is a connection with page arguments. */
  readonly paged: boolean;
}

/** The fields selected at the root of an operation. */
export const rootOf = ({ operation, selectionSet }: OperationDefinitionNode, around: Surroundings) => {
  const type = around.schema.getRootType(operation);
  return type ? selected([{ type, set: selectionSet }], around) : [];
};

/** The type of a field. It is the same wherever the field is selected. */
export const typeOf = ({ parts: [{ definition }] }: Selected): GraphQLOutputType => definition.type;
const holdsMany = (field: Selected): boolean => isListType(getNullableType(typeOf(field)));
export const isRecord = (field: Selected): boolean => isCompositeType(getNamedType(typeOf(field)));

/** The fields of a connection that contain its records. */
export const recordFields: readonly string[] = ['nodes', 'edges'];
const isRecordField = ({ parts: [{ node }] }: Selected): boolean => recordFields.includes(node.name.value);

/** Whether a field has page arguments. */
const isPaged = (field: Selected): boolean => {
  const { args } = field.parts[0].definition;
  const taken = new Set(args.map(({ name }) => name));
  return isConnection(getNamedType(typeOf(field))) && taken.has('first') && taken.has('after');
};

/**
 * The outermost list of an operation.
 * @throws BadUserInput when there is none, or several
 */
export function listOf(operation: OperationDefinitionNode, around: Surroundings): List {
  const [list, ...others] = listsAmong(rootOf(operation, around), [], around);
  const rule = 'A table has the records of one list as its rows';
  if (!list)
    throw new BadUserInput(`${rule}, and this query asks for none. Ask for a list, with its "nodes".`);
  if (others.length > 0) {
    const names = [list, ...others].map(({ path }) => `"${namesOf(path).join('.')}"`).join(' and ');
    throw new BadUserInput(`${rule}, and this query asks for ${names}. Ask for each in a query of its own.`);
  }
  return list;
}

const namesOf = (path: readonly Selected[]): string[] => path.map(({ name }) => name);

function listsAmong(fields: readonly Selected[], above: readonly Selected[], around: Surroundings): List[] {
  return fields.filter(isRecord).flatMap((field) => {
    const path = [...above, field];
    if (holdsMany(field)) return [{ path, paged: false }];
    const inner = below(field, around);
    const records = isPaged(field) ? inner.filter(isRecordField) : [];
    if (records.length > 0) return records.map((each) => ({ path: [...path, each], paged: true }));
    return listsAmong(inner, path, around);
  });
}
