/** Common rules for arguments that restrict a list to some types, kinds or roles. */
import { BadUserInput } from '../errors';
import { isUsual } from '../query/holding';
import type { ListArguments } from '../query/listing';

type Narrowing = Readonly<Record<string, readonly unknown[] | null | undefined>>;

/**
 * Refuses an empty list, which is ambiguous: some clients mean none by it, and forms in which nothing is ticked yet mean all.
 * @throws BadUserInput with the argument and the remedy
 */
export function refuseEmpty(narrowing: Narrowing): void {
  for (const [argument, values] of Object.entries(narrowing)) {
    if (values?.length !== 0) continue;
    throw new BadUserInput(`"${argument}" is an empty list. Name at least one, or leave it out to have all.`);
  }
}

/**
 * Refuses `holding` without a day, which it would be about.
 * @throws BadUserInput
 */
export function refuseWithoutDay({ asOf, holding }: Pick<ListArguments, 'asOf' | 'holding'>): void {
  if (asOf || !holding || isUsual(holding)) return;
  throw new BadUserInput(
    '"holding" says how something holds on a day, and there is none. Give the day as "asOf".',
  );
}
