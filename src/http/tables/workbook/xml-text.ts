/** Texts in the XML of a workbook. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Excel encodes characters that XML does not allow, and line ends that XML would change, as _xHHHH_ (ECMA-376, ST_Xstring). A text
 * that already looks like that gets its first character encoded.
 */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n\x7F-\x9F])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, codeOf)
    .replace(/[&<>]/g, (character) => entities[character] ?? '');

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text within an attribute. */
export const attribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;');
