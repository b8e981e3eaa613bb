/** Decisions that contradict each other: one thing cannot be two records, nor a record and not that record. */
import type { Decision } from './decisions';
import { textsOf } from './decisions';

/** @returns the later one of each two, by its place in the list */
export function contradictionsIn(
  decisions: readonly Decision[],
): { readonly path: readonly (string | number)[]; readonly text: string }[] {
  const earlier = new Map<string, { decision: Decision; index: number }[]>();
  return decisions.flatMap((decision, index) => {
    const what = JSON.stringify([decision.source, textsOf(decision.mention).toSorted()]);
    const before = earlier.get(what) ?? [];
    earlier.set(what, [...before, { decision, index }]);
    const other = before.find((each) => contradict(each.decision, decision));
    if (!other) return [];
    return [
      {
        path: ['links', index, 'decision'],
        text: `contradicts decision ${other.index + 1} of the same mention; take one of them away`,
      },
    ];
  });
}

function contradict({ verdict: one }: Decision, { verdict: other }: Decision): boolean {
  if (one.decision === 'NOT_SAME' && other.decision === 'NOT_SAME') return false;
  if (one.decision === 'NOT_SAME' || other.decision === 'NOT_SAME')
    return one.decision === 'SAME' || other.decision === 'SAME'
      ? 'key' in one && 'key' in other && one.key === other.key
      : false;
  return one.decision !== other.decision || ('key' in one && 'key' in other && one.key !== other.key);
}
