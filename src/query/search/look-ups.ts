/** What is looked up for a word of a search: the word itself, its inflections, beginnings and parts of compounds, and what it names. */
import { shortestPart, stemsOf, type FormKind } from '../../resource/search/forms';
import type { TokenKind } from '../../resource/search/tokens';
import { hasLetters } from '../../resource/search/words';
import type { QueryWord } from './search-text';

/** The quality of a match. Multiplied by the field's weight, it gives the points. */
export const quality = {
  exact: 10,
  /** Another inflection. */
  inflected: 8,
  /** Begins with the word. */
  beginning: 6,
  /** Contains the word, as compounds do. */
  part: 4,
  /** Begins with the word's stem or contains it. */
  stemInside: 3,
  typingError: 2,
  /** Another word for the same concept. */
  sameConcept: 1,
} as const;

/** Factor for a match with the whole content of a field. */
export const nothingElse = 3;

/** How an entry was found. Only words of German texts are inflected as German ones, and only they are compounds. */
export type Way = 'itself' | 'german' | 'english' | 'beginning' | 'germanPart' | 'named';

/** A range of forms, or one entry of the vocabulary itself. */
interface Forms {
  readonly kind: FormKind | null;
  readonly from: string;
  readonly until: string;
}

export interface LookUp {
  readonly way: Way;
  readonly quality: number;
  /** Of which kinds the entries may be. */
  readonly kinds: readonly TokenKind[];
  readonly form: Forms;
}

/** Maximum number of matches per form of a word. The words of a search share it. */
export const mostForms = 600;
const shortestBeginning = 2;
/** Upper ends of a prefix range, and of a range with a single text. Words consist of letters and digits. */
const lastCharacter = '\u{10FFFF}';
const nextToNothing = '\u0001';

const exactly = (kind: FormKind, form: string): Forms => ({ kind, from: form, until: form + nextToNothing });
const beginning = (kind: FormKind, form: string): Forms => ({
  kind,
  from: form,
  until: form + lastCharacter,
});
const entry = (word: string): Forms => ({ kind: null, from: word, until: word });

const anywhere: readonly TokenKind[] = ['word', 'english', 'quoted'];
const inTexts: readonly TokenKind[] = ['word', 'english'];
const inGerman: readonly TokenKind[] = ['word'];
const inGermanOrQuoted: readonly TokenKind[] = ['word', 'quoted'];

export function lookUpsOf(queryWord: QueryWord): LookUp[] {
  const { word, joined, concepts, identifiers, isIdentifier } = queryWord;
  const named = [
    ...identifiers.map((each): LookUp => ({
      way: 'itself',
      quality: quality.exact,
      kinds: ['identifier'],
      form: entry(each),
    })),
    ...concepts.map((each): LookUp => ({
      way: 'named',
      quality: quality.sameConcept,
      kinds: ['concept'],
      form: entry(each),
    })),
  ];
  if (isIdentifier) return named;
  const itself = [word, ...joined].map((form): LookUp => ({
    way: 'itself',
    quality: quality.exact,
    kinds: anywhere,
    form: entry(form),
  }));
  return [...itself, ...named, ...(hasLetters(word) ? formsOf(queryWord) : [])];
}

function formsOf(queryWord: QueryWord): LookUp[] {
  const { word } = queryWord;
  const { de, en } = stemsOf(queryWord);
  const isInside = (stem: string) => stem !== word && stem.length >= shortestPart;
  return [
    { way: 'german', quality: quality.inflected, kinds: inGermanOrQuoted, form: exactly('de', de) },
    { way: 'english', quality: quality.inflected, kinds: anywhere, form: exactly('en', en) },
    // A short word that names a concept is an abbreviation, such as KI.
    ...(word.length >= (queryWord.concepts.length > 0 ? shortestPart : shortestBeginning)
      ? [
          {
            way: 'beginning',
            quality: quality.beginning,
            kinds: inTexts,
            form: beginning('word', word),
          } as const,
        ]
      : []),
    ...(word.length >= shortestPart
      ? [
          {
            way: 'germanPart',
            quality: quality.part,
            kinds: inGerman,
            form: beginning('part', word),
          } as const,
        ]
      : []),
    ...(isInside(de)
      ? (['word', 'part'] as const).map((kind): LookUp => ({
          way: 'germanPart',
          quality: quality.stemInside,
          kinds: inGerman,
          form: beginning(kind, de),
        }))
      : []),
    ...(isInside(en) && en !== de
      ? [
          {
            way: 'beginning',
            quality: quality.stemInside,
            kinds: inTexts,
            form: beginning('word', en),
          } as const,
        ]
      : []),
  ];
}
