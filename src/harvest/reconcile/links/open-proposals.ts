/** The proposals on which nobody has decided yet. */
import type { Proposal } from '../proposal';
import type { Decisions } from './decisions';

/** Without what is decided, and without refused candidates. */
export function openProposals(proposals: readonly Proposal[], decisions: Decisions): Proposal[] {
  return proposals.flatMap((proposal) => {
    const { source, mention, candidates } = proposal;
    if (decisions.settled(source, mention)) return [];
    const left = decisions.withoutRefused(source, mention, { outcome: 'DOUBTFUL', candidates });
    return left.outcome === 'DOUBTFUL' ? [{ ...proposal, candidates: left.candidates }] : [];
  });
}
