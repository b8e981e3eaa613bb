/** Splits a query into the part for us as a subgraph (`_service`, `_entities`) and the part for the graph. */
import {
  getOperationAST,
  Kind,
  NoUnusedVariablesRule,
  separateOperations,
  specifiedRules,
  validate,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { fragmentsOf, type Fragments } from '../../query/fragments';

/** The fields that Apollo Federation defines for subgraphs. */
const ofSubgraphs: ReadonlySet<string> = new Set(['_service', '_entities']);

export interface Parts {
  /** The part for us as a subgraph, or null. */
  own: DocumentNode | null;
  /** The part for the graph, or null. */
  others: DocumentNode | null;
  /** The response names in the order of the query. */
  names: readonly string[];
  /** Validation errors for fields in our part that belong to other subgraphs. */
  errors: readonly GraphQLError[];
}

/** Splits one operation of a valid document. @param schema our own schema, of which the supergraph is made */
export function partsOf(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
): Parts | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const fragments = fragmentsOf(document);
  const asksUs = ({ name }: FieldNode): boolean => ofSubgraphs.has(name.value);
  const part = (isWanted: (field: FieldNode) => boolean): DocumentNode | null => {
    const selections = only(operation.selectionSet.selections, isWanted, fragments);
    return selections.length === 0 ? null : documentOf(operation, selections, [...fragments.values()]);
  };
  const own = part(asksUs);
  return {
    own,
    others: own ? part((field) => !asksUs(field)) : document,
    names: namesOf(only(operation.selectionSet.selections, () => true, fragments)),
    errors: own ? validate(schema, own, rules) : [],
  };
}

/** A part need not use all variables of the query. */
const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

/** The selections of Query reduced to the wanted fields. Fragments are inlined. */
function only(
  selections: readonly SelectionNode[],
  isWanted: (field: FieldNode) => boolean,
  fragments: Fragments,
): SelectionNode[] {
  return selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return isWanted(node) ? [node] : [];
    const inlined = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (!inlined) return [];
    const { typeCondition, selectionSet } = inlined;
    const inner = only(selectionSet.selections, isWanted, fragments);
    if (inner.length === 0) return [];
    const pruned = { ...selectionSet, selections: inner };
    const { directives = [] } = node;
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        directives,
        selectionSet: pruned,
        ...(typeCondition && { typeCondition }),
      },
    ];
  });
}

/** The operation with these selections and the fragments that they use. */
function documentOf(
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
  fragments: readonly FragmentDefinitionNode[],
): DocumentNode {
  const pruned = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [pruned, ...fragments] };
  return Object.values(separateOperations(document))[0] ?? document;
}

const namesOf = (selections: readonly SelectionNode[]): string[] =>
  selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [(node.alias ?? node.name).value];
    return node.kind === Kind.INLINE_FRAGMENT ? namesOf(node.selectionSet.selections) : [];
  });
