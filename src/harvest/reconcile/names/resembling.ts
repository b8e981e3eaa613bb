/** Records whose names resemble a name: what a person is asked about. */
import distance from 'damerau-levenshtein';
import type { Candidate } from '../outcome';
import { reasons } from '../reasons';
import { hospital } from '../words/organisations';
import type { KnownNames, NamedRecord } from './known-names';
import type { MayBe } from './match';
import { coreOf, stemOf, type Core, type ReadName } from './read-name';

const least = 0.6;
const most = 5;
/** What a word counts that is spelt otherwise, or begins in the same way. */
const misspelt = 0.85;
const begun = 0.7;
const shortestBegun = 5;

const errorsIn = (word: string): number => (word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0);

/** Names of several thousand records have rare and frequent words: rare ones count more. */
export class Resembling {
  private readonly weights = new Map<string, number>();
  /** Known words by their first and last letters: a typing error leaves one of the two as it is. */
  private readonly byEdge = new Map<string, string[]>();
  private readonly byBeginning = new Map<string, string[]>();
  private readonly close = new Map<string, ReadonlyMap<string, number>>();

  constructor(private readonly names: KnownNames) {
    const all = names.records.length;
    for (const word of names.vocabulary) {
      this.weights.set(word, Math.log(1 + all / names.withWord(word).length));
      for (const edge of edgesOf(word)) put(this.byEdge, edge, word);
      put(this.byBeginning, word.slice(0, shortestBegun), word);
    }
  }

  /** The most similar records, scored from 0 to 1. */
  to(name: ReadName, mayBe: MayBe): Candidate[] {
    const mentioned = coreOf(name.parts);
    const found = [...this.candidates(mentioned)]
      .filter(mayBe)
      .map((record) => ({ record, score: this.likeness(mentioned, record, name) }))
      .filter(({ score }) => score >= least)
      .toSorted((a, b) => b.score - a.score || (a.record.key < b.record.key ? -1 : 1));
    const resembling = found.slice(0, most).map(({ record, score }) => ({
      key: record.key,
      score: rounded(Math.min(score, 0.89)),
      reason: reasons.partly(name.text),
    }));
    return [...this.lettered(name, mayBe), ...this.thereIn(mentioned, name, mayBe), ...resembling];
  }

  /** Records for which the letters stand, where they are too few to be sure, or whose letters begin with them: BBMRI. */
  private lettered(name: ReadName, mayBe: MayBe): Candidate[] {
    if (name.isAbroad) return [];
    const candidates = new Map<string, Candidate>();
    for (const token of new Set([name.joined, ...name.parts.flatMap((part) => part.tokens)])) {
      const isWhole = token === name.joined;
      const beginning =
        isWhole && token.length >= shortestBegun ? [...this.closeTo(stemOf(token)).keys()] : [];
      const found = [
        ...this.names.withJoined(token),
        ...beginning.flatMap((word) => this.names.withWord(word)),
      ];
      for (const record of found.filter(mayBe)) {
        const own = record.acronyms.has(token);
        if (!own && ![...record.acronyms].some((acronym) => isWhole && acronym.startsWith(token))) continue;
        const reason = own && isWhole ? reasons.shortAcronym : reasons.partly;
        if (!candidates.has(record.key))
          candidates.set(record.key, {
            key: record.key,
            score: own && isWhole ? 0.7 : 0.6,
            reason: reason(name.text),
          });
      }
    }
    return [...candidates.values()];
  }

  /** The university hospitals of the town, whatever they are called. */
  private thereIn({ kind, towns }: Core, name: ReadName, mayBe: MayBe): Candidate[] {
    if (kind !== hospital || name.isAbroad) return [];
    return [...towns].flatMap((town) =>
      this.names
        .inTown(town)
        .filter((record) => record.isHospital && record.town === town && mayBe(record))
        .map(({ key }) => ({ key, score: 0.65, reason: reasons.hospitalThere(name.text) })),
    );
  }

  private candidates(mentioned: Core): Set<NamedRecord> {
    const records = new Set<NamedRecord>();
    for (const word of mentioned.words)
      for (const known of this.closeTo(word).keys())
        for (const record of this.names.withWord(known)) records.add(record);
    return records;
  }

  private likeness(mentioned: Core, record: NamedRecord, { isAbroad }: ReadName): number {
    if (isAbroad) return 0;
    let best = 0;
    for (const known of record.cores) {
      if (mentioned.kind !== known.kind) continue;
      if (
        mentioned.kind !== null &&
        ![...mentioned.towns].every((town) => town === record.town || known.towns.has(town))
      )
        continue;
      best = Math.max(best, this.overlap(mentioned, known));
    }
    return best;
  }

  private overlap(mentioned: Core, known: Core): number {
    let common = 0;
    let all = 0;
    for (const word of mentioned.words) {
      const weight = this.weights.get(word) ?? this.rarest;
      const hit = Math.max(
        0,
        ...[...this.closeTo(word)]
          .filter(([other]) => known.words.has(other))
          .map(([, likeness]) => likeness),
      );
      common += 2 * hit * weight;
      all += weight;
    }
    for (const word of known.words) all += this.weights.get(word) ?? this.rarest;
    return all === 0 ? 0 : common / all;
  }

  private get rarest(): number {
    return Math.log(1 + this.names.records.length);
  }

  /** Known words that are this one, or may be meant by it, with how well they fit. */
  private closeTo(word: string): ReadonlyMap<string, number> {
    let close = this.close.get(word);
    if (!close) {
      close = this.weights.has(word) ? new Map([[word, 1]]) : this.misspelt(word);
      if (this.close.size < 50_000) this.close.set(word, close);
    }
    return close;
  }

  private misspelt(word: string): Map<string, number> {
    const errors = errorsIn(word);
    const found = new Map<string, number>();
    if (word.length >= shortestBegun)
      for (const known of this.byBeginning.get(word.slice(0, shortestBegun)) ?? [])
        if (known.startsWith(word) || (word.startsWith(known) && known.length >= shortestBegun))
          found.set(known, begun);
    if (errors === 0) return found;
    for (const known of new Set(edgesOf(word).flatMap((edge) => this.byEdge.get(edge) ?? [])))
      if (Math.abs(known.length - word.length) <= errors && distance(word, known).steps <= errors)
        found.set(known, misspelt);
    return found;
  }
}

const edgesOf = (word: string): string[] => [`${word.slice(0, 3)}-`, `-${word.slice(-3)}`];

function put(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words) words.push(word);
  else map.set(key, [word]);
}

const rounded = (score: number): number => Math.round(score * 100) / 100;
