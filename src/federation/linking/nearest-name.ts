/** The name that was probably meant by a misspelt one. */
import distance from 'damerau-levenshtein';

export function nearestName(name: string, known: readonly string[]): string | null {
  const [nearest] = known
    .map((each) => ({ name: each, steps: distance(name.toLowerCase(), each.toLowerCase()).steps }))
    .filter(({ steps }) => steps <= Math.max(1, name.length / 3))
    .toSorted((one, other) => one.steps - other.steps);
  return nearest?.name ?? null;
}
