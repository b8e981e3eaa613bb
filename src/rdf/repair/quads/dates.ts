/** Dates as documents of others write them. Only what can mean one day or moment alone is understood. */
import { xsd } from '../../../vocabulary/namespaces';
import { dateProperties } from './property-kinds';
import { changed, type Step, typed } from './step';

/** A date in the form of XML Schema, with its datatype. */
interface MeantDate {
  readonly value: string;
  readonly datatype: 'date' | 'dateTime' | 'gYear' | 'gYearMonth';
}

const zone = '(Z|[+-]\\d{2}:?\\d{2})?';
const iso = new RegExp(
  `^(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}(?:\\.\\d+)?))?)?)?)?\\s?${zone}$`,
  'i',
);
const basic = new RegExp(
  `^(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(?:(\\d{2}(?:\\.\\d+)?))?)?${zone}$`,
  'i',
);
const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const months: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'jan january januar jänner',
    'feb february februar',
    'mar march märz mär mrz',
    'apr april',
    'may mai',
    'jun june juni',
    'jul july juli',
    'aug august',
    'sep sept september',
    'oct october okt oktober',
    'nov november',
    'dec december dez dezember',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, String(index + 1).padStart(2, '0')])),
);
/** `5. Juni 2023`, `Juni 2023`, `June 5, 2023`, and what HTTP and RSS write: `Mon, 05 Jun 2023 10:00:00 GMT`. */
const dayFirst =
  /^(?:\p{L}{2,3},?\s+)?(?:(\d{1,2})(?:\.|st|nd|rd|th)?\s+)?(\p{L}+)\.?\s+(\d{4})(?:\s+(\d{2}):(\d{2})(?::(\d{2}))?\s+(?:GMT|UTC|Z|([+-]\d{4})))?$/u;
const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

function byName(text: string): MeantDate | null {
  const [, named = '', third, its] = monthFirst.exec(text) ?? [];
  const [, day = third, name = named, year = its, hour, minute, second = '00', offset = 'Z'] =
    dayFirst.exec(text) ?? [];
  const month = months[name.toLowerCase()];
  if (month === undefined || year === undefined) return null;
  return dateOf({
    year,
    month,
    day: day?.padStart(2, '0'),
    hour,
    minute,
    second,
    offset: hour === undefined ? '' : offset,
  });
}

const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Null if it is no date, or may be several. */
export function meantDate(text: string): MeantDate | null {
  const [, year, month, day, hour, minute, second = '00', offset = ''] =
    iso.exec(text) ?? basic.exec(text) ?? [];
  if (year !== undefined) return dateOf({ year, month, day, hour, minute, second, offset });
  const [, ownDay = '', ownMonth = '', ownYear = ''] = german.exec(text) ?? bySlashes(text) ?? [];
  return ownYear === ''
    ? byName(text)
    : dateOf({
        year: ownYear,
        month: ownMonth.padStart(2, '0'),
        day: ownDay.padStart(2, '0'),
        second: '00',
        offset: '',
      });
}

/** Of 12/31/2024 only one can be the month. */
function bySlashes(text: string): string[] | null {
  const [, first = '', second = '', year = ''] = slashes.exec(text) ?? [];
  if (year === '') return null;
  const [a, b] = [Number(first), Number(second)];
  if (a === b || (a > 12 && b <= 12)) return [text, first, second, year];
  return b > 12 && a <= 12 ? [text, second, first, year] : null;
}

interface Parts {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second: string;
  readonly offset: string;
}

function dateOf({ year, month, day, hour, minute, second, offset }: Parts): MeantDate | null {
  const zoned = offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  if (month === undefined) return zoned === '' ? { value: year, datatype: 'gYear' } : null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return zoned === '' ? { value: `${year}-${month}`, datatype: 'gYearMonth' } : null;
  if (Number(day) < 1 || Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
    return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return { value: date + zoned, datatype: 'date' };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) return null;
  return { value: `${date}T${hour}:${minute}:${second}${zoned}`, datatype: 'dateTime' };
}

const datatypes: ReadonlySet<string> = new Set(['date', 'dateTime', 'gYear', 'gYearMonth'].map(xsd));

export const dateForm: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'Literal' || !dateProperties.has(predicate.value)) return null;
  const given = object.value.trim();
  const meant = meantDate(given);
  if (meant === null) return { id: 'date-ambiguous', quad };
  if (meant.value === object.value && object.datatype.value === xsd(meant.datatype)) return null;
  // Both forms of a moment are right: with a small letter, too.
  const id =
    meant.value === given && !datatypes.has(object.datatype.value)
      ? 'datatype-wrong'
      : meant.value === given
        ? 'datatype-wrong'
        : 'date-form';
  return { id, quad: changed(quad, { object: typed(meant.value, meant.datatype) }) };
};
