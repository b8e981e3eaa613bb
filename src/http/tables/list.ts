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

/** A list of a query. */
export interface List {
  /** Its name, for `?list=` and as the name of a sheet: the response names on the path to it. */
  readonly name: string;
  /** The fields from the root to the records, which are the last field; for a cross table, to the matrix. */
  readonly path: readonly Selected[];
  /** Whether the last but one field is a connection with page arguments. */
  readonly paged: boolean;
  /** Whether it stands for itself, is said about another list, or is a part of a cross table. */
  readonly role: 'main' | 'beside' | 'part';
  /** The list within each record that makes the rows: the buckets of facets. */
  readonly items?: Selected;
  /** The parts of a matrix that becomes a cross table. */
  readonly cross?: Cross;
}

/** The parts of a matrix, and of its cells. */
export interface Cross {
  readonly rows: Selected;
  readonly columns: Selected;
  readonly cells: Selected;
  readonly row: Selected;
  readonly column: Selected;
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
 * The outermost lists of an operation, in the order of the query.
 * @param joins whether its values stand in cells: then a matrix is a cross table, and facets have a row for each value
 * @throws BadUserInput when there is none
 */
export function listsOf(operation: OperationDefinitionNode, around: Surroundings, joins: boolean): List[] {
  const found = listsAmong(rootOf(operation, around), [], around, joins);
  const [list] = found;
  if (!list)
    throw new BadUserInput(
      'A table has the records of a list as its rows, and this query asks for none. Ask for a list, with its "nodes".',
    );
  const names = found.map(({ path }) =>
    namesOf(path)
      .filter((_, index) => !isLastOfPage(path, index))
      .join('.'),
  );
  return found.map((each, index) => {
    const name = names[index] ?? '';
    const isTwice = names.filter((other) => other === name).length > 1;
    return { ...each, name: isTwice ? namesOf(each.path).join('.') : name };
  });
}

const namesOf = (path: readonly Selected[]): string[] => path.map(({ name }) => name);

/** `nodes` and `edges` do not appear in names. */
const isLastOfPage = (path: readonly Selected[], index: number): boolean => {
  const [last, above] = [path[index], path[index - 1]];
  return index === path.length - 1 && !!last && isRecordField(last) && !!above && isPaged(above);
};

/** Whether a field is a list of records, or a connection of which records are selected. */
export const isList = (field: Selected, around: Surroundings): boolean =>
  isRecord(field) && (holdsMany(field) || (isPaged(field) && below(field, around).some(isRecordField)));

type Found = Omit<List, 'name'>;

function listsAmong(
  fields: readonly Selected[],
  above: readonly Selected[],
  around: Surroundings,
  joins: boolean,
): Found[] {
  return fields.filter(isRecord).flatMap((field): Found[] => {
    const path = [...above, field];
    if (holdsMany(field)) return [{ path, paged: false, role: 'main', ...(joins && itemsOf(field, around)) }];
    const inner = below(field, around);
    const records = isPaged(field) ? inner.filter(isRecordField) : [];
    const others = listsAmong(
      inner.filter((each) => !records.includes(each)),
      path,
      around,
      joins,
    );
    const cross = joins ? crossOf(field, around) : undefined;
    if (cross) return [{ path, paged: false, role: 'main', cross }, ...others.map(as('part'))];
    if (records.length === 0) return others;
    const paged = records.map((each): Found => ({ path: [...path, each], paged: true, role: 'main' }));
    return [...paged, ...others.map(as('beside'))];
  });
}

const as =
  (role: List['role']) =>
  (list: Found): Found => ({ ...list, role });

const named = (fields: readonly Selected[], name: string): Selected | undefined =>
  fields.find(({ parts: [{ node }] }) => node.name.value === name);

/** The values of facets, which become rows. */
function itemsOf(field: Selected, around: Surroundings): Pick<List, 'items'> | undefined {
  const items = getNamedType(typeOf(field)).name === 'Facet' && named(below(field, around), 'buckets');
  return items ? { items } : undefined;
}

/** The parts of a matrix of which rows, columns and cells with both ends are selected. */
function crossOf(field: Selected, around: Surroundings): Cross | undefined {
  if (getNamedType(typeOf(field)).name !== 'Matrix') return undefined;
  const inner = below(field, around);
  const [rows, columns, cells] = ['rows', 'columns', 'cells'].map((name) => named(inner, name));
  const ends = cells ? below(cells, around) : [];
  const [row, column] = ['row', 'column'].map((name) => named(ends, name));
  return rows && columns && cells && row && column ? { rows, columns, cells, row, column } : undefined;
}
