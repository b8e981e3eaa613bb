/** The measures of a group: the range of numbers and days, and the sum of money per currency. */
import { Int } from 'type-graphql';
import type { Attribute } from '../resource/description';
import { moneyValue } from '../resource/kinds/money';
import type { ShownGroup } from './aggregate-types';
import { resolvedField, type Carrier, type Type } from './define';
import { plainType } from './plain-type';
import { outputOf, typeOf } from './value-types';

const withoutValue = 'How many records of the group have no value.';

const spans = new Map<string, Carrier>();

/** Made at its first use. */
function spanType({ name, about }: { name: string; about: string }, type: Type): Carrier {
  const span =
    spans.get(name) ??
    plainType(name, about, {
      min: [type, 'The smallest or earliest; null where no record has a value.', 'nullable'],
      max: [type, 'The largest or latest; null where no record has a value.', 'nullable'],
      missing: [Int, withoutValue],
    });
  spans.set(name, span);
  return span;
}

const moneySums = plainType(
  'MoneySums',
  'The amounts of a group added up, as far as they are known, and of how many records they are known.',
  {
    sums: [
      [typeOf(moneyValue)],
      'The sum for each currency, by its code; amounts in two currencies are never added. A sum is as exact as the least exact amount in it.',
    ],
    known: [Int, 'Of how many records of the group an amount is known: those that are added up.'],
    inexact: [
      Int,
      'How many of the amounts added up are not `EXACT`: approximate, a bound, or nobody says how exact.',
    ],
    missing: [Int, withoutValue],
  },
);

/** Adds the measure of an attribute to the resolvers of a group. */
export function addMeasure(resolvers: Carrier, attribute: Attribute): void {
  const { name, kind, about } = attribute;
  if (!kind.measure) return;
  if (kind.measure === 'sum') {
    resolvedField<ShownGroup>(resolvers, {
      name,
      type: moneySums,
      about: `Added up: ${about}`,
      resolve: async ({ list, identity, count }) => {
        const { sums = [], known = 0, inexact = 0 } = (await list.sums(attribute)).get(identity) ?? {};
        return { sums, known, inexact, missing: count - known };
      },
    });
    return;
  }
  resolvedField<ShownGroup>(resolvers, {
    name,
    type: spanType(kind.measure, outputOf(kind.output(attribute))),
    about: `From where to where it goes: ${about}`,
    resolve: ({ ranges, count }) => {
      const range = ranges[name];
      return { min: range?.min ?? null, max: range?.max ?? null, missing: count - (range?.known ?? 0) };
    },
  });
}
