/** What persons decided about links: what is confirmed is sure, what is refused is never proposed again. */
import type { Mentioned } from '../../harvested-record';
import type { Outcome } from '../outcome';
import type { MentionedThing } from '../proposal';
import { reasons } from '../reasons';
import { canonicalOf } from '../by-identifier';
import { joinedOf, spell } from '../words/spell';

/** What was mentioned, as the file of decisions says it. */
export interface DecidedMention {
  /** A name as the source writes it; null where the identifiers say enough. */
  readonly name: string | null;
  readonly iri: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

export type Verdict =
  | { readonly decision: 'SAME'; readonly key: string }
  | { readonly decision: 'NOT_SAME'; readonly key: string }
  | { readonly decision: 'NEW' };

/** A decision with who took it. */
export interface Decision {
  readonly mention: DecidedMention;
  /** The source for which it holds; null for all. */
  readonly source: string | null;
  readonly verdict: Verdict;
  readonly by: string;
  /** A day: 2026-11-30. */
  readonly on: string;
  readonly note: string | null;
}

/** Decisions by what was mentioned. */
export class Decisions {
  private readonly byMention = new Map<string, Decision[]>();

  constructor(decisions: readonly Decision[]) {
    for (const decision of decisions)
      for (const text of textsOf(decision.mention)) {
        const own = this.byMention.get(text);
        if (own) own.push(decision);
        else this.byMention.set(text, [decision]);
      }
  }

  /** The outcome that a person decided on; null for none. */
  settled(source: string, mention: Mentioned | MentionedThing): Outcome | null {
    const own = this.about(source, mention);
    const same = own.find(({ verdict }) => verdict.decision === 'SAME');
    if (same?.verdict.decision === 'SAME')
      return { outcome: 'SURE', key: same.verdict.key, score: 1, reason: reasons.decided(same.by) };
    return own.some(({ verdict }) => verdict.decision === 'NEW') ? { outcome: 'UNKNOWN' } : null;
  }

  /** An outcome without the records that a person refused. */
  withoutRefused(source: string, mention: Mentioned | MentionedThing, outcome: Outcome): Outcome {
    const refused = new Set(
      this.about(source, mention).flatMap(({ verdict }) =>
        verdict.decision === 'NOT_SAME' ? [verdict.key] : [],
      ),
    );
    if (refused.size === 0 || outcome.outcome === 'UNKNOWN') return outcome;
    if (outcome.outcome === 'SURE') return refused.has(outcome.key) ? { outcome: 'UNKNOWN' } : outcome;
    const candidates = outcome.candidates.filter(({ key }) => !refused.has(key));
    return candidates.length > 0 ? { outcome: 'DOUBTFUL', candidates } : { outcome: 'UNKNOWN' };
  }

  /** Decisions about a mention that has all that they say of it. */
  private about(source: string, mention: Mentioned | MentionedThing): Decision[] {
    const texts = new Set([
      ...mention.names.flatMap(({ value }) => textsOf({ name: value, iri: null, identifiers: [] })),
      ...textsOf({ name: null, iri: mention.iri, identifiers: mention.identifiers }),
    ]);
    const near = new Set([...texts].flatMap((text) => this.byMention.get(text) ?? []));
    return [...near].filter(
      (decision) =>
        (decision.source === null || decision.source === source) &&
        textsOf(decision.mention).every((text) => texts.has(text)),
    );
  }
}

/** The texts that stand for a mention: its name, address and identifiers. */
export function textsOf({ name, iri, identifiers }: DecidedMention): string[] {
  return [
    ...(name === null ? [] : [`NAME ${joinedOf(spell(name).tokens)}`]),
    ...(iri === null ? [] : [`IRI ${iri}`]),
    ...canonicalOf({ iri: null, identifiers }).map(({ scheme, value }) => `${scheme} ${value}`),
  ];
}
