/** Finds the fields that are selected below a field at any level, so that unneeded data are not read. */
import { visit, type GraphQLResolveInfo } from 'graphql';
import { fragmentsIn } from '../query/fragments';

/** Their names, including those excluded by `@skip` or `@include`. */
export function fieldsBelow({ fieldNodes, fragments }: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>();
  const selected = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const part of [...selected, ...fragmentsIn(selected, new Map(Object.entries(fragments)))])
    visit(part, { Field: ({ name }) => void names.add(name.value) });
  return names;
}
