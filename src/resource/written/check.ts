/** Validators for imported values: texts, codes, lists and maps. Each returns the value or throws WrongValue. */
import { codesOf, type ConceptScheme } from '../../vocabulary/concept-scheme';
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { languageOf } from '../../vocabulary/language';
import { isIri, isWebAddress, unusableInIri } from '../canonical/address';
import { notations, type Notation } from '../canonical/notation';
import { line, paragraphs, unusableIn } from '../canonical/text';
import type { Attribute } from '../description';
import { canonicalIdentifier, takenBy } from '../identifiers/identifiers';
import { collationKey } from '../text';
import { readStatedDay } from '../time';
import { WrittenNumber } from './number';

/** A value that cannot be stored. */
export class WrongValue extends Error {
  /**
   * @param takes what is accepted, as continuation of "It takes"
   * @param path the part of the value that is wrong; empty for the whole value
   */
  constructor(
    readonly takes: string,
    readonly path: readonly (string | number)[] = [],
  ) {
    super(takes);
  }
}

/** Validates one part of a value. */
export function checkPart<T>(step: string | number, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw new WrongValue(error.takes, [step, ...error.path]);
  }
}

/** Validates every item of a list. */
export const checkEach = <T>(values: unknown[], check: (value: unknown) => T): T[] =>
  values.map((value, index) => checkPart(index, () => check(value)));

/** Maximum bytes of a single-line text and of its sort key. With the record's key, an index entry of PostgreSQL may have 2,704 bytes. */
const longestLine = 1_800;

/** Texts of which neither the bytes nor the sort key are longer than they are. */
const isAscii = /^[ -~]*$/;

/** A single-line text that is not blank and fits into an index. */
export function checkLine(value: unknown): string {
  const text = checkText(value, line);
  if (text.length <= longestLine && isAscii.test(text)) return text;
  const fits = [text, collationKey(text)].every((each) => Buffer.byteLength(each) <= longestLine);
  if (fits) return text;
  throw new WrongValue(
    `a text of at most ${longestLine} bytes in UTF-8: shorten it, or put it into a description or quotation`,
  );
}

/** A text with paragraphs that is not blank. */
export const checkParagraphs = (value: unknown): string => checkText(value, paragraphs);

function checkText(value: unknown, inForm: (text: string) => string): string {
  const text = typeof value === 'string' ? inForm(value) : '';
  if (typeof value !== 'string' || text === '') {
    throw new WrongValue(isNumber(value) ? 'a text: put the number in quotes' : 'a text that is not empty');
  }
  const unusable = unusableIn(value);
  if (unusable === null) return text;
  if (unusable === 'U+FFFD') {
    throw new WrongValue(
      'a text whose characters are all known; U+FFFD stands where another program lost one: write that one anew',
    );
  }
  throw new WrongValue(`a text without control characters; this one holds ${unusable}`);
}

/** A text of an attribute, in the attribute's canonical form. */
export function checkForm(
  { address, identifies, notation, paragraphs: long }: Attribute,
  value: unknown,
): string {
  if (identifies) return checkIdentifier(identifies, value);
  if (notation) return checkNotation(notation, value);
  const text = long ? checkParagraphs(value) : checkLine(value);
  if (address === 'web' && !isWebAddress(text)) {
    throw new WrongValue('an absolute web address that begins with https:// or http://');
  }
  if (address === 'iri' && !isIri(text)) {
    throw new WrongValue('an absolute web address, or an IRI that begins with urn:');
  }
  const unusable = address ? unusableInIri(text) : null;
  if (unusable !== null) {
    throw new WrongValue(`an address that RDF can state; this one holds ${unusable}: percent-encode it`);
  }
  return text;
}

/** A text in the canonical spelling of its notation. */
function checkNotation(notation: Notation, value: unknown): string {
  const { canonical, takes } = notations[notation];
  const text = canonical(checkLine(value));
  if (text !== null) return text;
  throw new WrongValue(takes);
}

/** An identifier in its canonical spelling. */
export function checkIdentifier(scheme: IdentifierScheme, value: unknown): string {
  const identifier = canonicalIdentifier(scheme, checkLine(value));
  if (identifier !== null) return identifier;
  throw new WrongValue(takenBy(scheme));
}

/** A code of a controlled vocabulary, which may be written as the IRI that its concept has in a public vocabulary. */
export function checkCode(scheme: ConceptScheme, value: unknown): string {
  if (typeof value === 'string' && Object.hasOwn(scheme.concepts, value)) return value;
  const codes = codesOf(scheme);
  const code = typeof value === 'string' ? line(value) : '';
  if (codes.includes(code)) return code;
  const named = codes.find((each) => scheme.concepts[each]?.iri === code);
  if (named !== undefined) return named;
  throw new WrongValue(`one of ${codes.join(', ')}`);
}

/** A list with any items. */
export function checkList(value: unknown, takes: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new WrongValue(takes);
}

/** A map of fields. */
export function checkMap(value: unknown, takes: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumber(value))
    return value as Record<string, unknown>;
  throw new WrongValue(takes);
}

/** A single-line text that satisfies a condition. */
export function checkMatch(value: unknown, fits: (text: string) => boolean, takes: string): string {
  const text = typeof value === 'string' ? line(value) : '';
  if (fits(text)) return text;
  throw new WrongValue(takes);
}

export const statedDate = "a quoted date as stated: '2022', '2022-09' or '2022-09-01'";

/** A date as stated: a year, a month or a day. */
export const checkStatedDate = (value: unknown): string =>
  checkMatch(value, (text) => readStatedDay(text, 'start') !== null, statedDate);

/** Whether a text is the tag of a language in which texts are held: two small letters. */
export const isLanguageTag = (text: string): boolean => /^[a-z]{2}$/.test(text) && languageOf(text) !== null;

export const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const isNumber = (value: unknown): value is number | WrittenNumber =>
  typeof value === 'number' || value instanceof WrittenNumber;
