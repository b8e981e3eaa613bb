/** The texts of a record in which the search looks, as the declarations weigh them; of codes their labels. */
import { createHash } from 'node:crypto';
import type { Attribute, Description } from '../description';
import type { Registry } from '../registry';
import { wholeOf, wordsOf, type Word } from './words';

/** One text of a record. */
export interface SearchedText {
  /** The attribute in which it stands. */
  readonly field: string;
  /** BCP 47 tag; null for a text that is the same in every language. */
  readonly language: string | null;
  readonly weight: number;
  readonly text: string;
}

type Values = Readonly<Record<string, unknown>>;

const searchedIn = ({ attributes }: Description): Attribute[] =>
  attributes.filter(({ search }) => search > 0);

/** Whether records of a class can be searched: resources with texts that have a weight. */
export const isSearched = (description: Description): boolean =>
  description.kind === 'resource' && searchedIn(description).length > 0;

/** The weights that declarations give, each once, the largest first. */
export const weightsIn = ({ resources }: Registry): number[] =>
  [...new Set(resources.flatMap(searchedIn).map(({ search }) => search))].sort((a, b) => b - a);

/** The searched texts of a record, the weightiest first. */
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

/** A token of the index: a word, or a whole short text, with the weight of where it stands. Letters and digits only. */
export const tokenOf = (kind: 'word' | 'whole', weight: number, text: string): string =>
  `${String.fromCharCode(96 + weight)}${kind === 'word' ? 'w' : 'v'}${text}`;

/** The weight and the word of a token; null for a whole text. */
export function wordOfToken(token: string): { weight: number; word: string } | null {
  return token.charAt(1) === 'w' ? { weight: token.charCodeAt(0) - 96, word: token.slice(2) } : null;
}

/** What the index keeps of a record. */
export interface Indexed {
  readonly tokens: Set<string>;
  readonly words: Word[];
}

/** A tsvector of PostgreSQL holds 1 MB; of endless records the weightiest texts are searched. */
const mostTokens = 10_000;

/** Analyses the searched texts of a record. */
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

/** Raised when texts are analysed in another way than before. */
const analysis = 2;

const largestWeight = 20;

/**
 * Names the way in which an index was made; an index of another name must be made anew.
 * @throws Error for a weight that no token can carry.
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
