/** How wide a text will be, as far as that is known without the reader's font. */

/** Widths of signs in the usual fonts without serifs, in parts of the size of the text. */
const narrow = /[iljtfrI.,:;'’|!()[\] -]/;
const wide = /[mwMWÄÖÜ@%–—]/;
const capital = /[A-ZÉ0-9]/;

const segmenter = new Intl.Segmenter('de');
const signsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

const widthOfSign = (sign: string): number => {
  if (narrow.test(sign)) return 0.33;
  if (wide.test(sign)) return 0.85;
  return capital.test(sign) ? 0.67 : 0.56;
};

/** The width of a text of a size. It is rather too wide than too narrow. */
export const textWidth = (text: string, size: number): number =>
  size * signsOf(text).reduce((sum, sign) => sum + widthOfSign(sign), 0);

/** The beginning of a text, of whole words where half of it are such. */
function beginning(text: string): string {
  const words = text.slice(0, Math.max(0, text.lastIndexOf(' '))).trimEnd();
  return words.length * 2 >= text.length ? words : text.trimEnd();
}

/** A text that is no wider than this; what is left out is marked. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = signsOf(text);
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${beginning(signs.join(''))}…`;
}
