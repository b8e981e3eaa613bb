/** Explains how a query is answered: what each field reads, with which statements, and how long they take. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Registry } from '../../resource/registry';
import type { Reader } from '../sql';
import { Source } from '../source';
import type { Step, Watch } from './step';
import { Plans, type FallbackReason } from './plans';
import type { PlanContext } from './resolution';

/** A statement that a step ran. */
export interface ExplainedStatement {
  text: string;
  rows: number;
  milliseconds: number;
}

/** A step with its statements, for all parents together. */
export interface ExplainedStep extends Step {
  parents: number;
  statements: ExplainedStatement[];
}

/** How a query was answered. */
export interface Explanation {
  /** In the order in which they began. Steps below an empty list do not occur. */
  steps: ExplainedStep[];
  /** Why the fallback executor must answer; null if the plan did. */
  fallback: FallbackReason | null;
  /** The data as JSON; null without a plan. */
  text: string | null;
}

export interface ExplainOptions {
  schema: GraphQLSchema;
  registry: Registry;
  reader: Reader;
  /** Creates a request context that reads with the given reader. */
  contextOf: (reader: Reader) => PlanContext;
}

/** Answers a valid query by its plan, and explains it. */
export async function explain(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
  { schema, registry, reader, contextOf }: ExplainOptions,
): Promise<Explanation> {
  const steps: ExplainedStep[] = [];
  let fallback: FallbackReason | null = null;
  const watch: Watch = (step, writer) => ({
    texts: (sources, run) => {
      const explained: ExplainedStep = { ...step, parents: sources.length, statements: [] };
      steps.push(explained);
      const context = contextOf(recorded(reader, explained.statements));
      const source = new Source(context.reader, registry, run.source.cached);
      return writer.texts(sources, { ...run, context, source });
    },
  });
  const plans = new Plans({ schema, registry, watch, onFallback: (why) => (fallback = why) });
  const text = await plans.answer(document, operationName, variables, contextOf(reader));
  return { steps, fallback, text };
}

/** A reader that records its statements. */
export const recorded = (reader: Reader, statements: ExplainedStatement[]): Reader => ({
  dialect: reader.dialect,
  read: async (statement, signal) => {
    const begin = performance.now();
    const rows = await reader.read(statement, signal);
    const text = reader.dialect === 'postgres' ? statement.text : statement.sql;
    statements.push({ text, rows: rows.length, milliseconds: performance.now() - begin });
    return rows;
  },
});
