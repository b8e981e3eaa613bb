/** The type of linked subgraphs in `Query.subgraphs`. */
import { Float } from 'type-graphql';
import type { RequestContext } from './context';
import { enumFrom } from './enums';
import { plainType } from './plain-type';
import { DateTimeScalar } from './scalars';

const subgraphState = enumFrom('SubgraphState', 'How a subgraph is.', {
  AVAILABLE: 'It answered last time.',
  REFUSED: 'What it offers is not linked in, because it does not compose or would change what is ours.',
  UNAVAILABLE: 'It did not answer last time; its fields are null until it does.',
});

const subgraphError = plainType('SubgraphError', 'What went wrong with a subgraph, and when.', {
  code: [String, 'Why, as a short code such as TIMEOUT or UNREACHABLE.'],
  at: [DateTimeScalar, 'When it last went wrong.'],
});

const contribution = plainType('SubgraphContribution', 'A field that a subgraph adds to the graph.', {
  type: [String, 'Type that has the field.'],
  field: [String, 'Name of the field.'],
});

const latency = plainType(
  'SubgraphLatency',
  'How long the last answers of a subgraph took, in milliseconds.',
  {
    p50: [Float, 'Half of the answers took no longer.'],
    p99: [Float, 'Of 100 answers, 99 took no longer.'],
  },
);

export const SubgraphType = plainType('Subgraph', 'A graph of others that is linked into this one.', {
  name: [String, 'Its name, as errors give it in `extensions.serviceName`.'],
  state: [subgraphState, 'Whether it answers.'],
  since: [DateTimeScalar, 'Since when it is so.'],
  lastError: [subgraphError, 'What went wrong last; null when nothing has.', 'nullable'],
  version: [
    String,
    'Names its schema as it is linked in, and changes with it; null where none is, or it is composed elsewhere.',
    'nullable',
  ],
  contributes: [[contribution], 'What it adds to the graph.'],
  latencyMs: [latency, 'How long its last answers took; null when there were none.', 'nullable'],
});

/** The current state of the subgraphs. */
export const subgraphsOf = ({ subgraphs }: RequestContext) =>
  (subgraphs?.() ?? []).map(({ since, lastError, ...report }) => ({
    ...report,
    since: since.toISOString(),
    lastError: lastError && { code: lastError.code, at: lastError.at.toISOString() },
  }));
