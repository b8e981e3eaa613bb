/** Answers operations with the query plans of the Hive router's planner, a native module. */
import type { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import type { CallSubgraph, Engine, Operation } from './engine';
import { complete } from './plan/complete';
import { runPlan } from './plan/run-plan';
import { stepsOf, type Step } from './plan/steps';
import { inPlans, toPlan } from './plan/to-plan';
import { kindsIn } from './plan/type-conditions';
import type { Supergraph } from './supergraph';
import { getOrMake } from '../../maps';

/** The labels of progressive overrides are decided before (overrides.ts), so none are left to be active. */
const noLabels: ReadonlySet<string> = new Set();
const percentageOfOverrides = 100;

export function nativeEngine(
  Planner: typeof QueryPlanner,
  supergraph: Supergraph,
  call: CallSubgraph,
): Engine {
  const { publicSchema: schema, answerSchema, fullSchema, owners, sdl } = supergraph;
  const planner = new Planner(sdl);
  const isKindOf = kindsIn(fullSchema);
  const plans = new WeakMap<DocumentNode, Map<string, Promise<readonly Step[]>>>();

  /** Apollo Server caches the documents of recent queries, so the plans live as long as their documents. */
  function planOf(document: DocumentNode, operationName: string): Promise<readonly Step[]> {
    const ofDocument = getOrMake(plans, document, () => new Map<string, Promise<readonly Step[]>>());
    return getOrMake(ofDocument, operationName, async () => {
      const name = operationName || undefined;
      const labels = new Set(noLabels);
      const plan = await planner.planAsync(toPlan(document), name, labels, percentageOfOverrides);
      return stepsOf(plan, fullSchema, isKindOf);
    });
  }

  async function execute(asked: Operation): Promise<ExecutionResult> {
    const { document, operationName, variables, context } = asked;
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new GraphQLError('The document has no operation to run.');
    const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return { errors: values.errors };
    const answer = { document, operationName, variables, owners };
    if (asksOnlyForSchema(operation))
      return complete({ data: {}, errors: [], unresolved: new Map() }, { ...answer, schema });
    const plan = await planOf(document, operationName ?? '').catch(() => null);
    if (!plan) return { data: null, errors: [cannotBePlanned()] };
    const gathered = await runPlan(plan, {
      // Variables as the client sent them, because each subgraph parses the values of its scalars itself.
      variables: named({ ...values.coerced, ...onlyDefined(variables, values.coerced) }),
      coerced: named(values.coerced),
      context,
      call,
      isKindOf,
    });
    return complete(gathered, { ...answer, schema: answerSchema });
  }
  return { schema, execute };
}

/** The subgraphs compose, but no key leads to a field that was asked for. */
const cannotBePlanned = (): GraphQLError =>
  new GraphQLError(
    'No way through the subgraphs leads to all fields of this query. Ask for fewer fields, or start from another field of Query.',
    { extensions: { code: 'QUERY_PLAN_FAILED' } },
  );

const onlyDefined = (sent: Readonly<Record<string, unknown>>, defined: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => Object.hasOwn(defined, name)));

/** The values of variables under their names in plans. */
const named = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [inPlans(name), value]));

/** True for introspection, such as GraphiQL's first query. No subgraph is asked. */
const asksOnlyForSchema = ({ selectionSet }: OperationDefinitionNode): boolean =>
  selectionSet.selections.every((node) => node.kind === Kind.FIELD && node.name.value.startsWith('__'));
