import { AmountQualifier } from '../../vocabulary/amount-qualifier';
import { dct, schema, xsd } from '../../vocabulary/namespaces';
import { checkCode, checkMap, checkMatch, checkPart, WrongValue } from '../written/check';
import { WrittenNumber } from '../written/number';
import { eq, isNull, operator, order } from './comparisons';
import { conceptComparisons } from './concept';
import { composed, type Kind } from './kind';
import type { ObjectValue } from './value-type';

/** An amount of money. */
export interface Money {
  /** Exact, as text: `3800000` or `3.80`. */
  amount: string;
  /** ISO 4217 code. */
  currency: string;
  /** How the source qualifies it; null if that is not known. */
  qualifier: AmountQualifier | null;
}

export const moneyValue: ObjectValue = {
  name: 'Money',
  about: 'An amount of money in one currency, as exact as its source says it.',
  fields: {
    amount: ['Decimal', 'The amount, in units of the currency, with two decimals or none.'],
    currency: ['Currency', 'The currency.'],
    qualifier: [
      AmountQualifier,
      'Whether it is exactly, about, at least or at most this; null where nobody says.',
      'nullable',
    ],
  },
};

/** An amount in one currency, with at most two decimals. */
export const money: Kind = {
  name: 'money',
  ...composed({ amount: 'real', currency: 'text', qualifier: 'text' }),
  main: 'amount',
  row: {
    of: 'parts',
    parts: {
      amount: { form: 'amount' },
      currency: { form: 'text' },
      qualifier: { form: 'code', scheme: AmountQualifier },
    },
  },
  read: (amount: number | null, currency: string, qualifier: AmountQualifier | null): Money | null =>
    amount === null ? null : { amount: withoutCents(amount.toFixed(2)), currency, qualifier },
  indexed: true,
  check: (written) => {
    const takes =
      '{ amount, currency, qualifier }, such as { amount: 3800000, currency: EUR, qualifier: APPROXIMATE }, the amount in digits with two decimals at most: 3800 or 3.80, not 3.800';
    const { amount, currency, qualifier = null, ...rest } = checkMap(written, takes);
    const read = amountOf(amount);
    if (read === null || Object.keys(rest).length > 0) throw new WrongValue(takes);
    return {
      amount: read,
      currency: checkMatch(currency, isCurrency, takes),
      qualifier:
        qualifier === null ? null : checkPart('qualifier', () => checkCode(AmountQualifier, qualifier)),
    };
  },
  output: () => moneyValue,
  comparisons: () => ({
    name: 'MoneyFilter',
    about: 'Conditions on an amount of money, in units of its currency; however its source qualifies it.',
    of: 'Decimal',
    operators: [
      operator('currency', 'Currency', 'Its currency is this.'),
      { ...eq, about: 'The amount is exactly this.' },
      ...order,
      operator(
        'qualifier',
        conceptComparisons(AmountQualifier),
        'Conditions on how its source qualifies it.',
      ),
      isNull,
    ],
  }),
  measure: 'sum',
  stated: () => ({
    object: 'node',
    class: schema('MonetaryAmount'),
    parts: {
      amount: { predicate: schema('value'), object: 'literal', datatype: xsd('decimal') },
      currency: { predicate: schema('currency'), object: 'literal' },
      qualifier: { predicate: dct('type'), object: 'iri', scheme: AmountQualifier },
    },
  }),
  readParts: ({ amount, currency, qualifier = null }) =>
    amount === undefined || currency === undefined
      ? undefined
      : { amount: Number(amount), currency, qualifier },
};

/** Whether a text is the code of a currency that is or was in use. */
export const isCurrency = (code: string): boolean => currencies.has(code);
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The text of an amount that was added up in hundredths. */
export const ofHundredths = (hundredths: bigint): string =>
  withoutCents(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`);

const withoutCents = (amount: string): string => amount.replace(/\.00$/, '');

/** A 64-bit float preserves this many decimal digits, those of the cents included. */
const exactDigits = 15;

function amountOf(written: unknown): number | null {
  if (typeof written !== 'number' && !(written instanceof WrittenNumber)) return null;
  const [source, read] =
    typeof written === 'number' ? [String(written), written] : [written.source, written.value];
  const units = /^(0|[1-9]\d*)(?:\.\d{1,2})?$/.exec(source)?.[1];
  return units && units.length <= exactDigits - 2 ? read : null;
}
