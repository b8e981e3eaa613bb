// What the answer in the response editor can be shown as.
import { parse, type GraphQLSchema } from 'graphql';
import { chartsIn, type Chart } from './charts';
import { networkIn, type AnsweredNetwork } from './network';
import { objectsOf } from './objects';
import { tablesIn, type AnswerTable } from './table';

/** The ways to show an answer, in the order of their tabs. */
export const views = ['json', 'table', 'chart', 'network'] as const;
export type View = (typeof views)[number];

/** What was asked and answered, as the editors have it. */
export interface Exchange {
  readonly query: string;
  readonly operationName: string | null;
  readonly response: string;
}

interface AnsweredError {
  readonly message: string;
  readonly code: string | null;
}

export interface ReadAnswer {
  readonly errors: readonly AnsweredError[];
  readonly tables: readonly AnswerTable[];
  readonly charts: readonly Chart[];
  readonly network: AnsweredNetwork | null;
}

const nothing: ReadAnswer = { errors: [], tables: [], charts: [], network: null };

/** Without a schema, as where introspection is off, an answer has tables, but no pictures. */
export function readAnswer(
  { query, operationName, response }: Exchange,
  schema: GraphQLSchema | null | undefined,
): ReadAnswer {
  const { data, errors } = json(response);
  const plain = { ...nothing, errors: errorsIn(errors), tables: tablesIn(data) };
  const root = schema && objectsIn(query, operationName, schema, data);
  if (!root) return plain;
  return { ...plain, charts: chartsIn(root, schema), network: networkIn(root, schema) };
}

/** The views that an answer has. */
export const viewsOf = ({ tables, charts, network }: ReadAnswer): View[] =>
  views.filter(
    (view) =>
      view === 'json' ||
      (view === 'table' && tables.length > 0) ||
      (view === 'chart' && charts.length > 0) ||
      (view === 'network' && network !== null),
  );

function json(text: string): { data?: unknown; errors?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // The editor is empty, or shows what is no answer.
    return {};
  }
}

function errorsIn(errors: unknown): AnsweredError[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: { message?: unknown; extensions?: { code?: unknown } } | null) => {
    const code = error?.extensions?.code;
    return typeof error?.message === 'string'
      ? [{ message: error.message, code: typeof code === 'string' ? code : null }]
      : [];
  });
}

function objectsIn(query: string, operationName: string | null, schema: GraphQLSchema, data: unknown) {
  try {
    return objectsOf({ schema, document: parse(query, { noLocation: true }), operationName }, data);
  } catch {
    // What is in the editor is no query; the answer is that to an earlier one.
    return null;
  }
}
