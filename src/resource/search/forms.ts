/** The forms under which words are indexed: the word itself, its German and English stems, and parts of compounds. */
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as germanStem } from '@orama/stemmers/german';
import { comparable } from './fold';
import { remembered } from './remembered';
import { hasLetters, type Word } from './words';

/** `word`: the word itself, which also serves prefix search. `de`, `en`: its stem. `part`: the word without its beginning. */
export type FormKind = 'word' | 'de' | 'en' | 'part';

export interface Form {
  readonly kind: FormKind;
  readonly form: string;
}

/** Minimum length. Shorter parts would occur in nearly all words. */
export const shortestPart = 4;

/** The stems by Snowball's algorithm for German and Porter's for English, https://snowballstem.org */
export const stemsOf = ({ spelt }: Pick<Word, 'spelt'>): Readonly<Record<'de' | 'en', string>> =>
  stems(spelt);

const stems = remembered((spelt: string) => ({
  de: comparable(germanStem(asGermanPlural(spelt))),
  en: comparable(englishStem(inOneSpelling(spelt))),
}));

/** Words on `-um` whose plural ends in `-en`, which the algorithm does not know: Zentrum, Klinikum, Ministerium. */
const asGermanPlural = (spelt: string): string =>
  spelt.replace(/(zentr|klinik|spektr|konsorti|ministeri|kriteri|laboratori|gremi)(?:ums?|a)$/, '$1en');

/** British and American spellings have one stem: centre and center, tumour and tumor, organisation and organization. */
const inOneSpelling = (spelt: string): string =>
  spelt
    .replace(/center(s|ed)?$/, 'centre$1')
    .replace(/(tum|col|lab|behavi)our/, '$1or')
    .replace(/is(ations?|e[drs]?|ing)$/, 'iz$1');

/** All forms of a word. Numbers and words joined by punctuation are indexed unchanged. */
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
