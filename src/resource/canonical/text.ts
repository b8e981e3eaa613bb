/** Normalises texts. They are stored, compared and searched in one canonical form, whatever program wrote them. */

/** Invisible characters: soft hyphens, zero-width spaces, direction marks, tags. Joiners (ZWJ, ZWNJ) are handled separately. */
const invisible = /(?=\p{DI})(?![\u200C\u200D])\p{Cf}|[\u034F\u3164\uFFA0]/gu;

/** What joiners may join: letters of scripts that change their shape, such as Arabic and Devanagari, and parts of an emoji. */
const joined =
  '(?:(?![\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}\\p{sc=Zinh}\\p{sc=Zyyy}])[\\p{L}\\p{M}]|[\\p{ExtPict}\\p{EMod}\\uFE0F])';

const idleJoiner = new RegExp(`(?<!${joined})[\\u200C\\u200D]|[\\u200C\\u200D](?!${joined})`, 'gu');

/** Most texts are ASCII words with single spaces, which are already canonical. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** A text in NFC without invisible characters. Spaces at its ends are kept, as it may be a part of a longer text. */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  // Composed before joiners are checked, because the letter determines what may be joined, not its accent; and again afterwards,
  // because a removed joiner may have separated characters.
  return text.replace(invisible, '').normalize('NFC').replace(idleJoiner, '').normalize('NFC');
}

/** The canonical form of a single-line text, such as a name: any white space is one space, with none at the ends. */
export function line(text: string): string {
  if (plain.test(text)) return text;
  return visible(text).replace(/\s+/gu, ' ').trim();
}

/** The canonical form of a text with paragraphs: uniform line breaks, without spaces at the ends of lines or of the text. */
export function paragraphs(text: string): string {
  if (plain.test(text)) return text;
  return visible(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((each) => each.trimEnd())
    .join('\n')
    .trim();
}

/** The first character that is not allowed in texts, as `U+0007`; null if there is none. */
export function unusableIn(text: string): string | null {
  if (plain.test(text)) return null;
  const [found] = /\p{Cs}|\uFFFD|\p{NChar}|(?![\t\n\r])\p{Cc}/u.exec(text) ?? [];
  return found === undefined ? null : codeOf(found);
}

/** A character as its code point, such as `U+0007`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
