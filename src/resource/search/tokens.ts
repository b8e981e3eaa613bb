/** The tokens of the search index: what stands in a record, with the weight of the text in which it stands. */

const letters = {
  /** A word of a German text, or of one that is the same in every language. */
  word: 'w',
  /** A word that stands in English texts only. It is neither a German compound nor inflected as a German word. */
  english: 'e',
  /** A word of a quotation, or of the title of a source. */
  quoted: 'q',
  /** A concept of the thesaurus that one of the words names. */
  concept: 'c',
  /** An identifier, as a digest: it is found as a whole only. */
  identifier: 'i',
  /** A whole short text. */
  whole: 'v',
} as const;

export type TokenKind = keyof typeof letters;

const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter as string, kind as TokenKind]));

/** A token consists of letters and digits: its weight, its kind and its text. */
export const tokenOf = (kind: TokenKind, weight: number, text: string): string =>
  `${String.fromCharCode(96 + weight)}${letters[kind]}${text}`;

/** An entry of the vocabulary: everything but whole texts, which are only looked for as such. */
export interface Entry {
  readonly kind: TokenKind;
  readonly weight: number;
  /** The word, or what stands for a concept or an identifier. */
  readonly word: string;
}

/** The entry of a token; null for a whole text. */
export function entryOf(token: string): Entry | null {
  const kind = kinds.get(token.charAt(1));
  if (!kind || kind === 'whole') return null;
  return { kind, weight: token.charCodeAt(0) - 96, word: token.slice(2) };
}
