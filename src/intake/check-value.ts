/** Checks a written value against its attribute: gives the value to store, or says what is wrong and what it takes. */
import type { Attribute } from '../resource/description';
import { slugPattern } from '../resource/identity';
import { isDay, readStatedDay } from '../resource/time';
import type { OtherName } from '../resource/values';
import { codesOf, type ConceptScheme } from '../vocabulary/concept-scheme';
import { PlacePrecision } from '../vocabulary/place-precision';

/** A value that cannot be stored. */
export class WrongValue extends Error {
  /** @param takes what the attribute takes, to follow "It takes". */
  constructor(readonly takes: string) {
    super(takes);
  }
}

/** @throws WrongValue */
export function checkValue(attribute: Attribute, value: unknown): unknown {
  switch (attribute.kind) {
    case 'slug':
      return checkMatch(
        value,
        (text) => slugPattern.test(text),
        'lower-case letters, digits and single hyphens',
      );
    case 'text':
      return checkText(value);
    case 'localized':
      return checkTexts(value);
    case 'texts':
      return checkList(value, 'a list of texts').map(checkText);
    case 'names':
      return checkList(value, 'a list of { language, value, validFrom, validUntil }').map(checkName);
    case 'iri':
      return checkIri(value);
    case 'integer':
      if (Number.isSafeInteger(value)) return value;
      throw new WrongValue('a whole number');
    case 'flag':
      if (typeof value === 'boolean') return value;
      throw new WrongValue('true or false');
    case 'day': {
      const stated = typeof value === 'string' ? readStatedDay(value, attribute.boundary) : null;
      if (stated) return stated;
      throw new WrongValue("a quoted date as stated: '2022', '2022-09' or '2022-09-01'");
    }
    case 'period':
      return checkPeriod(value);
    case 'concept':
      return checkCode(attribute.scheme, value);
    case 'concepts':
      return checkList(value, 'a list of codes').map((code) => checkCode(attribute.scheme, code));
    case 'money':
      return checkMoney(value);
    case 'place':
      return checkPlace(value);
    case 'instant':
      throw new WrongValue('no value: the gateway sets it itself');
  }
}

/** A text that is not blank. */
export function checkText(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new WrongValue(
    typeof value === 'number' ? 'a text: put the number in quotes' : 'a text that is not empty',
  );
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

/** A date as stated: a year, a month or a day. */
export const checkStatedDate = (value: unknown): string =>
  checkMatch(
    value,
    (text) => readStatedDay(text, 'start') !== null,
    "a quoted date as stated: '2022', '2022-09' or '2022-09-01'",
  );

function checkMatch(value: unknown, fits: (text: string) => boolean, takes: string): string {
  if (typeof value === 'string' && fits(value)) return value;
  throw new WrongValue(takes);
}

const languageTag = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);

function checkTexts(value: unknown): Record<string, string> {
  const takes = 'texts by language, such as { de: …, en: … }';
  const texts = Object.entries(checkMap(value, takes));
  if (texts.length === 0 || !texts.every(([tag]) => languageTag(tag))) throw new WrongValue(takes);
  return Object.fromEntries(texts.map(([tag, text]) => [tag, checkText(text)]));
}

function checkName(value: unknown): OtherName {
  const name = checkMap(value, 'a list of { language, value, validFrom, validUntil }');
  return {
    language: checkMatch(name.language, languageTag, 'names each with a language tag, such as de'),
    value: checkText(name.value),
    ...(name.validFrom !== undefined && { validFrom: checkStatedDate(name.validFrom) }),
    ...(name.validUntil !== undefined && { validUntil: checkStatedDate(name.validUntil) }),
  };
}

function checkIri(value: unknown): string {
  const text = checkMatch(
    value,
    (iri) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(iri),
    'an absolute web address or IRI',
  );
  if (URL.canParse(text)) return text;
  throw new WrongValue('an absolute web address or IRI');
}

function checkPeriod(value: unknown): Record<string, unknown> {
  const takes = '{ from, until }, each a day such as 2022-09-01, at least one of them';
  const { from = null, until = null, ...rest } = checkMap(value, takes);
  const right = [from, until].every((day) => day === null || (typeof day === 'string' && isDay(day)));
  if (!right || (from === null && until === null) || Object.keys(rest).length > 0)
    throw new WrongValue(takes);
  return { from, until };
}

function checkMoney(value: unknown): Record<string, unknown> {
  const takes = '{ amount, currency }, such as { amount: 3800000, currency: EUR }';
  const { amount, currency, ...rest } = checkMap(value, takes);
  const right = typeof amount === 'number' && Number.isFinite(amount) && amount >= 0;
  if (
    !right ||
    typeof currency !== 'string' ||
    !/^[A-Z]{3}$/.test(currency) ||
    Object.keys(rest).length > 0
  ) {
    throw new WrongValue(takes);
  }
  return { amount, currency };
}

function checkPlace(value: unknown): Record<string, unknown> {
  const takes =
    '{ latitude, longitude, precision } in degrees, latitude from -90 to 90 and longitude from -180 to 180';
  const { latitude, longitude, precision = null, ...rest } = checkMap(value, takes);
  const within = (degrees: unknown, bound: number) =>
    typeof degrees === 'number' && Math.abs(degrees) <= bound;
  if (!within(latitude, 90) || !within(longitude, 180) || Object.keys(rest).length > 0)
    throw new WrongValue(takes);
  return { latitude, longitude, precision: precision === null ? null : checkCode(PlacePrecision, precision) };
}
