/** Variables that look like ours and are none: a slip in a name would leave a limit as it is, without a word. */
import distance from 'damerau-levenshtein';
import { renamedVariables } from './renamed-variables';

/** Beginnings that nearly only our names have. */
const ours = /^(MAX|KEPT|ROW_CACHE|OPERATION_CACHE)_/;

/** So many wrong letters make a name look like another; a short name is too near to everything. */
const mostSlips = 2;
const shortest = 7;

/** Kubernetes and Docker tell each container where the others listen, by names that others choose. */
const isServiceLink = (value: string): boolean => /^(tcp|udp|sctp):\/\//.test(value);

/**
 * @param known the names of our variables.
 * @returns a line for each variable that looks like one of them.
 */
export function unknownVariables(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): string[] {
  return Object.entries(environment).flatMap(([name, value = '']) => {
    if (
      value === '' ||
      known.includes(name) ||
      name in renamedVariables ||
      !/^[A-Z][A-Z0-9_]*$/.test(name) ||
      isServiceLink(value)
    )
      return [];
    const { nearest, slips } = nearestOf(name, known);
    const looksLikeOurs = ours.test(name) || (slips <= mostSlips && nearest.length >= shortest);
    return looksLikeOurs
      ? [`${name} is no variable of the gateway and changes nothing; did you mean ${nearest}?`]
      : [];
  });
}

function nearestOf(name: string, known: readonly string[]): { nearest: string; slips: number } {
  let [nearest, slips] = ['', Infinity];
  for (const each of [...known, ...Object.keys(renamedVariables)]) {
    const { steps } = distance(name, each);
    if (steps < slips) [nearest, slips] = [renamedVariables[each] ?? each, steps];
  }
  return { nearest, slips };
}
