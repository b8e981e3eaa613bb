/** The one form of a text, in which it is stored, compared and searched, whatever program wrote it. */

/** Characters of which nothing is seen: soft hyphens, blanks of no width, marks of direction, tags. The joiners are judged by what they join. */
const invisible = /(?=\p{DI})(?![\u200C\u200D])\p{Cf}|[\u034F\u3164\uFFA0]/gu;

/** What joiners may join: letters of scripts that change their shape by them, such as Arabic and Devanagari, and parts of one emoji. */
const joined =
  '(?:(?![\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}\\p{sc=Zinh}\\p{sc=Zyyy}])[\\p{L}\\p{M}]|[\\p{ExtPict}\\p{EMod}\\uFE0F])';

const idleJoiner = new RegExp(`(?<!${joined})[\\u200C\\u200D]|[\\u200C\\u200D](?!${joined})`, 'gu');

/** Most texts: words of ASCII with one blank between them. They are in the one form already. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** A text in NFC, without characters that nobody sees: the form of a part of a text, at whose ends a blank may count. */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  // Composed before joiners are judged, as a letter says what it joins and its mark does not; and after, as they stood between some.
  return text.replace(invisible, '').normalize('NFC').replace(idleJoiner, '').normalize('NFC');
}

/** The form of a text that stands in one line, such as a name: blanks and ends of lines within are one blank, and none stand at its ends. */
export function line(text: string): string {
  if (plain.test(text)) return text;
  return visible(text).replace(/\s+/gu, ' ').trim();
}

/** The form of a text that may have paragraphs: its lines end alike, and neither they nor the text have blanks at their ends. */
export function paragraphs(text: string): string {
  if (plain.test(text)) return text;
  return visible(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((each) => each.trimEnd())
    .join('\n')
    .trim();
}

/** The first character of a text that no text of the catalogue holds, as `U+0007`; null where there is none. */
export function unusableIn(text: string): string | null {
  const [found] = /\p{Cs}|\uFFFD|\p{NChar}|(?![\t\n\r])\p{Cc}/u.exec(text) ?? [];
  const code = found?.codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
