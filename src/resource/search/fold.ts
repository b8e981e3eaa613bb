/** Texts as the search compares them: one form for all spellings of a letter, with the way back to the text as it is written. */

/** A folded text; every position in it knows where the written character begins and ends. */
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

/** Capitals as small letters, letters without accents, `ß` as `ss`, ligatures as letters, nothing of what nobody sees. */
export function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const character of text) {
    const end = place + character.length;
    const plain = foldedCharacter(character);
    // An accent of its own belongs to the letter before it, and so does what nobody sees.
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = end;
    starts.push(...Array<number>(plain.length).fill(place));
    ends.push(...Array<number>(plain.length).fill(end));
    folded += plain;
    place = end;
  }
  return { text: folded, starts, ends };
}

function foldedCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  let plain = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD'))
    plain += letters[part] ?? part;
  return plain.replace(/[\p{M}\p{DI}]/gu, '');
}

const vowels = new Set('aeiouy');

/**
 * One form for umlauts and their spelling by two letters: `ae` and `oe` lose the `e`, `ue` does too unless a vowel or `q` comes before it
 * (so `neue` and `quelle` stay). The rule is that of Lucene's German normalisation.
 */
export function withoutDigraphs({ text, starts, ends }: Folded): Folded {
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

/** A folded word in the form that is compared. */
export function comparable(word: string): string {
  if (!word.includes('e')) return word;
  return withoutDigraphs({ text: word, starts: [], ends: [] }).text;
}
