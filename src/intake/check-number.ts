/** The checks of numbers: each is judged by how it was written, not by what a parser made of it. */
import { PlacePrecision } from '../vocabulary/place-precision';
import { checkCode, checkMap, checkMatch, checkPart, WrongValue } from './check-parts';
import { WrittenNumber } from './written-number';

/** Both GraphQL and PostgreSQL give a whole number 32 bits. */
const [smallest, largest] = [-(2 ** 31), 2 ** 31 - 1];

/** A whole number in digits, such as 1000. */
export function checkInteger(value: unknown, min = smallest): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= largest) return value;
  throw new WrongValue(`a whole number from ${min} to ${largest}, in digits only${instead(value)}`);
}

/** What was probably meant. */
function instead(value: unknown): string {
  const source = value instanceof WrittenNumber ? value.source : value;
  if (typeof source !== 'string') return '';
  // German and Swiss texts put points, blanks or apostrophes between thousands, and programs low lines.
  const grouped = /^-?\d{1,3}(?:[.,_'’ \u00A0\u202F]\d{3})+$/.test(source);
  const digits = grouped ? source.replace(/[^-\d]/g, '') : String(Number(source));
  return /^-?\d+$/.test(digits) && source !== '' ? `: ${digits} without quotes, not ${source}` : '';
}

/** An amount in one currency, with cents at most. */
export function checkMoney(value: unknown): Record<string, unknown> {
  const takes =
    '{ amount, currency }, such as { amount: 3800000, currency: EUR }, the amount in digits with two decimals at most: 3800 or 3.80, not 3.800';
  const { amount, currency, ...rest } = checkMap(value, takes);
  const money = amountOf(amount);
  if (money === null || Object.keys(rest).length > 0) throw new WrongValue(takes);
  return { amount: money, currency: checkMatch(currency, (code) => /^[A-Z]{3}$/.test(code), takes) };
}

/** As many digits come back from 64 bits as they were. */
const keptDigits = 15;

function amountOf(amount: unknown): number | null {
  if (typeof amount !== 'number' && !(amount instanceof WrittenNumber)) return null;
  const [source, read] =
    typeof amount === 'number' ? [String(amount), amount] : [amount.source, amount.value];
  const isAmount = /^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/.test(source);
  return isAmount && (Number.isSafeInteger(amount) || source.replace('.', '').length <= keptDigits)
    ? read
    : null;
}

/** A point on the map. */
export function checkPlace(value: unknown): Record<string, unknown> {
  const takes =
    '{ latitude, longitude, precision } in degrees such as 50.81, latitude from -90 to 90 and longitude from -180 to 180';
  const { latitude, longitude, precision = null, ...rest } = checkMap(value, takes);
  const degrees = { latitude: degreesOf(latitude, 90), longitude: degreesOf(longitude, 180) };
  if (degrees.latitude === null || degrees.longitude === null || Object.keys(rest).length > 0)
    throw new WrongValue(takes);
  return {
    ...degrees,
    precision: precision === null ? null : checkPart('precision', () => checkCode(PlacePrecision, precision)),
  };
}

function degreesOf(written: unknown, bound: number): number | null {
  const isDecimal = written instanceof WrittenNumber && /^-?(?:0|[1-9]\d*)\.\d+$/.test(written.source);
  const degrees = isDecimal ? written.value : written;
  // Adding 0 makes -0 what it is.
  return typeof degrees === 'number' && Math.abs(degrees) <= bound ? degrees + 0 : null;
}
