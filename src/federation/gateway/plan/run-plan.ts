/** Runs the plan of a query: asks the subgraphs in the order of the plan and gathers what they answer. */
import type {
  BatchFetchNode,
  FetchNode,
  FlattenNode,
  PlanNode,
  QueryPlan,
} from '@graphql-hive/router-query-planner';
import { GraphQLError, Kind, parse, type DocumentNode, type FieldNode } from 'graphql';
import type { CallSubgraph, FederatedContext } from '../engine';
import { atPath, SubgraphUnavailable } from '../faults';
import { askedFor } from './asked-for';
import { EntityBatch } from './entity-batch';
import { mergeInto, type JsonObject } from './json';
import { rewrite } from './rewrite';
import type { IsKindOf } from './type-conditions';

/** One run of a plan. */
export interface PlanRun {
  variables: Readonly<Record<string, unknown>>;
  /** The variables with their defaults: conditions look at them. */
  coerced: Readonly<Record<string, unknown>>;
  context: FederatedContext;
  call: CallSubgraph;
  isKindOf: IsKindOf;
}

/** What a run has gathered. */
export interface Gathered {
  data: JsonObject;
  errors: GraphQLError[];
  /** Records of which a subgraph knows nothing more: what is missing of them is no fault. */
  unresolved: Set<unknown>;
}

export async function runPlan({ node }: QueryPlan, run: PlanRun): Promise<Gathered> {
  const gathered: Gathered = { data: {}, errors: [], unresolved: new Set() };
  if (node) await runNode(node, run, gathered);
  return gathered;
}

async function runNode(node: PlanNode, run: PlanRun, gathered: Gathered): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const each of node.nodes) await runNode(each, run, gathered);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((each) => runNode(each, run, gathered)));
      return;
    case 'Condition': {
      const chosen = run.coerced[node.condition] === true ? node.ifClause : node.elseClause;
      if (chosen) await runNode(chosen, run, gathered);
      return;
    }
    case 'Fetch':
      await fetchRoot(node, run, gathered);
      return;
    case 'Flatten':
      await fetchBelow(node, run, gathered);
      return;
    case 'BatchFetch':
      await fetchEntities(
        node,
        new EntityBatch(node.entityBatch.aliases, gathered.data, run.isKindOf),
        run,
        gathered,
      );
      return;
    default:
      throw new Error(`The plan has a step of an unknown kind: ${node.kind}.`);
  }
}

async function fetchRoot(node: FetchNode, run: PlanRun, gathered: Gathered): Promise<void> {
  const document = parsed(node);
  const place = firstField(document);
  const answer = await ask(node, {}, place, run, gathered);
  for (const error of answer?.errors ?? []) gathered.errors.push(error.path ? error : atPath(error, place));
  if (!answer?.data) return;
  const { data, errors } = answer;
  mergeInto(gathered.data, data);
  const missing =
    errors.length > 0 ? undefined : fieldsOf(document).find((name) => !Object.hasOwn(data, name));
  if (missing !== undefined)
    gathered.errors.push(new SubgraphUnavailable(node.serviceName, 'NOT_GRAPHQL').at([missing]));
}

/** The records at a place are asked for as the entities of one question. */
async function fetchBelow({ node, path }: FlattenNode, run: PlanRun, gathered: Gathered): Promise<void> {
  if (node.kind !== 'Fetch')
    throw new Error(`The plan asks for entities by a step of the kind ${node.kind}.`);
  const { requires = [], inputRewrites = [] } = node;
  const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
  const batch = new EntityBatch([{ ...alias, requires, inputRewrites }], gathered.data, run.isKindOf);
  await fetchEntities(node, batch, run, gathered);
}

async function fetchEntities(
  node: FetchNode | BatchFetchNode,
  batch: EntityBatch,
  run: PlanRun,
  gathered: Gathered,
): Promise<void> {
  const noteUnresolved = () => batch.unresolved.forEach((record) => gathered.unresolved.add(record));
  noteUnresolved();
  if (batch.isEmpty) return;
  const answer = await ask(node, batch.variables, batch.place, run, gathered);
  if (!answer) return;
  gathered.errors.push(...answer.errors.flatMap((error) => batch.relocated(error)));
  if (!answer.data) return;
  const isWhole = batch.merge(answer.data);
  noteUnresolved();
  if (isWhole || answer.errors.length > 0) return;
  gathered.errors.push(new SubgraphUnavailable(node.serviceName, 'NOT_GRAPHQL').at(batch.place));
}

/** Asks a subgraph; what cannot be had is one error at its place, and the rest goes on. */
async function ask(
  node: FetchNode | BatchFetchNode,
  representations: Readonly<Record<string, unknown>>,
  place: readonly (string | number)[],
  run: PlanRun,
  gathered: Gathered,
): Promise<{ data: JsonObject | null; errors: readonly GraphQLError[] } | undefined> {
  const used = (node.variableUsages ?? []).filter((name) => Object.hasOwn(run.variables, name));
  try {
    const { data, errors = [] } = await run.call({
      subgraph: node.serviceName,
      kind: node.operationKind ?? 'query',
      query: node.operation,
      variables: {
        ...Object.fromEntries(used.map((name) => [name, run.variables[name]])),
        ...representations,
      },
      context: run.context,
    });
    const kept = data ? askedFor(parsed(node), data) : null;
    if (kept && node.kind === 'Fetch') rewrite(kept, node.outputRewrites, run.isKindOf);
    return { data: kept, errors };
  } catch (error) {
    if (error instanceof SubgraphUnavailable) gathered.errors.push(error.at(place));
    else if (error instanceof GraphQLError) gathered.errors.push(error);
    else throw error;
    return undefined;
  }
}

const documents = new WeakMap<object, DocumentNode>();

function parsed(node: FetchNode | BatchFetchNode): DocumentNode {
  const known = documents.get(node);
  if (known) return known;
  const document = parse(node.operation, { noLocation: true });
  documents.set(node, document);
  return document;
}

/** Where something is missing when a question to Query fails. */
const firstField = (document: DocumentNode): string[] => fieldsOf(document, () => true).slice(0, 1);

/** The names under which the fields of Query are answered; those that a condition may leave out are not counted. */
function fieldsOf({ definitions }: DocumentNode, counts = isUnconditional): string[] {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((node) =>
    node.kind === Kind.FIELD && counts(node) ? [(node.alias ?? node.name).value] : [],
  );
}

const isUnconditional = ({ directives = [] }: FieldNode): boolean => directives.length === 0;
