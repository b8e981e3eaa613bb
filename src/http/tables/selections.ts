/** Makes parts of a query from text. */
import {
  Kind,
  parse,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A selection set of these. */
export const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

/** The operation that a text holds. */
export const operationIn = (text: string): OperationDefinitionNode => {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The text holds no operation.');
  return definition;
};

/** The fields that a text holds. */
export const parseSelections = (text: string): readonly SelectionNode[] =>
  operationIn(`{ ${text} }`).selectionSet.selections;
