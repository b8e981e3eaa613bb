/** Finds misspelt variables. Otherwise a typo would silently leave a limit unchanged. */
import distance from 'damerau-levenshtein';
import { renamedVariables } from './renamed-variables';

/** Prefixes that hardly anybody else uses. */
const ours = /^(MAX|KEPT|ROW_CACHE|OPERATION_CACHE)_/;

/** The most wrong letters for a name to count as a typo; short names are too similar to many others. */
const mostSlips = 2;
const shortest = 7;

/** Kubernetes and Docker set variables with the addresses of other containers, whose names we do not choose. */
const isServiceLink = (value: string): boolean => /^(tcp|udp|sctp):\/\//.test(value);

/**
 * @param known the names of our variables
 * @returns a warning for each variable that looks like one of them
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
    const isOurs = ours.test(name);
    const nearest = nearestOf(name, known, isOurs ? Infinity : mostSlips);
    return isOurs || nearest.length >= shortest
      ? [`${name} is no variable of the gateway and changes nothing; did you mean ${nearest}?`]
      : [];
  });
}

/** The most similar name with at most so many wrong letters; empty if there is none. Comparing costs much, so lengths are compared first. */
function nearestOf(name: string, known: readonly string[], most: number): string {
  let [nearest, slips] = ['', most + 1];
  for (const each of [...known, ...Object.keys(renamedVariables)]) {
    if (Math.abs(each.length - name.length) >= slips) continue;
    const { steps } = distance(name, each);
    if (steps < slips) [nearest, slips] = [renamedVariables[each] ?? each, steps];
  }
  return nearest;
}
