/** Whatever a test asks is answered twice: by the ordinary executor, and by a plan. Both must give the same, byte by byte. */
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../../src/graphql/context';
import { Plans, type Left } from '../../src/query/plan/plans';
import type { Registry } from '../../src/resource/registry';

interface Asked {
  document: DocumentNode;
  variables: Record<string, unknown> | undefined;
  /** A context of its own, so that nothing that the ordinary executor read is used. */
  context: RequestContext;
  /** What the ordinary executor gave. */
  result: ExecutionResult;
}

/** Fields that only the ordinary executor knows. */
const ordinaryOnly = /^(Query\.(__schema|__type|_entities|_service))$/;

const plansOf = new WeakMap<GraphQLSchema, { plans: Plans; lefts: Left[] }>();

/** @throws Error where the plan gives anything else, or gives up where nothing went wrong. */
export async function expectSameOfPlan(
  schema: GraphQLSchema,
  registry: Registry,
  { document, variables, context, result }: Asked,
): Promise<void> {
  const { plans, lefts } = plansOf.get(schema) ?? made(schema, registry);
  lefts.length = 0;
  const text = await plans.answer(document, null, variables, context);
  if (text === null) {
    const [left] = lefts;
    if (result.errors) return;
    if (left && 'field' in left && ordinaryOnly.test(left.field)) return;
    const cause = left && 'error' in left ? left.error : undefined;
    throw new Error(`The plan gave up: ${JSON.stringify(left)}`, { cause });
  }
  if (result.errors) throw new Error(`The plan answered where there are errors: ${text.slice(0, 500)}`);
  expect(text).toBe(JSON.stringify(result.data));
}

function made(schema: GraphQLSchema, registry: Registry) {
  const lefts: Left[] = [];
  const fresh = { plans: new Plans({ schema, registry, onLeft: (left) => lefts.push(left) }), lefts };
  plansOf.set(schema, fresh);
  return fresh;
}
