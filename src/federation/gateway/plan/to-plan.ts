/** Prepares a document for the planner, which knows nothing of introspection: what describes the schema is answered here. */
import { Kind, print, visit, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const describesSchema: ReadonlySet<string> = new Set(['__schema', '__type']);

/** How the planner may call variables of its own; and what such a name becomes, so that no two become the same. */
const ofThePlanner = /^(_|representations|client_)/;

/** What a variable of the client is called in plans: planners add variables to the questions, and do not look whether the client has one of that name. */
export const inPlans = (variable: string): string =>
  ofThePlanner.test(variable) ? `client_${variable}` : variable;

/** The text to plan. A selection that asks for nothing else is left with `__typename`. */
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
