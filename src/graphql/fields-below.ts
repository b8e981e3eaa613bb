/** Finds the fields that are selected below a field at any level, so that unneeded data are not read. */
import { Kind, type GraphQLResolveInfo, type SelectionNode, type SelectionSetNode } from 'graphql';

/** Their names, including those excluded by `@skip` or `@include`. */
export function fieldsBelow({ fieldNodes, fragments }: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>();
  const visited = new Set<string>();
  const visit = (selections: SelectionSetNode | undefined) => selections?.selections.forEach(visitOne);
  const visitOne = (node: SelectionNode): void => {
    if (node.kind === Kind.FIELD) names.add(node.name.value);
    if (node.kind !== Kind.FRAGMENT_SPREAD) {
      visit(node.selectionSet);
      return;
    }
    const { value } = node.name;
    if (visited.has(value)) return;
    visited.add(value);
    visit(fragments[value]?.selectionSet);
  };
  fieldNodes.forEach(({ selectionSet }) => visit(selectionSet));
  return names;
}
