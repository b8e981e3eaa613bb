/** What is known of a row and a column of the matrix: yes, probably, no or unknown. */
import type { CellLink } from './query';

/** `none`: nobody says anything. */
export type CellVerdict = 'yes' | 'probably' | 'undated' | 'no' | 'none';

/** What excludes a link: a list that a source calls complete for the day, or that one of the two did not exist on it. */
export interface Excluding {
  readonly isListComplete: boolean;
  readonly isOutOfTime: boolean;
}

const certain = ['STATED', 'ATTESTED'];

/**
 * The links of a cell tell it; of several, the most certain one.
 * @param isOfDay whether it is asked for a day; else links count whenever they held, and nothing excludes them
 */
export function verdictOf(
  links: readonly CellLink[],
  { isListComplete, isOutOfTime }: Excluding,
  isOfDay: boolean,
): CellVerdict {
  const holdings = links.map(({ holding }) => holding ?? '');
  if (links.length > 0 && !isOfDay) return 'yes';
  if (holdings.some((holding) => certain.includes(holding))) return 'yes';
  if (holdings.includes('CONTINUED')) return 'probably';
  if (isOfDay && (isOutOfTime || (isListComplete && links.length === 0))) return 'no';
  return links.length > 0 ? 'undated' : 'none';
}
