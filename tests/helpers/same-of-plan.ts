/** Whatever a test asks is answered twice: by the fallback executor, and by a plan. Both must give the same, byte by byte. */
import { setMaxListeners } from 'node:events';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { readConfig } from '../../src/config';
import { requestContext, type RequestContext } from '../../src/graphql/context';
import { BoundedReader } from '../../src/query/bounded-reader';
import { cancellationBy } from '../../src/query/cancellation';
import { Plans, type FallbackReason } from '../../src/query/plan/plans';
import type { RowSource } from '../../src/query/rows/cached';
import { RowCache } from '../../src/query/rows/row-cache';
import { ReadBatcher } from '../../src/query/read-batcher';
import type { Registry } from '../../src/resource/registry';
import type { Store } from '../../src/store/store';

interface Asked {
  document: DocumentNode;
  variables: Record<string, unknown> | undefined;
  /** A context of its own, so that nothing that the fallback executor read is used. */
  context: RequestContext;
  /** What the fallback executor gave. */
  result: ExecutionResult;
}

/** Fields that only the fallback executor knows. */
const fallbackOnly = /^(Query\.(_entities|_service))$/;

/** Each store has plans of its own, as a gateway has: lists that a plan keeps are those of a version of the data, and every world begins at the same. */
const plansOf = new WeakMap<RowSource, { plans: Plans; lefts: FallbackReason[] }>();

const rowCaches = new WeakMap<Store, RowCache>();

/** The row cache of a store. */
export function rowCacheOf(store: Store, registry: Registry): RowCache {
  const known = rowCaches.get(store) ?? new RowCache(optionsOf(store, registry));
  rowCaches.set(store, known);
  return known;
}

const optionsOf = (store: Store, registry: Registry) => ({
  ...readConfig({}).rowCache,
  reader: store,
  registry,
  version: store.version,
  longest: 10_000,
});

/** Two requests that ask the same at the same moment read together, and get the same answer. */
async function answeredTogether(
  context: RequestContext,
  ask: (context: RequestContext) => Promise<string | null>,
): Promise<string | null> {
  const shared = new ReadBatcher(context.reader, 1);
  const together = Array.from({ length: 2 }, () => {
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    return requestContext({
      ...context,
      reader: new BoundedReader(context.reader, shared, {
        rows: Infinity,
        cancellation: cancellationBy(signal),
      }),
    });
  });
  const [first = null, ...others] = await Promise.all(together.map(ask));
  for (const other of others) expect(other).toBe(first);
  return first;
}

/** Whether small tables come from memory, and whether others ask the same at the same moment. */
const settings = [
  { fromMemory: false, together: false },
  { fromMemory: false, together: true },
  { fromMemory: true, together: false },
  { fromMemory: true, together: true },
];

/**
 * The plan answers in every setting, so that a test fails in each run where one of them is wrong.
 * @throws Error where the plan gives anything else, or gives up where nothing went wrong.
 */
export async function expectSameOfPlan(
  schema: GraphQLSchema,
  { document, variables, context, result }: Asked,
  rows: RowSource,
): Promise<void> {
  const { plans, lefts } = plansOf.get(rows) ?? made(schema, context.registry, rows);
  for (const { fromMemory, together } of settings) {
    lefts.length = 0;
    const asked = fromMemory ? requestContext({ ...context, rows }) : context;
    const ask = (one: RequestContext) => plans.answer(document, null, variables, one);
    const text = await (together ? answeredTogether(asked, ask) : ask(asked));
    expectSame(text, result, lefts);
  }
}

function expectSame(text: string | null, result: ExecutionResult, [left]: readonly FallbackReason[]): void {
  if (text === null) {
    if (result.errors) return;
    if (left && 'field' in left && fallbackOnly.test(left.field)) return;
    const cause = left && 'error' in left ? left.error : undefined;
    throw new Error(`The plan gave up: ${JSON.stringify(left)}`, { cause });
  }
  // A plan reads less, so that it may stay within the rows that a request may read.
  if (result.errors?.some(({ extensions }) => extensions.code === 'QUERY_TOO_COMPLEX')) return;
  if (result.errors) throw new Error(`The plan answered where there are errors: ${text.slice(0, 500)}`);
  expect(text).toBe(JSON.stringify(result.data));
}

function made(schema: GraphQLSchema, registry: Registry, rows: RowSource) {
  const lefts: FallbackReason[] = [];
  const fresh = { plans: new Plans({ schema, registry, onFallback: (left) => lefts.push(left) }), lefts };
  plansOf.set(rows, fresh);
  return fresh;
}
