/** Prepares a document for the planner, which knows nothing of introspection: what describes the schema is answered here. */
import { Kind, print, visit, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const describesSchema: ReadonlySet<string> = new Set(['__schema', '__type']);

/** The text to plan. A selection that asks for nothing else is left with `__typename`. */
export const toPlan = (document: DocumentNode): string =>
  print(
    visit(document, {
      Field: ({ name }) => (describesSchema.has(name.value) ? null : undefined),
      SelectionSet: {
        leave: (node: SelectionSetNode) =>
          node.selections.length > 0 ? undefined : { ...node, selections: [typename] },
      },
    }),
  );
