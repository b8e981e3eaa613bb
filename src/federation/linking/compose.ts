/** Composes our subgraph with those of others to one supergraph, in which nothing of ours is lost. */
import { DangerousChangeType, findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql';
import { readSupergraph, type Supergraph } from '../gateway/supergraph';
import { composeServices } from './compose-services';
import type { LocalSubgraph } from './local-subgraph';
import { whatWouldHurt } from './rules';

/** A subgraph of others as it offers itself. */
export interface Offered {
  name: string;
  url: string;
  sdl: string;
  mayExtend: readonly string[] | null;
}

/** A supergraph, or why there is none. */
export type Composed = { supergraph: Supergraph } | { problems: string[] };

/** The url of our own part, which nobody calls. */
const inProcess = 'local://';

/** What would surprise clients of ours although it breaks no query. */
const surprising: readonly string[] = [
  DangerousChangeType.VALUE_ADDED_TO_ENUM,
  DangerousChangeType.TYPE_ADDED_TO_UNION,
];

export class Composer {
  private constructor(
    private readonly local: LocalSubgraph,
    /** What clients see when nobody is linked in. */
    readonly alone: Supergraph,
  ) {}

  /** @throws Error when our own part composes with nothing. */
  static async of(local: LocalSubgraph): Promise<Composer> {
    const composed = await supergraphOf(local, []);
    if ('problems' in composed) throw new Error(composed.problems.join(' '));
    return new Composer(local, composed.supergraph);
  }

  /** Why a subgraph may not be linked in; nothing when it may. */
  judge({ sdl, mayExtend }: Offered): string[] {
    return whatWouldHurt({ sdl, mayExtend }, this.alone.publicSchema);
  }

  async compose(offered: readonly Offered[]): Promise<Composed> {
    if (offered.length === 0) return { supergraph: this.alone };
    const composed = await supergraphOf(this.local, offered);
    if ('problems' in composed) return composed;
    const problems = lostOf(this.alone.publicSchema, composed.supergraph.publicSchema);
    return problems.length > 0 ? { problems } : composed;
  }
}

async function supergraphOf({ name, sdl }: LocalSubgraph, offered: readonly Offered[]): Promise<Composed> {
  const composed = await composeServices([{ name, sdl, url: inProcess }, ...offered]);
  return 'problems' in composed ? composed : { supergraph: readSupergraph(composed.supergraphSdl) };
}

/** What clients of ours would miss, or not expect. */
const lostOf = (before: GraphQLSchema, after: GraphQLSchema): string[] => [
  ...findBreakingChanges(before, after).map(({ description }) => `It changes our schema: ${description}`),
  ...findDangerousChanges(before, after)
    .filter(({ type }) => surprising.includes(type))
    .map(({ description }) => `It changes our schema: ${description}`),
];
