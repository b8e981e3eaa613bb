/** Classes that are written as texts, or with small and capital letters that differ. */
import { knownTerms } from '../../../vocabulary/known-terms';
import { rdf } from '../../../vocabulary/namespaces';
import { usualPrefixes } from '../namespaces';
import { changed, iri, type Step } from './step';

const type = rdf('type');

/** The namespace and the name of a class: `dcat:Dataset` or its IRI. */
function split(written: string): readonly [namespace: string, name: string] | null {
  const [, namespace = '', name = ''] = /^(https?:\/\/\S*[/#])([A-Za-z]\w*)$/.exec(written) ?? [];
  if (namespace !== '') return [namespace, name];
  const [, prefix = '', local = ''] = /^([\w.-]+):([A-Za-z]\w*)$/.exec(written) ?? [];
  const known = usualPrefixes[prefix];
  return known === undefined ? null : [known, local];
}

/** The class of a vocabulary that is spelt so, whatever its letters; null if there is none. */
function classLike(namespace: string, name: string): string | null {
  const classes = [...(knownTerms[namespace] ?? [])].filter((term) => /^[A-Z]/.test(term));
  const found = classes.find((term) => term.toLowerCase() === name.toLowerCase());
  return found === undefined ? null : namespace + found;
}

export const classAsText: Step = (quad) => {
  const { predicate, object } = quad;
  if (predicate.value !== type || object.termType === 'BlankNode') return null;
  const [namespace, name] = split(object.value.trim()) ?? [];
  const meant = namespace === undefined || name === undefined ? null : classLike(namespace, name);
  if (meant === null || (object.termType === 'NamedNode' && meant === object.value)) return null;
  return { id: 'class-as-text', quad: changed(quad, { object: iri(meant) }) };
};
