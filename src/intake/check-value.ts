/** Checks a written value against its attribute: gives the value to store, or says what is wrong and what it takes. */
import { isIri, isWebAddress } from '../resource/canonical/address';
import { line } from '../resource/canonical/text';
import type { Attribute } from '../resource/description';
import { slugPattern } from '../resource/identity';
import { isDay, readStatedDay } from '../resource/time';
import type { OtherName } from '../resource/values';
import { checkInteger, checkMoney, checkPlace } from './check-number';
import {
  checkCode,
  checkEach,
  checkIdentifier,
  checkLine,
  checkList,
  checkMap,
  checkMatch,
  checkParagraphs,
  checkPart,
  WrongValue,
} from './check-parts';

/** Slugs make the keys of links, which join several; PostgreSQL takes at most 2,704 bytes in an index. */
const longestSlug = 200;

/** @throws WrongValue */
export function checkValue(attribute: Attribute, value: unknown): unknown {
  switch (attribute.kind) {
    case 'slug':
      return checkMatch(
        value,
        (text) => slugPattern.test(text) && text.length <= longestSlug,
        `lower-case letters, digits and single hyphens, at most ${longestSlug} characters`,
      );
    case 'text':
      return checkOne(attribute, value);
    case 'localized':
      return checkTexts(attribute, value);
    case 'texts':
      return distinct(checkEach(checkList(value, 'a list of texts'), (text) => checkOne(attribute, text)));
    case 'names':
      return checkEach(checkList(value, `a list of ${nameFields}`), checkName);
    case 'iri':
      return checkOne(attribute, value);
    case 'integer':
      return checkInteger(value, attribute.min);
    case 'flag':
      if (typeof value === 'boolean') return value;
      throw new WrongValue('true or false');
    case 'day': {
      const stated = typeof value === 'string' ? readStatedDay(line(value), attribute.boundary) : null;
      if (stated) return stated;
      throw new WrongValue("a quoted date as stated: '2022', '2022-09' or '2022-09-01'");
    }
    case 'period':
      return checkPeriod(value);
    case 'concept':
      return checkCode(attribute.scheme, value);
    case 'concepts':
      return distinct(
        checkEach(checkList(value, 'a list of codes'), (code) => checkCode(attribute.scheme, code)),
      );
    case 'money':
      return checkMoney(value);
    case 'place':
      return checkPlace(value);
    case 'instant':
      throw new WrongValue('no value: the gateway sets it itself');
  }
}

/** A date as stated: a year, a month or a day. */
export const checkStatedDate = (value: unknown): string =>
  checkMatch(
    value,
    (text) => readStatedDay(text, 'start') !== null,
    "a quoted date as stated: '2022', '2022-09' or '2022-09-01'",
  );

/** One text of an attribute, in the form in which the attribute holds it. */
function checkOne({ address, identifies, paragraphs }: Attribute, value: unknown): string {
  if (identifies) return checkIdentifier(identifies, value);
  const text = paragraphs ? checkParagraphs(value) : checkLine(value);
  if (address === 'web' && !isWebAddress(text)) {
    throw new WrongValue('an absolute web address that begins with https:// or http://');
  }
  if (address === 'iri' && !isIri(text)) {
    throw new WrongValue('an absolute web address, or an IRI that begins with urn:');
  }
  return text;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const languageTag = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);

function checkTexts(attribute: Attribute, value: unknown): Record<string, string> {
  const takes = 'texts by language, such as { de: …, en: … }';
  const texts = Object.entries(checkMap(value, takes));
  if (texts.length === 0 || !texts.every(([tag]) => languageTag(tag))) throw new WrongValue(takes);
  return Object.fromEntries(
    texts.map(([tag, text]) => [tag, checkPart(tag, () => checkOne(attribute, text))]),
  );
}

const nameFields = '{ language, value, validFrom, validUntil }';

function checkName(value: unknown): OtherName {
  const { language, value: name, validFrom, validUntil, ...rest } = checkMap(value, nameFields);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new WrongValue(`only ${nameFields}`, [unknown]);
  return {
    language: checkPart('language', () => checkMatch(language, languageTag, 'a language tag, such as de')),
    value: checkPart('value', () => checkLine(name)),
    ...(validFrom != null && { validFrom: checkPart('validFrom', () => checkStatedDate(validFrom)) }),
    ...(validUntil != null && { validUntil: checkPart('validUntil', () => checkStatedDate(validUntil)) }),
  };
}

function checkPeriod(value: unknown): Record<string, unknown> {
  const takes = '{ from, until }, each a day such as 2022-09-01, at least one of them, in this order';
  const { from = null, until = null, ...rest } = checkMap(value, takes);
  const right = [from, until].every((day) => day === null || (typeof day === 'string' && isDay(day)));
  const ordered = typeof from !== 'string' || typeof until !== 'string' || from <= until;
  if (!right || !ordered || (from === null && until === null) || Object.keys(rest).length > 0)
    throw new WrongValue(takes);
  return { from, until };
}
