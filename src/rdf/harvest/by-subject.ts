/** Documents that are composed of several: each quad once, those of a subject together. */
import type { Quad, Term } from '@rdfjs/types';

/** The quads in the order in which their subjects, and they themselves, came first. */
export function bySubject(quads: readonly Quad[]): Quad[] {
  const groups = new Map<string, Map<string, Quad>>();
  for (const each of quads) {
    const subject = nameOf(each.subject);
    const group = groups.get(subject) ?? new Map<string, Quad>();
    groups.set(subject, group);
    const name = `${each.predicate.value} ${nameOf(each.object)}`;
    if (!group.has(name)) group.set(name, each);
  }
  return [...groups.values()].flatMap((group) => [...group.values()]);
}

const nameOf = (term: Term): string =>
  term.termType === 'Literal'
    ? JSON.stringify([term.value, term.language, term.datatype.value])
    : `${term.termType} ${term.value}`;
