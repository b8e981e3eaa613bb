/** Composes our subgraph with others to one supergraph that keeps everything of ours. */
import { reasonOf } from '../../errors';
import { FeatureNotEnforced } from '../gateway/not-enforced';
import { readSupergraph, type Supergraph } from '../gateway/supergraph';
import { adapt } from './adapting/adapt';
import { composeServices } from './compose-services';
import type { LocalSubgraph } from './local-subgraph';
import { changesOf } from './rules/changes';
import { policyViolations } from './rules/policy';
import { oursIn, type Ours } from './rules/ours';
import { inPlainWords } from './rules/plain-words';

/** A subgraph that offers to be linked in. */
export interface Offered {
  name: string;
  url: string;
  sdl: string;
  mayExtend: readonly string[] | null;
}

/** A supergraph, or why there is none. */
export type Composed = { supergraph: Supergraph } | { problems: string[] };

/** The URL of our own part, which is never called. */
const inProcess = 'local://';

export class Composer {
  private readonly ours: Ours;

  private constructor(
    readonly local: LocalSubgraph,
    /** The supergraph of our part alone, as clients see it when nothing is linked in. */
    readonly alone: Supergraph,
  ) {
    this.ours = oursIn(local.sdl, alone.publicSchema);
  }

  /** @throws Error when not even our own part composes */
  static async of(local: LocalSubgraph): Promise<Composer> {
    const composed = await supergraphOf(local, []);
    if ('problems' in composed) throw new Error(composed.problems.join(' '));
    return new Composer(local, composed.supergraph);
  }

  /** The SDL that is composed of what a service offers, with what was left out or softened. */
  adapt(sdl: string): { sdl: string; notices: readonly string[] } {
    return adapt(sdl, this.ours);
  }

  /** Why a subgraph may not be linked in; empty if it may. */
  policyViolations({ sdl, mayExtend }: Offered): string[] {
    return policyViolations({ sdl, mayExtend }, this.ours);
  }

  /** Composes the accepted subgraphs with one more. Problems are attributed to the last one. */
  async compose(offered: readonly Offered[]): Promise<Composed> {
    const last = offered.at(-1);
    if (!last) return { supergraph: this.alone };
    const composed = await supergraphOf(this.local, offered);
    if ('problems' in composed) return { problems: inPlainWords(composed.problems, last.name, this.ours) };
    const problems = changesOf(this.alone.publicSchema, composed.supergraph.publicSchema);
    return problems.length > 0 ? { problems } : composed;
  }
}

async function supergraphOf({ name, sdl }: LocalSubgraph, offered: readonly Offered[]): Promise<Composed> {
  const composed = await composeServices([{ name, sdl, url: inProcess }, ...offered]);
  if ('problems' in composed) return composed;
  try {
    return { supergraph: readSupergraph(composed.supergraphSdl) };
  } catch (error) {
    if (error instanceof FeatureNotEnforced) return { problems: [...error.problems] };
    return { problems: [`The composed graph cannot be used: ${reasonOf(error)}`] };
  }
}
