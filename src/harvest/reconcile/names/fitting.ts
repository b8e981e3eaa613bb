/** Whether what a name says is what a record is called, and how closely. */
import { faculty, hospital, university } from '../words/organisations';
import type { Reason } from '../outcome';
import { reasons } from '../reasons';
import { isOfKind, type KnownNames, type NamedRecord } from './known-names';
import { stemOf, type Core, type ReadName } from './read-name';

/** How closely a name fits a record: the higher the better. */
export const closeness = {
  /** The name as it stands. */
  name: 4,
  /** The same words. */
  words: 3,
  /** Its acronym with words of its names, or some of its words where no other record has them. */
  some: 2,
  /** A department of it. */
  unit: 1,
} as const;

export interface Fit {
  readonly record: NamedRecord;
  readonly close: number;
  readonly reason: (mentioned: string) => Reason;
}

type RivalKind = Parameters<typeof isOfKind>[1];

/** Words that a name may have or lack. */
const optional = new Set(['deutsch', 'german'].map(stemOf));
/** Words that belong to the kind of a university. */
const ofKind = new Set(['technisch', 'technical', 'medizinisch', 'medical'].map(stemOf));

const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && isWithin(a, b);
const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].every((one) => b.has(one));

/** Whether the towns of a name are those of a record's name, or that in which the record is. */
function townsFit(mentioned: Core, known: Core, record: NamedRecord, site: string | null): boolean {
  if (site !== null && record.town !== null && site !== record.town) return false;
  const here = (town: string): boolean =>
    town === record.town || (record.town === null && record.cores.every(({ kind }) => kind === null));
  const further = [...mentioned.towns].filter((town) => !known.towns.has(town) && !here(town));
  if (further.length > 0) return false;
  // A name without words is told by its town alone.
  const missing = [...known.towns].filter((town) => !mentioned.towns.has(town));
  return (
    missing.length === 0 ||
    (known.words.size > 0 && mentioned.words.size > 0 && missing.length === 1 && missing[0] === record.town)
  );
}

/** Whether a part of a name is what a record is called. */
export function fitOf(mentioned: Core, record: NamedRecord, name: ReadName, names: KnownNames): Fit | null {
  return (
    sameWords(mentioned, record, names, name) ??
    withAcronym(mentioned, record, name) ??
    someWords(mentioned, record, names, name)
  );
}

function sameWords(mentioned: Core, record: NamedRecord, names: KnownNames, { site }: ReadName): Fit | null {
  // Where a town has several hospitals, "university hospital" and the town say none of them, whatever one calls itself.
  if (mentioned.kind === hospital && mentioned.words.size === 0 && hasRivals(record, hospital, names))
    return null;
  for (const known of record.cores) {
    if (mentioned.kind !== known.kind) continue;
    if (mentioned.words.size === 0 && mentioned.towns.size === 0) continue;
    // A name that is nothing but a town says nothing.
    if (mentioned.kind === null && mentioned.words.size === 0) continue;
    const words = new Set(
      [...mentioned.words].filter((word) => known.words.has(word) || !optional.has(word)),
    );
    if (equal(words, known.words) && townsFit(mentioned, known, record, site))
      return { record, close: closeness.words, reason: reasons.sameWords };
  }
  return null;
}

/** An acronym, and nothing but words and the town of the record. */
function withAcronym(mentioned: Core, record: NamedRecord, { site }: ReadName): Fit | null {
  if (mentioned.kind !== null && (mentioned.kind === faculty || !isOfKind(record, mentioned.kind)))
    return null;
  const acronym = [...record.acronyms].find((each) => mentioned.words.has(stemOf(each)) && each.length >= 3);
  if (acronym === undefined) return null;
  const others = [...mentioned.words].filter((word) => word !== stemOf(acronym) && !optional.has(word));
  const towns = [...mentioned.towns];
  if (others.length === 0 && towns.length === 0 && site === null) return null;
  if (site !== null && record.town !== null && site !== record.town) return null;
  if (!others.every((word) => record.words.has(word))) return null;
  const townless = record.town === null && acronym.length >= 4;
  if (
    !towns.every(
      (town) => town === record.town || townless || record.cores.some((core) => core.towns.has(town)),
    )
  )
    return null;
  if (record.town !== null && towns.length > 0 && !towns.includes(record.town)) return null;
  if (others.length === 0 && record.town === null && acronym.length < 4) return null;
  return { record, close: closeness.some, reason: reasons.acronymWithWords };
}

/** Fewer words than the name has: enough if the town, or the words, are those of no other record of the kind. */
function someWords(mentioned: Core, record: NamedRecord, names: KnownNames, { site }: ReadName): Fit | null {
  const { kind } = mentioned;
  if (kind !== hospital && kind !== university) return null;
  if (
    !isOfKind(record, kind) ||
    (kind === university && [...ofKind].some((word) => wrongKind(word, mentioned, record)))
  )
    return null;
  if (!isWithin(mentioned.words, record.words)) return null;
  const [town, ...others] = [...mentioned.towns];
  if (others.length > 0 || (site !== null && site !== record.town)) return null;
  if (town !== undefined) {
    return town === record.town && !hasRivals(record, kind, names)
      ? { record, close: closeness.words, reason: reasons.onlyOneThere }
      : telling(mentioned, record, names, town);
  }
  return telling(mentioned, record, names, null);
}

/** Whether another record of the kind is in the town of a record. */
function hasRivals(record: NamedRecord, kind: RivalKind, names: KnownNames): boolean {
  const { town } = record;
  return (
    town !== null &&
    names
      .inTown(town)
      .some(
        (other) =>
          other !== record &&
          other.town === town &&
          (isOfKind(other, kind) || (kind === hospital && other.isHospital)),
      )
  );
}

/** Words that no other record of the kind has. */
function telling(
  { words, kind }: Core,
  record: NamedRecord,
  names: KnownNames,
  town: string | null,
): Fit | null {
  if (words.size === 0 || (town !== null && town !== record.town)) return null;
  const [first = ''] = words;
  const others = names.withWord(first).filter((other) => other !== record && isWithin(words, other.words));
  const alone = others.every((other) => !other.cores.some((core) => core.kind === kind));
  return alone ? { record, close: closeness.some, reason: reasons.onlyOneCalledSo } : null;
}

/** "Technical" is part of what a university is: Universität Darmstadt is not TU Darmstadt. */
const wrongKind = (word: string, mentioned: Core, record: NamedRecord): boolean =>
  mentioned.words.has(word) !== record.cores.some((core) => core.kind === university && core.words.has(word));
