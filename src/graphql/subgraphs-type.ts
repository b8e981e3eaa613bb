/** The subgraphs of others that are linked into the graph, as `Query.subgraphs` shows them. */
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { RequestContext } from './context';
import { DateTimeScalar } from './scalars';

enum SubgraphState {
  AVAILABLE = 'AVAILABLE',
  REFUSED = 'REFUSED',
  UNAVAILABLE = 'UNAVAILABLE',
}

registerEnumType(SubgraphState, {
  name: 'SubgraphState',
  description: 'How a subgraph is.',
  valuesConfig: {
    AVAILABLE: { description: 'It answered last time.' },
    REFUSED: {
      description:
        'What it offers is not linked in, because it does not compose or would change what is ours.',
    },
    UNAVAILABLE: { description: 'It did not answer last time; its fields are null until it does.' },
  },
});

@ObjectType('SubgraphError', {
  description: 'What went wrong with a subgraph, and when.',
  simpleResolvers: true,
})
class SubgraphErrorType {
  @Field(() => String, { description: 'Why, as a short code such as TIMEOUT or UNREACHABLE.' })
  code!: string;

  @Field(() => DateTimeScalar, { description: 'When it last went wrong.' })
  at!: string;
}

@ObjectType('SubgraphContribution', {
  description: 'A field that a subgraph adds to the graph.',
  simpleResolvers: true,
})
class SubgraphContributionType {
  @Field(() => String, { description: 'Type that has the field.' })
  type!: string;

  @Field(() => String, { description: 'Name of the field.' })
  field!: string;
}

@ObjectType('SubgraphLatency', {
  description: 'How long the last answers of a subgraph took, in milliseconds.',
  simpleResolvers: true,
})
class SubgraphLatencyType {
  @Field(() => Float, { description: 'Half of the answers took no longer.' })
  p50!: number;

  @Field(() => Float, { description: 'Of 100 answers, 99 took no longer.' })
  p99!: number;
}

@ObjectType('Subgraph', {
  description: 'A graph of others that is linked into this one.',
  simpleResolvers: true,
})
export class SubgraphType {
  @Field(() => String, { description: 'Its name, as errors give it in `extensions.serviceName`.' })
  name!: string;

  @Field(() => SubgraphState, { description: 'Whether it answers.' })
  state!: SubgraphState;

  @Field(() => DateTimeScalar, { description: 'Since when it is so.' })
  since!: string;

  @Field(() => SubgraphErrorType, {
    nullable: true,
    description: 'What went wrong last; null when nothing has.',
  })
  lastError!: SubgraphErrorType | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Names its schema as it is linked in, and changes with it; null where none is, or it is composed elsewhere.',
  })
  version!: string | null;

  @Field(() => [SubgraphContributionType], { description: 'What it adds to the graph.' })
  contributes!: SubgraphContributionType[];

  @Field(() => SubgraphLatencyType, {
    nullable: true,
    description: 'How long its last answers took; null when there were none.',
  })
  latencyMs!: SubgraphLatencyType | null;
}

/** The subgraphs as they are now. */
export const subgraphsOf = ({ subgraphs }: RequestContext) =>
  (subgraphs?.() ?? []).map(({ since, lastError, ...report }) => ({
    ...report,
    since: since.toISOString(),
    lastError: lastError && { code: lastError.code, at: lastError.at.toISOString() },
  }));
