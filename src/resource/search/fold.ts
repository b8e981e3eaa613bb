/** Folds texts for search: one form for all spellings of a letter, with a mapping back to the original text. */
import { remembered } from './remembered';

/** A folded text. For each position, `starts` and `ends` give the range of the original character. */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Letters that Unicode does not decompose. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};

/** Folds a text: lower case, without accents and invisible characters, `ß` as `ss`, ligatures as letters. */
export function fold(text: string): Folded {
  if (isPlain(text)) return new FoldedPlain(text);
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const character of text) {
    const end = place + character.length;
    const plain = foldedCharacter(character);
    if (plain.length === 1) {
      starts.push(place);
      ends.push(end);
      folded += plain;
      place = end;
      continue;
    }
    // A combining accent belongs to the letter before it, and so do invisible characters.
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = end;
    starts.push(...Array<number>(plain.length).fill(place));
    ends.push(...Array<number>(plain.length).fill(end));
    folded += plain;
    place = end;
  }
  return { text: folded, starts, ends };
}

/** Whether each character is one of ASCII, which folds to itself in lower case. */
const isPlain = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** A text in which each character stands for itself. Where it stands is asked of few. */
class FoldedPlain implements Folded {
  readonly text: string;
  #starts: readonly number[] | null = null;
  #ends: readonly number[] | null = null;

  constructor(text: string) {
    this.text = text.toLowerCase();
  }

  get starts(): readonly number[] {
    return (this.#starts ??= Array.from({ length: this.text.length }, (_, place) => place));
  }

  get ends(): readonly number[] {
    return (this.#ends ??= this.starts.map((place) => place + 1));
  }
}

function foldedCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  return foldedBeyondAscii(character);
}

const foldedBeyondAscii = remembered((character: string): string => {
  let plain = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD'))
    plain += letters[part] ?? part;
  return plain.replace(/[\p{M}\p{DI}]/gu, '');
});

const vowels = new Set('aeiouy');

/**
 * Unifies umlauts and their spelling with two letters: `ae` and `oe` lose the `e`, and so does `ue`, except after a vowel or `q`
 * (so `neue` and `quelle` stay). This is the rule of Lucene's German normalisation.
 */
export function withoutDigraphs(folded: Folded): Folded {
  const { text, starts, ends } = folded;
  if (!/[aou]e/.test(text)) return folded;
  let joined = '';
  const kept = { starts: [] as number[], ends: [] as number[] };
  for (const [place, letter] of text.split('').entries()) {
    if (letter === 'e' && endsUmlaut(text.charAt(place - 1), text.charAt(place - 2))) {
      kept.ends[kept.ends.length - 1] = ends[place] ?? 0;
      continue;
    }
    joined += letter;
    kept.starts.push(starts[place] ?? 0);
    kept.ends.push(ends[place] ?? 0);
  }
  return { text: joined, ...kept };
}

const endsUmlaut = (before: string, twoBefore: string): boolean =>
  before === 'a' || before === 'o' || (before === 'u' && twoBefore !== 'q' && !vowels.has(twoBefore));

/** The form of a folded word that is compared. */
export function comparable(word: string): string {
  if (!/[aou]e/.test(word)) return word;
  return withoutDigraphs({ text: word, starts: [], ends: [] }).text;
}
