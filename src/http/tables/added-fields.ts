/** Adds to the query for a page what cells and ends of lists need: whether lists go on, how exactly dates are stated, keys of a matrix. */
import {
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { isConnection } from '../../graphql/cost/parents';
import type { AddedNames } from './added-names';
import { truncationFieldsOf } from './truncation-fields';
import { precisionFieldsOf } from './days';
import { isGiven, type Surroundings } from './selection';
import { parseSelections, setOf } from './selections';

/** Adds page information to each list within a record, in the direction in which it is read. */
export function askingForRest(
  document: DocumentNode,
  levels: number,
  { schema, variables }: Surroundings,
  { rest }: AddedNames,
): DocumentNode {
  const types = new TypeInfo(schema);
  let depth = 0;
  return visit(
    document,
    visitWithTypeInfo(types, {
      // Fragments are used only within records: the path to the list is written without fragments.
      FragmentDefinition: { enter: () => void (depth = levels), leave: () => void (depth = 0) },
      Field: {
        enter: () => void (depth += 1),
        leave: (node) => {
          depth -= 1;
          const type = types.getType();
          const isOuter = depth < levels;
          if (isOuter || !type || !isConnection(getNamedType(type)) || !node.selectionSet) return undefined;
          const backwards = isGiven(node, 'last', variables);
          const added = parseSelections(
            `${rest}: pageInfo { ${backwards ? 'hasPreviousPage' : 'hasNextPage'} }`,
          );
          return { ...node, selectionSet: setOf([...node.selectionSet.selections, ...added]) };
        },
      },
    }),
  );
}

/** Adds the fields that tell whether a list without pages is truncated, and how exactly a date is stated. */
export function withAddedFields(
  document: DocumentNode,
  schema: GraphQLSchema,
  { added, days }: { added: AddedNames; days: boolean },
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (set) => {
          const parent = types.getParentType();
          const more = [
            ...truncationFieldsOf(set, parent, added),
            ...(days ? precisionFieldsOf(set, parent, schema, added) : []),
          ];
          if (more.length === 0) return undefined;
          return setOf([...set.selections, ...parseSelections(more.join(' '))]);
        },
      },
    }),
  );
}

/** The ends of the links of a matrix. */
const ends: ReadonlySet<string> = new Set([
  'Matrix.rows',
  'Matrix.columns',
  'MatrixCell.row',
  'MatrixCell.column',
]);

/** Adds the keys by which the cells of a matrix find their row and column. */
export function askingIds(document: DocumentNode, schema: GraphQLSchema, { id }: AddedNames): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave: (node) => {
          const isEnd = ends.has(`${types.getParentType()?.name ?? ''}.${node.name.value}`);
          if (!isEnd || !node.selectionSet) return undefined;
          const selections = [...node.selectionSet.selections, ...parseSelections(`${id}: id`)];
          return { ...node, selectionSet: setOf(selections) };
        },
      },
    }),
  );
}
