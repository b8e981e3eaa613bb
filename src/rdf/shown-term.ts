/** Terms as Turtle writes them, for people. */
import type { Term } from '@rdfjs/types';
import { prefixes as ours } from '../vocabulary/prefixes';
import { nameOf } from './profiles/names';

/** @param prefixes for the names of datatypes */
export function shownTerm(term: Term, prefixes: Readonly<Record<string, string>> = ours): string {
  if (term.termType !== 'Literal')
    return term.termType === 'NamedNode' ? `<${term.value}>` : `_:${term.value}`;
  const text = JSON.stringify(term.value);
  if (term.language) return `${text}@${term.language}`;
  const datatype = nameOf(term.datatype.value, { xsd: 'http://www.w3.org/2001/XMLSchema#', ...prefixes });
  return datatype === 'xsd:string' ? text : `${text}^^${datatype}`;
}

/** The name of a property or class: `dct:title`. */
export const shownName = (iri: string): string => nameOf(iri, ours);
