/** Tells where a text is no JSON, as JSON.parse does for some faults only. */
import { parse, type ParseError } from 'jsonc-parser';

const longestQuoted = 30;

/** The place of the first fault, and what stands there; empty where none is found. */
export function placeOfFault(text: string): string {
  const faults: ParseError[] = [];
  parse(text, faults, { disallowComments: true, allowTrailingComma: false });
  const [fault] = faults;
  if (!fault) return '';
  const before = text.slice(0, fault.offset).split('\n');
  const [line = ''] = text.slice(fault.offset).split('\n');
  const found = line === '' ? 'the end' : JSON.stringify(line.slice(0, longestQuoted));
  return ` at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${found}`;
}
