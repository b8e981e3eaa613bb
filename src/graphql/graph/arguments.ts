/** The common arguments of graph queries, and their validation. */
import { Int } from 'type-graphql';
import { BadUserInput } from '../../errors';
import type { NumberBounds } from '../../query/graph/bounds';
import type { InputField } from '../define';

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

export const kindsArgument = (linkKind: object): InputField =>
  argument('kinds', [linkKind], 'Only over links of these kinds.');

/**
 * The requested number, or the default.
 * @throws BadUserInput with the argument, its value and the remedy
 */
export function numberWithin(
  name: string,
  number: number | null | undefined,
  { usual, most }: NumberBounds,
  remedy: string,
): number {
  const value = number ?? usual;
  if (value >= 1 && value <= most) return value;
  throw new BadUserInput(`"${name}" is ${value}; it may be 1 to ${most}. ${remedy}`);
}
