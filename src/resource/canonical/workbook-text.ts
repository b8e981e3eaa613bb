/** Texts as a workbook of Excel holds them. */

/**
 * Excel encodes characters that XML does not allow as _xHHHH_ (ECMA-376, ST_Xstring). A text that already looks like that gets its
 * first character encoded. The library that writes workbooks encodes control characters.
 */
export const workbookText = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\uFFFE\uFFFF]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`);
