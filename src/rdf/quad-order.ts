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

function byObject(one: Quad, other: Quad): number {
  if (one.object === other.object) return 0;
  const [mine, its] = [one.object.id, other.object.id];
  return mine === its ? 0 : mine < its ? -1 : 1;
}
