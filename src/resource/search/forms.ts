/** The forms by which the words of the index are found: the word, its stems in German and English, and the parts of compounds. */
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as germanStem } from '@orama/stemmers/german';
import { comparable } from './fold';
import { hasLetters, type Word } from './words';

/** `word`: itself, by which beginnings are found too. `de`, `en`: its stem. `part`: what is left of it without its beginning. */
export type FormKind = 'word' | 'de' | 'en' | 'part';

export interface Form {
  readonly kind: FormKind;
  readonly form: string;
}

/** Shorter parts of words would be found in nearly all of them. */
export const shortestPart = 4;

/** The stems of a word by Snowball's algorithm for German and Porter's for English, https://snowballstem.org */
export const stemsOf = ({ spelt }: Pick<Word, 'spelt'>): Record<'de' | 'en', string> => ({
  de: comparable(germanStem(spelt)),
  en: comparable(englishStem(spelt)),
});

/** All forms under which a word of a text is kept. Numbers and words joined by signs are looked up as they are. */
export function formsOf(word: Pick<Word, 'word' | 'spelt' | 'joined'>): Form[] {
  const itself: Form = { kind: 'word', form: word.word };
  if (word.joined || !hasLetters(word.word)) return [itself];
  const { de, en } = stemsOf(word);
  return [itself, { kind: 'de', form: de }, { kind: 'en', form: en }, ...partsOf(word.word)];
}

function partsOf(word: string): Form[] {
  const letters = Array.from(word);
  const beginnings = Math.max(letters.length - shortestPart, 0);
  return Array.from({ length: beginnings }, (_, before) => ({
    kind: 'part',
    form: letters.slice(before + 1).join(''),
  }));
}
