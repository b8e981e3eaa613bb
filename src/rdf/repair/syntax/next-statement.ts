/** Where a Turtle document goes on after a statement that cannot be read. */

const term = String.raw`(?:<[^<>\s]*>|_:[\w.-]+|[A-Za-z][\w.-]*:[^\s;,.<"]*|:[^\s;,.<"]+)`;
const directive = /^\s*(?:@prefix|@base|prefix\s+[\w.-]*:|base\s+<|graph\s+<)/i;
/** A subject with its first property and the beginning of a value. */
const triple = new RegExp(String.raw`^\s*(?:${term}|\[\s*\])\s+(?:a|${term})\s+(?:${term}|["'\[(]|[\d+-])`);
/** A subject alone on its line, or followed by a property whose value stands on the next one; or a graph. */
const subject = new RegExp(String.raw`^(?:${term}|\[)(?:\s+(?:a|${term}))?\s*\{?\s*$`);

/**
 * The offset of the first line that begins a statement; the end of the text if there is none.
 * @param after the offset after which it begins @param from a line that ends behind this offset is looked at first
 */
export function nextStatement(text: string, after: number, from: number): number {
  let start = text.lastIndexOf('\n', Math.max(from - 1, 0)) + 1;
  let ended = endsStatement(lineBefore(text, start));
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : Math.min(end, start + 10_000));
    if (
      start > after &&
      (directive.test(line) || (begins(line, ended) && !isObject(lineBefore(text, start))))
    )
      return start;
    if (/^\s*[^\s#]/.test(line)) ended = endsStatement(line);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return text.length;
}

/** A line that follows a full stop may be indented; others begin a statement only where they look like one. */
const begins = (line: string, ended: boolean) =>
  ended ? triple.test(line) || subject.test(line) : triple.test(line) && !/^\s/.test(line);

const endsStatement = (line: string) => /\.\s*(?:#.*)?$/.test(line);

/** After a comma, the next line is one more value. */
const isObject = (before: string) => /,\s*(?:#.*)?$/.test(before);

/** The last line before an offset that is neither empty nor a comment. */
function lineBefore(text: string, offset: number): string {
  let end = offset - 1;
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (/^\s*[^\s#]/.test(line)) return line;
    end = start - 1;
  }
  return '.';
}
