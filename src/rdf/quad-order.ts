/** The fixed order of the quads of a subject. */
import type { Quad } from './factory';
import { rdfType } from './namespaces';

/** Few quads are sorted by hand: `sort` copies them twice, and of most subjects little is said. */
const few = 24;

/** Sorts the quads of a subject in place. */
export function sorted(quads: Quad[]): Quad[] {
  if (quads.length > few) return quads.sort(inOrder);
  for (let next = 1; next < quads.length; next += 1) {
    const one = quads[next];
    let place = next;
    let before = quads[place - 1];
    while (one && before && inOrder(before, one) > 0) {
      quads[place] = before;
      place -= 1;
      before = quads[place - 1];
    }
    if (one) quads[place] = one;
  }
  return quads;
}

/** Types first, then by code units of property and object, as n3 writes them in `id`. */
export function inOrder(one: Quad, other: Quad): number {
  if (one.predicate !== other.predicate) {
    const [mine, its] = [one.predicate.id, other.predicate.id];
    if (mine === rdfType.id) return its === mine ? byObject(one, other) : -1;
    if (its === rdfType.id) return 1;
    if (mine !== its) return mine < its ? -1 : 1;
  }
  return byObject(one, other);
}

function byObject({ object: one }: Quad, { object: other }: Quad): number {
  if (one === other) return 0;
  // Texts that differ within need no `id`, which is made of the whole text.
  if (one.termType === other.termType && differ(one.value, other.value))
    return one.value < other.value ? -1 : 1;
  const [mine, its] = [one.id, other.id];
  return mine === its ? 0 : mine < its ? -1 : 1;
}

/** Whether neither text begins with the other one. */
const differ = (one: string, other: string): boolean =>
  one.length < other.length ? !other.startsWith(one) : !one.startsWith(other);
