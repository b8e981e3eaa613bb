/** Property paths of profiles: one property, an inverse one, or a choice of them. */
import type { Term } from '@rdfjs/types';
import { type Graph, termKey } from './graph';
import { iriOf } from './names';

/** How values are found. */
export interface Path {
  /** As the profile writes it: `dct:title`, `^dcat:inSeries`, `cv:email|cv:contactPage`. */
  readonly name: string;
  /** The IRI of a single property, else a path of SPARQL with IRIs: `^<…>`, `<…>|<…>`. */
  readonly iri: string;
  /** The names of its properties. */
  readonly properties: readonly string[];
  values(graph: Graph, focus: Term): readonly Term[];
}

/** @param text the path as a profile writes it */
export function pathOf(text: string, prefixes: Readonly<Record<string, string>>): Path {
  const steps = text.split('|').map((step) => {
    const inverse = step.startsWith('^');
    const name = inverse ? step.slice(1) : step;
    return { inverse, name, iri: iriOf(name, prefixes) };
  });
  const [first, ...others] = steps;
  const single = first && others.length === 0 && !first.inverse;
  const iri = single ? first.iri : steps.map((step) => `${step.inverse ? '^' : ''}<${step.iri}>`).join('|');
  const step = (graph: Graph, focus: Term, { inverse, iri: property }: (typeof steps)[number]) =>
    inverse ? [...graph.having(property, focus).values()] : graph.values(focus, property);
  return {
    name: text,
    iri,
    properties: steps.map(({ name }) => name),
    values: single
      ? (graph, focus) => graph.values(focus, first.iri)
      : (graph, focus) => distinct(steps.flatMap((one) => step(graph, focus, one))),
  };
}

const distinct = (terms: readonly Term[]): readonly Term[] => [
  ...new Map(terms.map((term) => [termKey(term), term])).values(),
];
