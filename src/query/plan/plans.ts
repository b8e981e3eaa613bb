/** The plans of documents. Each is compiled once, and cached with its document. */
import {
  getOperationAST,
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { AnswerTooLarge } from '../../errors';
import type { Registry } from '../../resource/registry';
import { fragmentsIn, fragmentsOf } from '../fragments';
import { Source } from '../source';
import { compile, Unplanned, type CompileObservers } from './compile';
import type { Watch } from './step';
import { after, type MaybePromise } from '../maybe-promise';
import type { PlanContext } from './resolution';
import { Selections } from './selection';
import type { Writer } from './writer';
import { getOrMake } from '../../maps';

/** Why the fallback executor answers: a field that cannot be planned, or an error of the run. */
export type FallbackReason = { field: string } | { error: unknown };

export interface PlansOptions {
  schema: GraphQLSchema;
  registry: Registry;
  /** Whether the operation is answered by this schema; absent if all are. */
  isAnswered?: ((document: DocumentNode, operationName: string | undefined) => boolean) | undefined;
  /** Called for each query that the fallback executor answers. */
  onFallback?: (left: FallbackReason) => void;
  /** Called with the change of a plan's bytes. A plan is cached as long as its document. */
  onGrown?: ((document: DocumentNode, bytes: number) => void) | undefined;
  /** Observes the steps of plans. */
  watch?: Watch;
}

/** Answers a query: the JSON text of `data`, or null if the fallback executor must answer. Rejects only with AnswerTooLarge. */
export type Planned = (context: PlanContext) => MaybePromise<string | null>;

/** An operation with its plans. */
interface Prepared {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** Variables that `@skip` and `@include` depend on. */
  conditions: string[];
  /** A plan for each combination of their values. */
  plans: Map<string, Writer | Unplanned>;
}

/** The plans for one schema. They are keyed by the parsed document object, so caching documents also caches plans. */
export class Plans {
  private readonly prepared = new WeakMap<DocumentNode, Map<string, Prepared | null>>();

  constructor(private readonly options: PlansOptions) {}

  /**
   * Answers a valid query.
   * @returns the JSON text of `data`; null if the fallback executor must answer, which also reports all other errors
   * @throws AnswerTooLarge
   */
  async answer(
    document: DocumentNode,
    operationName: string | null | undefined,
    given: Record<string, unknown> | null | undefined,
    context: PlanContext,
  ): Promise<string | null> {
    return (await this.planned(document, operationName, given)?.(context)) ?? null;
  }

  /** How to answer a valid query with these variables; null if the fallback executor must answer. */
  planned(
    document: DocumentNode,
    operationName: string | null | undefined,
    given: Record<string, unknown> | null | undefined,
  ): Planned | null {
    const prepared = this.prepare(document, operationName ?? '');
    if (!prepared) return null;
    const { schema, onFallback: onFallback } = this.options;
    const { operation } = prepared;
    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {});
    if (variables.errors) return null;
    // A null condition is an error at its field.
    if (prepared.conditions.some((name) => typeof variables.coerced[name] !== 'boolean')) return null;
    const plan = this.planOf(prepared, variables.coerced);
    if (plan instanceof Unplanned) {
      onFallback?.({ field: plan.field });
      return null;
    }
    const give = (error: unknown): MaybePromise<null> => {
      // The answer of the fallback executor would be as large.
      if (error instanceof AnswerTooLarge) return Promise.reject(error);
      onFallback?.({ error });
      return null;
    };
    return (context) => {
      try {
        const text = after(context.rows?.now() ?? null, (cached) => {
          const source = new Source(context.reader, context.registry, cached);
          return after(plan.texts([undefined], { context, variables: variables.coerced, source }), first);
        });
        return text instanceof Promise ? text.catch(give) : text;
      } catch (error) {
        return give(error);
      }
    };
  }

  private prepare(document: DocumentNode, operationName: string): Prepared | null {
    const operations = getOrMake(this.prepared, document, () => new Map<string, Prepared | null>());
    const { isAnswered } = this.options;
    return getOrMake(operations, operationName, () =>
      isAnswered?.(document, operationName || undefined) === false
        ? null
        : preparedOf(document, operationName),
    );
  }

  private planOf(prepared: Prepared, variables: Record<string, unknown>): Writer | Unplanned {
    const { document, operation, fragments, conditions, plans } = prepared;
    const values = conditions.map((name) => variables[name] === true);
    const key = values.join();
    const cached = plans.get(key);
    if (cached) return cached;
    const { schema, registry, watch, onGrown } = this.options;
    const chosen = Object.fromEntries(conditions.map((name, index) => [name, values[index]]));
    const isCached = plans.size < mostWays;
    const weigh = isCached && onGrown ? (bytes: number) => onGrown(document, bytes) : () => undefined;
    const plan = compiled(new Selections(schema, operation, fragments, chosen, registry), { weigh, watch });
    if (isCached) plans.set(key, plan);
    return plan;
  }
}

/** Maximum number of combinations that are cached for one operation. */
const mostWays = 16;

function compiled(selections: Selections, around: CompileObservers): Writer | Unplanned {
  try {
    return compile(selections, around);
  } catch (error) {
    if (error instanceof Unplanned) return error;
    throw error;
  }
}

const first = ([text]: readonly string[]): string | null => text ?? null;

function preparedOf(document: DocumentNode, operationName: string): Prepared | null {
  const operation = getOperationAST(document, operationName || undefined);
  if (!operation) return null;
  const fragments = fragmentsOf(document);
  const conditions = new Set<string>();
  // Those of this operation and its fragments; other operations depend on others.
  for (const part of [operation, ...fragmentsIn([operation], fragments)])
    visit(part, {
      Directive: ({ arguments: given = [] }) => {
        for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
      },
    });
  const named = Object.fromEntries(fragments);
  return { document, operation, fragments: named, conditions: [...conditions], plans: new Map() };
}
