/** Changes of a text, each in its place, so that lines stay what they are. */
import type { Place } from '../../finding';

/** One change. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the changes, which are in order and do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    parts.push(text.slice(from, start), replacement);
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** Tells the places of offsets that are asked for in order; each part of the text is counted once. */
export function placesIn(text: string, document: string): (offset: number) => Place {
  let [line, lineStart, next] = [1, 0, text.indexOf('\n')];
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    return { document, line, column: offset - lineStart + 1 };
  };
}
