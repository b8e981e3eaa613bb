/** The common arguments of graph queries, and their validation. */
import { Int } from 'type-graphql';
import { BadUserInput } from '../../errors';
import type { NumberBounds } from '../../query/graph/bounds';
import type { InputField } from '../define';
import { DateScalar } from '../scalars';

export const argument = (name: string, type: InputField['type'], about: string): InputField => ({
  name,
  type,
  about,
});

export const requiredArgument = (name: string, type: InputField['type'], about: string): InputField => ({
  ...argument(name, type, about),
  required: true,
});

/** An integer within bounds. */
export const numberArgument = (name: string, about: string, { usual, most }: NumberBounds): InputField => ({
  ...argument(name, Int, `${about}, 1 to ${most}.`),
  defaultValue: usual,
});

export const asOfArgument = argument(
  'asOf',
  DateScalar,
  'Only links that hold by their own dates on this day, such as 2024-06-01, as in lists of links, whatever the time of what they link. A date that is not known does not limit a link. Without this, all links, whenever they held.',
);

export const kindsArgument = (linkKind: object): InputField =>
  argument('kinds', [linkKind], 'Only over links of these kinds.');

/**
 * The requested number, or the default.
 * @throws BadUserInput with the argument, its value and the remedy
 */
export function numberWithin(
  name: string,
  asked: number | null | undefined,
  { usual, most }: NumberBounds,
  remedy: string,
): number {
  const value = asked ?? usual;
  if (value >= 1 && value <= most) return value;
  throw new BadUserInput(`"${name}" is ${value}; it may be 1 to ${most}. ${remedy}`);
}
