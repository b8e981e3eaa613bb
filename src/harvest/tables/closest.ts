/** What was probably meant by a name that is not known. */
import distance from 'damerau-levenshtein';
import { collationKey } from '../../resource/text';

/** Null if no name is like it, of which at most a third of the letters differ. */
export function closest(text: string, names: readonly string[]): string | null {
  const wanted = collationKey(text);
  let best: { name: string; steps: number } | null = null;
  for (const name of names) {
    const { steps } = distance(wanted, collationKey(name));
    if (steps <= Math.max(wanted.length, name.length) / 3 && steps < (best?.steps ?? Infinity))
      best = { name, steps };
  }
  return best?.name ?? null;
}
