/** What `num-gateway explain` prints. */
import type { ExplainedStep, Explanation } from '../../query/plan/explain';
import { counted } from '../../words';
import type { ExplainedFetch, FederatedExplanation } from './federated-explanation';

/** How a query of our part is answered. */
export function shown({ steps, fallback, text }: Explanation): string {
  if (fallback && 'field' in fallback)
    return `The fallback executor answers it as a whole: there is no plan for ${fallback.field}.`;
  if (fallback)
    return `The fallback executor answers it, which tells the error: ${(fallback.error as Error).message}`;
  const statements = steps.flatMap((step) => step.statements);
  const total = `${counted(statements.length, 'statement')}, ${counted(text?.length ?? 0, 'character')} of JSON.`;
  return [...shownSteps(steps), total].join('\n');
}

const how: Record<ExplainedStep['reads'], string> = {
  list: 'a page for each of',
  record: 'the record of each of',
  resolver: 'by its resolver, for each of',
};

const shownSteps = (steps: readonly ExplainedStep[]): string[] =>
  steps.filter(({ reads, statements }) => reads !== 'resolver' || statements.length > 0).map(shownStep);

function shownStep({ path, field, reads, parents, statements }: ExplainedStep): string {
  const indent = '  '.repeat(path.length - 1);
  const from = statements.length > 0 ? '' : ', from memory';
  const head = `${indent}${path.join('.')} (${field}): ${how[reads]} ${parents}${from}`;
  const lines = statements.map(
    ({ text, rows, milliseconds }) =>
      `${indent}  ${counted(rows, 'row')}, ${milliseconds.toFixed(1)} ms: ${text}`,
  );
  return [head, ...lines].join('\n');
}

/** How a query that crosses to other subgraphs is answered. */
export function shownFederated({ fetches, theirs, errors, length }: FederatedExplanation): string {
  return [
    `Others answer ${theirs.length > 0 ? theirs.join(', ') : 'none of its fields'}.`,
    ...fetches.flatMap(shownFetch),
    ...errors.map((message) => `Error: ${message}`),
    `${counted(fetches.length, 'fetch', 'fetches')}, ${counted(length, 'character')} of JSON.`,
  ].join('\n');
}

function shownFetch(fetch: ExplainedFetch): string[] {
  const { subgraph, isOurs, query, number, after, entities, milliseconds, own } = fetch;
  const name = number === null ? 'Fetch' : `Step ${number}`;
  const order = after.length > 0 ? `, after ${after.join(' and ')}` : '';
  const asked = entities === null ? 'fields of Query' : counted(entities, 'entity', 'entities');
  const answered = fetch.failure ?? counted(fetch.length ?? 0, 'character');
  const head = `${name}${order}: ${asked} from ${isOurs ? 'our part' : subgraph}, ${milliseconds.toFixed(1)} ms: ${answered}`;
  const steps = own ? shownSteps(own.steps) : [];
  return [head, ...[query, ...steps].map(indented)];
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
