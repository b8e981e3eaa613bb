/** What a steward should know of a document: a fault, what was mended by itself, or what was left out. */
import type { Label } from '../vocabulary/label';

/** ERROR: something is lost or wrong. WARNING: something should be better. INFO: nothing has to be done. */
export type Severity = 'ERROR' | 'WARNING' | 'INFO';

/** Which part of the work came upon it. */
export type FindingKind = 'syntax' | 'repair' | 'shape' | 'mapping' | 'person' | 'link' | 'fetch';

/** Where something stands. Lines and columns count from 1; null where they are not known. */
export interface Place {
  /** The address of the document. */
  readonly document: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** One thing that a steward should know. */
export interface Finding {
  /** Stable, in kebab-case, such as `retired-vocabulary-iri`. */
  readonly id: string;
  readonly severity: Severity;
  readonly kind: FindingKind;
  readonly place: Place;
  /** The IRI of the record or node that it is about, or `_:` and the label of a blank node; null if it is the document. */
  readonly subject: string | null;
  /** The IRI of the property. */
  readonly property: string | null;
  /** The value as the document writes it. */
  readonly value: string | null;
  /** Of a repair: what stood there. */
  readonly before?: string;
  /** Of a repair: what stands there now. */
  readonly after?: string;
  /** What it is, in one or two sentences. */
  readonly message: Label;
  /** How it is mended, in one sentence. */
  readonly remedy: Label;
  /** How many of the kind it stands for, where that is more than itself. */
  readonly number?: number;
  /** The title of the profile that demands or recommends it. */
  readonly profile?: string;
}

/** What is said of all findings with an id. `{before}`, `{after}`, `{value}`, `{property}` and further names in braces are filled in. */
export interface FindingText {
  readonly severity: Severity;
  readonly message: Label;
  readonly remedy: Label;
}

/** What one finding is about. */
export interface FindingFacts extends Pick<Finding, 'place'> {
  readonly subject?: string | null;
  readonly property?: string | null;
  readonly value?: string | null;
  readonly before?: string;
  readonly after?: string;
  /** Further words for the text, by name. */
  readonly words?: Readonly<Record<string, string | number>>;
}

/** Makes findings of one kind from the table of their texts. */
export const findingsOf =
  <Id extends string>(kind: FindingKind, texts: Readonly<Record<Id, FindingText>>) =>
  (
    id: Id,
    { place, words, subject = null, property = null, value = null, ...change }: FindingFacts,
  ): Finding => {
    const { severity, message, remedy } = texts[id];
    const quoted: Readonly<Record<string, unknown>> = { subject, property, value, ...change };
    const known = { ...mapValues(quoted, (word) => cut(word, longestQuoted)), ...words };
    return {
      id,
      severity,
      kind,
      place,
      subject,
      property,
      value,
      ...change,
      message: filled(message, known),
      remedy: filled(remedy, known),
    };
  };

/** Long values are cut: the whole value stands in the finding. */
const longestQuoted = 120;

/** So long are words of ours at most, such as the reason for which something was refused. */
const longestWords = 600;

function filled({ de, en }: Label, words: Readonly<Record<string, unknown>>): Label {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const word = words[name];
      return typeof word === 'string' || typeof word === 'number'
        ? String(cut(String(word), longestWords))
        : whole;
    });
  return { de: fill(de), en: fill(en) };
}

const cut = (word: unknown, longest: number): unknown =>
  typeof word === 'string' && word.length > longest ? `${word.slice(0, longest)}…` : word;

const mapValues = <T>(record: Readonly<Record<string, T>>, map: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
