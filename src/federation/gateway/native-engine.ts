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
import { stepsOf, type Steps } from './plan/steps';
import { inPlans, toPlan } from './plan/to-plan';
import { kindsIn } from './plan/type-conditions';
import { WholeAnswers } from './plan/whole-answer';
import type { Supergraph } from './supergraph';
import { WrittenData } from '../../graphql/written-data';
import { getOrMake } from '../../maps';
import { fragmentsOf } from '../../query/fragments';

/** The labels of progressive overrides are decided before (overrides.ts), so none are left to be active. */
const noLabels: ReadonlySet<string> = new Set();
const percentageOfOverrides = 100;

/** What is kept of an operation. */
interface KnownOperation {
  operation: OperationDefinitionNode;
  /** Made when it is asked first. */
  steps: Promise<Steps | null> | null;
  whole: WholeAnswers;
}

export function nativeEngine(
  Planner: typeof QueryPlanner,
  supergraph: Supergraph,
  call: CallSubgraph,
): Engine {
  const { publicSchema: schema, answerSchema, fullSchema, owners, sdl } = supergraph;
  const planner = new Planner(sdl);
  const isKindOf = kindsIn(fullSchema);
  const known = new WeakMap<DocumentNode, Map<string, KnownOperation | null>>();

  /** The documents of recent queries are cached, so what is known of their operations lives as long as they do. */
  function knownOf(document: DocumentNode, operationName: string | undefined): KnownOperation | null {
    const ofDocument = getOrMake(known, document, () => new Map<string, KnownOperation | null>());
    return getOrMake(ofDocument, operationName ?? '', () => {
      const operation = getOperationAST(document, operationName);
      if (!operation) return null;
      const fragments = Object.fromEntries(fragmentsOf(document));
      return { operation, steps: null, whole: new WholeAnswers(answerSchema, operation, fragments) };
    });
  }

  /** Null if the subgraphs compose, but no way through them leads to all fields. */
  async function planned(document: DocumentNode, operationName: string | undefined): Promise<Steps | null> {
    try {
      const labels = new Set(noLabels);
      const plan = await planner.planAsync(toPlan(document), operationName, labels, percentageOfOverrides);
      return stepsOf(plan, fullSchema, isKindOf);
    } catch {
      return null;
    }
  }

  async function execute(request: Operation): Promise<ExecutionResult> {
    const { document, operationName, variables, context } = request;
    const found = knownOf(document, operationName);
    if (!found) throw new GraphQLError('The document has no operation to run.');
    const { operation, whole } = found;
    const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return { errors: values.errors };
    const answer = { document, operationName, variables, owners };
    if (asksOnlyForSchema(operation))
      return complete({ data: {}, errors: [], unresolved: new Map() }, { ...answer, schema });
    const steps = await (found.steps ??= planned(document, operationName));
    if (!steps) return { data: null, errors: [cannotBePlanned()] };
    const gathered = await runPlan(steps, {
      // Variables as the client sent them, because each subgraph parses the values of its scalars itself.
      variables: named({ ...values.coerced, ...onlyDefined(variables, values.coerced) }),
      coerced: named(values.coerced),
      context,
      call,
      isKindOf,
    });
    const text = gathered.errors.length === 0 ? whole.text(gathered.data, values.coerced) : null;
    if (text !== null) return { data: WrittenData.of(text) };
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
