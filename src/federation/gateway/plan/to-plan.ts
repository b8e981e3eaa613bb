/** Prepares a document for the planner. The planner does not know introspection, so `__schema` and `__type` are removed and answered here. */
import { Kind, print, visit, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const describesSchema: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Names that the planner may give to its own variables. Names with the replacement prefix match, too, so that no two variables get the same name.
 */
const ofThePlanner = /^(_|representations|client_)/;

/** The name of a client's variable in plans. The planner adds variables without checking for name clashes, so the client's are renamed. */
export const inPlans = (variable: string): string =>
  ofThePlanner.test(variable) ? `client_${variable}` : variable;

/** The text to plan. A selection set that would become empty gets `__typename`. */
export const toPlan = (document: DocumentNode): string =>
  print(
    visit(document, {
      Variable: ({ name, ...node }) => ({ ...node, name: { ...name, value: inPlans(name.value) } }),
      Field: ({ name }) => (describesSchema.has(name.value) ? null : undefined),
      SelectionSet: {
        leave: (node: SelectionSetNode) =>
          node.selections.length > 0 ? undefined : { ...node, selections: [typename] },
      },
    }),
  );
