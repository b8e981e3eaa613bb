/** Faults of Turtle and its relatives, as n3 tells them. */

/** What n3 tells of a token; lines count from 1, columns from 0. */
export interface Token {
  readonly type: string;
  readonly line: number;
  readonly start?: number;
  readonly end?: number;
  readonly value?: string;
  readonly prefix?: string;
}

export interface SyntaxFault extends Error {
  readonly context?: FaultContext;
}

/** Where a fault is. */
export interface FaultContext {
  readonly line?: number;
  readonly token?: Token;
  readonly previousToken?: Token;
}

/** Where a token begins; for what is no token, the first character after the one before. */
export function columnOf(
  text: string,
  { line, token, previousToken: before }: FaultContext,
): { column?: number } {
  if (token?.start !== undefined) return { column: token.start + 1 };
  if (line === undefined) return {};
  const source = lineOf(text, line);
  const from = before?.line === line ? (before.end ?? 0) : 0;
  const next = source.slice(from).search(/\S/);
  return { column: from + Math.max(next, 0) + 1 };
}

function lineOf(text: string, line: number): string {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}
