/** Shows how a query is answered: what each of its fields reads, by which statements, and how long they take. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Registry } from '../../resource/registry';
import type { Reader } from '../sql';
import { Source } from '../source';
import type { Step, Watch } from './compile';
import { Plans, type FallbackReason } from './plans';
import type { PlanContext } from './resolution';

/** A statement that a step ran. */
export interface ExplainedStatement {
  text: string;
  rows: number;
  milliseconds: number;
}

/** A field with what was read for its parents, all at once. */
export interface ExplainedStep extends Step {
  parents: number;
  statements: ExplainedStatement[];
}

/** How a query was answered. */
export interface Explanation {
  /** In the order in which they began; those below a list that has no records never do. */
  steps: ExplainedStep[];
  /** Why the fallback executor must answer; null where the plan did. */
  fallback: FallbackReason | null;
  /** Length of the data as JSON text, in characters; null where the plan gave none. */
  length: number | null;
}

export interface ExplainOptions {
  schema: GraphQLSchema;
  registry: Registry;
  reader: Reader;
  /** The context of a request whose statements are read by that reader. */
  contextOf: (reader: Reader) => PlanContext;
}

/** Answers a valid query by its plan, and tells how. */
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
  return { steps, fallback, length: text?.length ?? null };
}

const recorded = (reader: Reader, statements: ExplainedStatement[]): Reader => ({
  dialect: reader.dialect,
  read: async (statement, signal) => {
    const begin = performance.now();
    const rows = await reader.read(statement, signal);
    const text = reader.dialect === 'postgres' ? statement.text : statement.sql;
    statements.push({ text, rows: rows.length, milliseconds: performance.now() - begin });
    return rows;
  },
});
