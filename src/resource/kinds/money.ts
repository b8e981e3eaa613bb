import { schema, xsd } from '../../vocabulary/namespaces';
import { checkMap, checkMatch, WrongValue } from '../written/check';
import { WrittenNumber } from '../written/number';
import { eq, isNull, operator, order } from './comparisons';
import { composed, type Kind } from './kind';
import type { ObjectValue } from './value-type';

/** An amount of money. */
export interface Money {
  amount: number;
  /** ISO 4217 code. */
  currency: string;
}

export const moneyValue: ObjectValue = {
  name: 'Money',
  about: 'An amount of money in one currency.',
  fields: {
    amount: ['Float', 'The amount, in units of the currency.'],
    currency: ['String', 'Currency, as an ISO 4217 code such as EUR.'],
  },
};

/** An amount in one currency, with at most two decimals. */
export const money: Kind = {
  name: 'money',
  ...composed({ amount: 'real', currency: 'text' }),
  main: 'amount',
  read: (amount: number | null, currency: string): Money | null =>
    amount === null ? null : { amount, currency },
  indexed: true,
  check: (written) => {
    const takes =
      '{ amount, currency }, such as { amount: 3800000, currency: EUR }, the amount in digits with two decimals at most: 3800 or 3.80, not 3.800';
    const { amount, currency, ...rest } = checkMap(written, takes);
    const read = amountOf(amount);
    if (read === null || Object.keys(rest).length > 0) throw new WrongValue(takes);
    return { amount: read, currency: checkMatch(currency, (code) => /^[A-Z]{3}$/.test(code), takes) };
  },
  output: () => moneyValue,
  comparisons: () => ({
    name: 'MoneyFilter',
    about: 'Conditions on an amount of money, in units of its currency.',
    of: 'Float',
    operators: [
      operator('currency', 'String', 'Its currency is this, an ISO 4217 code such as EUR.'),
      { ...eq, about: 'The amount is exactly this.' },
      ...order,
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
    },
  }),
};

/** A 64-bit float preserves this many decimal digits. */
const exactDigits = 15;

function amountOf(written: unknown): number | null {
  if (typeof written !== 'number' && !(written instanceof WrittenNumber)) return null;
  const [source, read] =
    typeof written === 'number' ? [String(written), written] : [written.source, written.value];
  const isAmount = /^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/.test(source);
  return isAmount && (Number.isSafeInteger(written) || source.replace('.', '').length <= exactDigits)
    ? read
    : null;
}
