/** Texts that were encoded twice, have signs of HTML, or characters that no text has. */
import { DataFactory } from 'n3';
import { plainText } from '../../reading/html';
import { textProperties } from './property-kinds';
import { changed, type Step } from './step';

/** What Windows-1252 has in the place of control characters, by what it stands for. */
const windows: ReadonlyMap<string, number> = new Map(
  [...Array(32).keys()].flatMap((index) => {
    const sign = new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + index));
    return sign.charCodeAt(0) > 0xff ? [[sign, 0x80 + index] as const] : [];
  }),
);

/** Two or more signs that UTF-8 makes of one letter, when it is read as Windows-1252 or Latin-1. */
const doubled =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

/** The text as it was meant; null if it is right. */
function decodedOnce(text: string): string | null {
  if (!doubled.test(text)) return null;
  const bytes = Array.from(text, (sign) => windows.get(sign) ?? sign.charCodeAt(0));
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

const withText = (object: Parameters<Step>[0]['object'], value: string) =>
  object.termType === 'Literal'
    ? DataFactory.literal(value, object.language === '' ? object.datatype : object.language)
    : object;

export const encodedTwice: Step = (quad) => {
  const { object } = quad;
  const meant = object.termType === 'Literal' ? decodedOnce(object.value) : null;
  return meant === null
    ? null
    : { id: 'encoded-twice', quad: changed(quad, { object: withText(object, meant) }) };
};

// eslint-disable-next-line no-control-regex -- these are meant
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+/g;

/** Databases and XML refuse them. */
export const controlCharacters: Step = (quad) => {
  const { object } = quad;
  if (object.termType !== 'Literal' || object.value.search(controls) < 0) return null;
  return {
    id: 'control-characters',
    quad: changed(quad, { object: withText(object, object.value.replace(controls, '')) }),
  };
};

/** A tag with its end, or one that has none. A formula such as `a <b> c` has neither. */
const markup =
  /<(p|div|span|b|i|em|strong|u|ul|ol|li|a|h[1-6]|table|sup|sub)(?:\s[^<>]*)?>[^]*?<\/\1>|<br\s*\/?>|&(?:amp|lt|gt|quot|nbsp|[aouAOU]uml|szlig|[A-Za-z]{3,7}|#\d{2,5}|#x[\da-fA-F]{2,5});/;

/** Portals keep descriptions as HTML. */
export const markupInText: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'Literal' || !textProperties.has(predicate.value)) return null;
  if (!markup.test(object.value)) return null;
  const plain = plainText(object.value);
  if (plain === object.value || plain.trim() === '') return null;
  return { id: 'markup-in-text', quad: changed(quad, { object: withText(object, plain) }) };
};
