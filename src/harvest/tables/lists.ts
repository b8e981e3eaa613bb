/** Lists in one cell: items with a semicolon between them, and a backslash before one, or before the end of a line, that belongs to an item. */

export const joined = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;\n]/g, '\\$&')).join('; ');

/** The items, without blanks around them, and without empty ones. Lines are items, too. */
export function parted(text: string): string[] {
  const items: string[] = [''];
  for (const [sign] of text.matchAll(/\\[\\;\n]|[^]/gu)) {
    if (sign === ';' || sign === '\n') items.push('');
    else items.push((items.pop() ?? '') + (/^\\[\\;\n]$/.test(sign) ? sign.slice(1) : sign));
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
