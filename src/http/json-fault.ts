/** Finds the first syntax error in JSON text. JSON.parse gives the position of some errors only. */
import { parse, type ParseError } from 'jsonc-parser';

const longestQuoted = 30;

/** Describes the position and the text of the first error, or is empty if none is found. */
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
