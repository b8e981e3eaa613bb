/** How large a filter may be; databases refuse conditions that are a few times larger. */
import { BadUserInput } from '../../errors';
import type { Filter } from './filter';

const deepest = 32;
const mostConditions = 500;

/** @throws BadUserInput naming the bound and the remedy. */
export function checkSize(filter: Filter): void {
  let conditions = 0;
  const visit = (part: unknown, level: number): void => {
    if (Array.isArray(part)) for (const item of part) visit(item, level);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    conditions += 1;
    if (conditions > mostConditions) {
      throw new BadUserInput(
        `"filter" has more than ${mostConditions} conditions. To compare a field with many values, give them to "in" or "hasAny".`,
      );
    }
    if (level > deepest) {
      throw new BadUserInput(
        `"filter" is more than ${deepest} levels deep. Begin at a list that is nearer to what you ask about.`,
      );
    }
    for (const inner of Object.values(part)) visit(inner, level + 1);
  };
  visit(filter, 1);
}
