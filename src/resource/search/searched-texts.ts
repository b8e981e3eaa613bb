/** The texts of a record for full-text search, with the declared weights. For codes, the labels. */
import { createHash } from 'node:crypto';
import type { Attribute, Description } from '../description';
import type { Registry } from '../registry';
import { wholeOf, wordsOf, type Word } from './words';

/** A text of a record. */
export interface SearchedText {
  /** The attribute that contains it. */
  readonly field: string;
  /** BCP 47 tag; null if it is not localized. */
  readonly language: string | null;
  readonly weight: number;
  readonly text: string;
}

type Values = Readonly<Record<string, unknown>>;

const searchedIn = ({ attributes }: Description): Attribute[] =>
  attributes.filter(({ search }) => search > 0);

/** Whether records of a class are searchable: resources with weighted texts. */
export const isSearched = (description: Description): boolean =>
  description.kind === 'resource' && searchedIn(description).length > 0;

/** The distinct weights, largest first. */
export const weightsIn = ({ resources }: Registry): number[] =>
  [...new Set(resources.flatMap(searchedIn).map(({ search }) => search))].sort((a, b) => b - a);

/** The texts of a record, by weight, largest first. */
export const searchedTexts = (description: Description, record: Values): SearchedText[] =>
  searchedIn(description)
    .toSorted((one, other) => other.search - one.search)
    .flatMap((attribute) => textsOf(attribute, record[attribute.name]));

function textsOf(attribute: Attribute, value: unknown): SearchedText[] {
  const { name: field, kind, search: weight } = attribute;
  if (value == null) return [];
  if (!kind.searched) throw new Error(`"${field}" holds no text and cannot be searched.`);
  return kind.searched(value, attribute).map((each) => ({ field, weight, ...each }));
}

/** A token of the index: a word, or a whole short text, with the weight of its text. It consists of letters and digits. */
export const tokenOf = (kind: 'word' | 'whole', weight: number, text: string): string =>
  `${String.fromCharCode(96 + weight)}${kind === 'word' ? 'w' : 'v'}${text}`;

/** The weight and word of a token; null for a whole text. */
export function wordOfToken(token: string): { weight: number; word: string } | null {
  return token.charAt(1) === 'w' ? { weight: token.charCodeAt(0) - 96, word: token.slice(2) } : null;
}

/** What is indexed for a record. */
export interface Indexed {
  readonly tokens: Set<string>;
  readonly words: Word[];
}

/** PostgreSQL's tsvector is limited to 1 MB. Of very long records, only the most important texts are indexed. */
const mostTokens = 10_000;

/** Analyses a record for the index. */
export function indexed(description: Description, record: Values): Indexed {
  const tokens = new Set<string>();
  const all: Word[] = [];
  for (const { text, weight } of searchedTexts(description, record)) {
    if (tokens.size > mostTokens) break;
    const words = wordsOf(text).slice(0, mostTokens);
    const whole = wholeOf(words);
    for (const { word } of words) tokens.add(tokenOf('word', weight, word));
    if (whole !== null) tokens.add(tokenOf('whole', weight, whole));
    all.push(...words);
  }
  return { tokens, words: all };
}

/** Must be increased when the analysis changes. */
const analysis = 2;

const largestWeight = 20;

/**
 * Identifies the rules by which an index is made. An index with another fingerprint must be rebuilt.
 * @throws Error for a weight that does not fit into a token
 */
export function fingerprintOf({ resources }: Registry): string {
  for (const { type, attributes } of resources) {
    const wrong = attributes.find(
      ({ search }) => !Number.isInteger(search) || search < 0 || search > largestWeight,
    );
    if (wrong)
      throw new Error(
        `${type}.${wrong.name} has the search weight ${wrong.search}; give a whole number from 1 to ${largestWeight}.`,
      );
  }
  const declared = resources.map((description) => [
    description.type,
    searchedIn(description).map(({ name, kind, search, scheme }) => [
      name,
      kind.name,
      search,
      scheme?.concepts,
    ]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([analysis, declared]))
    .digest('hex');
}
