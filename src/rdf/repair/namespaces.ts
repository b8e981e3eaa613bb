/** Namespaces that documents write wrongly: with another end, scheme or host, retired, or the page about a vocabulary in its place. */
import { remembered } from '../../resource/search/remembered';
import { knownTerms } from '../../vocabulary/known-terms';
import { dct } from '../../vocabulary/namespaces';
import { prefixes } from '../../vocabulary/prefixes';
import { retiredNamespaces, vocabularyPages } from '../../vocabulary/retired-iris';

/** Prefixes that are usual beside those that our documents have. */
export const usualPrefixes: Readonly<Record<string, string>> = {
  ...prefixes,
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: dct(''),
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  gsp: 'http://www.opengis.net/ont/geosparql#',
};

/** The namespace without what is often forgotten or written otherwise. */
const stemOf = (namespace: string) =>
  namespace
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[#/]+$/, '');

/** Schema.org is read with either scheme, and so its namespace is never wrong. */
const byStem = new Map(
  Object.values(usualPrefixes)
    .filter((namespace) => !namespace.includes('schema.org'))
    .map((namespace) => [stemOf(namespace), namespace]),
);

const instead = { ...retiredNamespaces, ...vocabularyPages };

const known: ReadonlySet<string> = new Set([...Object.values(usualPrefixes), 'http://schema.org/']);

/** The namespace that is meant where one is declared; null if it is right, or unknown. */
export function meantNamespace(declared: string): string | null {
  if (known.has(declared)) return null;
  const meant = instead[declared] ?? byStem.get(stemOf(declared));
  return meant === undefined || meant === declared ? null : meant;
}

/**
 * The namespace of a usual prefix that a document declares as something else, if all that it writes with it are terms of that
 * vocabulary; null if it may mean something of its own.
 */
export function meantByPrefix(prefix: string, declared: string, used: readonly string[]): string | null {
  const usual = usualPrefixes[prefix];
  if (usual === undefined || usual === declared || known.has(declared) || used.length === 0) return null;
  const terms = knownTerms[usual];
  return terms && used.every((name) => terms.has(name)) ? usual : null;
}

type Successors = readonly (readonly [old: string, successor: string])[];

const longestFirst = (successors: Readonly<Record<string, string>>): Successors =>
  Object.entries(successors).sort(([a], [b]) => b.length - a.length);

const ofTerms = longestFirst(instead);
const ofValues = longestFirst(retiredNamespaces);

function succeeding(iri: string, successors: Successors): string | null {
  const [old, successor] = successors.find(([start]) => iri.startsWith(start)) ?? [];
  return old === undefined || successor === undefined
    ? null
    : successor + iri.slice(old.length).replace(/^[#/]/, '');
}

/** The IRI of a code or another value whose namespace was retired; null if it was not. */
export const successorOf = (iri: string): string | null => succeeding(iri, ofValues);

/** The IRI of a term whose namespace is written wrongly; null if it is right, or unknown. */
export const meantTerm = remembered((iri: string): string | null => {
  const successor = succeeding(iri, ofTerms);
  if (successor !== null) return successor;
  const [, namespace = '', name = ''] = /^(.*[#/])([A-Za-z][\w-]*)$/.exec(iri) ?? [];
  if (known.has(namespace)) return null;
  const meant = byStem.get(stemOf(namespace));
  return meant === undefined ? null : meant + name;
});
