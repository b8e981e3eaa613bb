/** Chooses the schemas that are linked in: all that are offered, without those that do not fit. */
import { notEnforcedIn } from '../gateway/not-enforced';
import type { Supergraph } from '../gateway/supergraph';
import type { Remote } from '../remote/remote';
import type { Composer, Offered } from './compose';
import { bounded } from './rules/plain-words';
import type { SubgraphEntry } from './subgraph-entry';

/** A subgraph, the SDL it offers, and the SDL in use. */
export interface Linked {
  entry: SubgraphEntry;
  remote: Remote;
  offered: string | null;
  accepted: string | null;
  /** The SDL that was refused last, so that it is not checked again at each poll. */
  refused: string | null;
}

/** A subgraph with one of its SDLs, which may be linked in as far as the policy goes. */
interface Candidate {
  linked: Linked;
  sdl: string;
  /** Its former SDL, which is tried if this one does not fit. */
  former: string | null;
}

/** Called when the schema that a subgraph offers is refused, with the reasons. */
type OnRefused = (subgraph: string, problems: readonly string[]) => void;

/** Composes the supergraph from what each subgraph offers. One that does not fit keeps its former SDL or stays out; the others are not affected. */
export async function choose(
  all: readonly Linked[],
  composer: Composer,
  onRefused: OnRefused,
): Promise<Supergraph> {
  const choice = new Choice(composer, onRefused);
  await choice.add(all.flatMap((linked) => choice.candidateOf(linked)));
  return choice.supergraph;
}

class Choice {
  supergraph: Supergraph;
  private readonly chosen: Offered[] = [];

  constructor(
    private readonly composer: Composer,
    private readonly onRefused: OnRefused,
  ) {
    this.supergraph = composer.alone;
  }

  /** The SDL of a subgraph to be tried first; none if the policy forbids all. */
  candidateOf(linked: Linked): Candidate[] {
    const { offered, accepted } = linked;
    linked.accepted = null;
    const sdl = offered ?? accepted;
    if (sdl === null) return [];
    const former = accepted === sdl ? null : accepted;
    return this.allowed({ linked, sdl, former });
  }

  /**
   * Adds subgraphs. Composing takes long, so all are composed at once; only if that fails, each half by itself, down to the one
   * that is the reason.
   */
  async add(candidates: readonly Candidate[]): Promise<void> {
    const [first, ...others] = candidates;
    if (!first) return;
    const offered = candidates.map(offerOf);
    const composed = await this.composer.compose([...this.chosen, ...offered]);
    if ('supergraph' in composed) {
      this.supergraph = composed.supergraph;
      this.chosen.push(...offered);
      candidates.forEach(accept);
    } else if (others.length === 0) {
      await this.add(this.refuse(first, composed.problems, 'COMPOSITION_FAILED'));
    } else {
      const half = Math.ceil(candidates.length / 2);
      await this.add(candidates.slice(0, half));
      await this.add(candidates.slice(half));
    }
  }

  private allowed(candidate: Candidate): Candidate[] {
    const violations = this.composer.policyViolations(offerOf(candidate));
    return violations.length > 0 ? this.refuse(candidate, violations, 'NOT_ALLOWED') : [candidate];
  }

  /** Reports the refusal, and returns the former SDL to be tried instead. */
  private refuse(
    { linked, sdl, former }: Candidate,
    problems: readonly string[],
    why: 'NOT_ALLOWED' | 'COMPOSITION_FAILED',
  ): Candidate[] {
    const { entry, remote, offered } = linked;
    // A former SDL is only tried in place of the offered one, whose refusal is already reported.
    if (offered === null || sdl === offered) {
      if (linked.refused !== sdl) this.onRefused(entry.name, bounded(problems));
      linked.refused = sdl;
      remote.health.refused(why);
    }
    // An SDL that protects fields which the gateway cannot protect: the former one would leave them open, so neither is used.
    if (former === null || notEnforcedIn(sdl).length > 0) return [];
    return this.allowed({ linked, sdl: former, former: null });
  }
}

const offerOf = ({ linked: { entry }, sdl }: Candidate): Offered => ({ ...entry, sdl });

function accept({ linked, sdl }: Candidate): void {
  linked.accepted = sdl;
  if (sdl !== linked.offered) return;
  linked.refused = null;
  linked.remote.health.linked();
}
