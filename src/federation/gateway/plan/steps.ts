/** The steps of a query plan, each with those that it waits for. The planner puts them into stages; a step need not wait for a whole stage. */
import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  PlanNode,
  QueryPlan,
} from '@graphql-hive/router-query-planner';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { PlannedStep } from '../engine';
import { fetchOperationOf, type FetchOperation } from './fetch-operation';
import { needs, touchedByEntities, touchedByRoot, type Touched } from './touched';
import type { IsKindOf } from './type-conditions';

/** A fetch from one subgraph. */
export interface Step extends PlannedStep {
  node: FetchNode | BatchFetchNode;
  operation: FetchOperation;
  /** The records whose fields are fetched; null for fields of a root type. */
  aliases: readonly EntityBatchAlias[] | null;
  /** Variables with the values that they must have for this step to be taken. */
  conditions: readonly Condition[];
  after: readonly Step[];
  touched: Touched;
}

/** The steps of a plan, each after those that it waits for. */
export type Steps = readonly Step[];

interface Condition {
  variable: string;
  expected: boolean;
}

/** @throws Error for steps of unknown kinds */
export function stepsOf({ node }: QueryPlan, schema: GraphQLSchema, isKindOf: IsKindOf): Steps {
  return node ? new Reading(schema, isKindOf).steps(node, [], []) : [];
}

class Reading {
  private count = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly isKindOf: IsKindOf,
  ) {}

  /** @param before the steps of earlier stages */
  steps(node: PlanNode, before: readonly Step[], conditions: readonly Condition[]): Step[] {
    switch (node.kind) {
      case 'Sequence':
        return node.nodes.reduce<Step[]>(
          (done, each) => [...done, ...this.steps(each, [...before, ...done], conditions)],
          [],
        );
      case 'Parallel':
        return node.nodes.flatMap((each) => this.steps(each, before, conditions));
      case 'Condition': {
        const when = (clause: PlanNode | undefined, expected: boolean): Step[] =>
          clause ? this.steps(clause, before, [...conditions, { variable: node.condition, expected }]) : [];
        return [...when(node.ifClause, true), ...when(node.elseClause, false)];
      }
      case 'Fetch':
        return [this.step(node, null, before, conditions)];
      case 'BatchFetch':
        return [this.step(node, node.entityBatch.aliases, before, conditions)];
      case 'Flatten': {
        const { node: inner, path } = node;
        if (inner.kind !== 'Fetch')
          throw new Error(`The plan asks for entities by a step of the kind ${inner.kind}.`);
        const { requires = [], inputRewrites = [], outputRewrites = [] } = inner;
        const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
        const aliases = [{ ...alias, requires, inputRewrites, outputRewrites }];
        return [this.step(inner, aliases, before, conditions)];
      }
      default:
        throw new Error(`The plan has a step of an unknown kind: ${node.kind}.`);
    }
  }

  private step(
    node: FetchNode | BatchFetchNode,
    aliases: readonly EntityBatchAlias[] | null,
    before: readonly Step[],
    conditions: readonly Condition[],
  ): Step {
    const operation = fetchOperationOf(node, this.schema, this.isKindOf);
    const touched = aliases ? touchedByEntities(aliases, operation) : touchedByRoot(operation);
    // What changes data happens in the order of the query.
    const isChange = node.operationKind === OperationTypeNode.MUTATION;
    const after = before.filter((each) => isChange || needs(touched, each.touched));
    this.count += 1;
    return { number: this.count, node, operation, aliases, conditions, after, touched };
  }
}
