/** The checks that all values are made of: texts, codes, lists and maps. Each gives the value back or throws WrongValue. */
import { codesOf, type ConceptScheme } from '../vocabulary/concept-scheme';

/** PostgreSQL takes at most 2,704 bytes in an index. */
const longestLookedUp = 300;

/** A value that cannot be stored. */
export class WrongValue extends Error {
  /**
   * @param takes what the attribute takes, to follow "It takes".
   * @param path the part of the value that is wrong; empty for the value as a whole.
   */
  constructor(
    readonly takes: string,
    readonly path: readonly (string | number)[] = [],
  ) {
    super(takes);
  }
}

/** Checks one part of a value. */
export function checkPart<T>(step: string | number, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw new WrongValue(error.takes, [step, ...error.path]);
  }
}

/** Checks every item of a list. */
export const checkEach = <T>(values: unknown[], check: (value: unknown) => T): T[] =>
  values.map((value, index) => checkPart(index, () => check(value)));

/** A text that is not blank. */
export function checkText(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new WrongValue(
      typeof value === 'number' ? 'a text: put the number in quotes' : 'a text that is not empty',
    );
  }
  const [unstorable] = /\p{Cs}|(?![\t\n\r])\p{Cc}/u.exec(value) ?? [];
  if (unstorable === undefined) return value;
  const code = unstorable.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  throw new WrongValue(`a text without control characters; this one holds U+${code}`);
}

/** A text that can be looked up. */
export function checkShortText(value: unknown): string {
  const text = checkText(value);
  if (text.length <= longestLookedUp) return text;
  throw new WrongValue(`a text of at most ${longestLookedUp} characters`);
}

/** A code of a controlled vocabulary. */
export function checkCode(scheme: ConceptScheme | undefined, value: unknown): string {
  const codes = scheme ? codesOf(scheme) : [];
  if (typeof value === 'string' && codes.includes(value)) return value;
  throw new WrongValue(`one of ${codes.join(', ')}`);
}

/** A list of anything. */
export function checkList(value: unknown, takes: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new WrongValue(takes);
}

/** A map from field to value. */
export function checkMap(value: unknown, takes: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new WrongValue(takes);
}

/** A text that fits. */
export function checkMatch(value: unknown, fits: (text: string) => boolean, takes: string): string {
  if (typeof value === 'string' && fits(value)) return value;
  throw new WrongValue(takes);
}
