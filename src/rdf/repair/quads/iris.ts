/** IRIs of nodes and codes that cannot be written, were retired, or are spelt otherwise. */
import type { Quad, Term } from '@rdfjs/types';
import { getOrMake } from '../../../maps';
import { codesOf } from '../../../vocabulary/concept-scheme';
import {
  inventedConcepts,
  mistakenLaws,
  retiredNamespaces,
  retiredValues,
} from '../../../vocabulary/retired-iris';
import { publicSchemes } from '../../profiles/public-schemes';
import { asciiAddress, encodedIri, isWritable } from '../iri-characters';
import { successorOf } from '../namespaces';
import { labelled } from './labels';
import { addressProperties, schemesOfProperty, wholeSchemes } from './property-kinds';
import { changed, iri, type Outcome, type Step } from './step';

/** Each end of a statement is mended alike, so that nodes stay connected. */
function ofNodes(id: Outcome['id'], mended: (iri: string) => string | null): Step {
  const known = memo(mended);
  return (quad) => {
    const subject = nodeIri(quad.subject, known);
    if (subject !== null) return { ...ofSubject(quad, subject), id };
    const object = nodeIri(quad.object, known);
    return object === null ? null : { id, quad: changed(quad, { object: iri(object) }) };
  };
}

const nodeIri = ({ termType, value }: Term, mended: (iri: string) => string | null) =>
  termType === 'NamedNode' ? mended(value) : null;

const ofSubject = (quad: Quad, subject: string) => ({
  quad: changed(quad, { subject: iri(subject) }),
  before: `<${quad.subject.value}>`,
  after: `<${subject}>`,
  about: 'subject' as const,
});

/** Remembers so many results. */
const remembered = 20_000;

function memo(of: (iri: string) => string | null): (iri: string) => string | null {
  const results = new Map<string, string | null>();
  return (value) => {
    if (results.size > remembered) results.clear();
    return getOrMake(results, value, () => of(value));
  };
}

const writable = (value: string) => (isWritable(value) ? null : encodedIri(value));
const successor = (value: string) => retiredValues[value] ?? successorOf(value);

export const iriCharacters = ofNodes('iri-characters', writable);

export const retiredIri = ofNodes('retired-vocabulary-iri', successor);

/** What differs between spellings of one IRI. */
const spelling = (value: string) =>
  value
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();

const codes = publicSchemes.flatMap((scheme) =>
  codesOf(scheme).flatMap((code) => scheme.concepts[code]?.iri ?? []),
);
const known: ReadonlySet<string> = new Set(codes);

/** Spellings that only one code has. */
const bySpelling = new Map<string, string | null>();
for (const code of codes) bySpelling.set(spelling(code), bySpelling.has(spelling(code)) ? null : code);

const spelt = (value: string) => (known.has(value) ? null : (bySpelling.get(spelling(value)) ?? null));

export const codeSpelling = ofNodes('code-spelling', spelt);

const hostOf = (value: string): string | null =>
  /^https?:\/\/(?:www\.)?([^/?#]*)/i.exec(value)?.[1]?.toLowerCase() ?? null;

/** The hosts of codes, and of what was retired or invented. */
const hosts: ReadonlySet<string | null> = new Set(
  [
    ...codes,
    ...Object.keys(retiredValues),
    ...Object.keys(retiredNamespaces),
    ...Object.keys(mistakenLaws),
    ...wholeSchemes.map(({ iri: list = '' }) => list),
    inventedConcepts,
  ].map(hostOf),
);

const rightIris = new Set<string>();

/** Whether none of the repairs here has anything to do with an IRI, whatever is said with it. */
export function isRightIri(value: string): boolean {
  if (rightIris.has(value)) return true;
  if (!isWritable(value) || (isOnKnownHost(value) && isWrongThere(value))) return false;
  if (rightIris.size > remembered) rightIris.clear();
  rightIris.add(value);
  return true;
}

function isOnKnownHost(value: string): boolean {
  const host = hostOf(value);
  return host === null || hosts.has(host);
}

const isWrongThere = (value: string): boolean =>
  successor(value) !== null ||
  spelt(value) !== null ||
  value.startsWith(inventedConcepts) ||
  mistakenLaws[value] !== undefined ||
  listOf(value) !== undefined;

/** The list, which is known whole, that does not have a code. */
const listOf = (code: string) =>
  known.has(code) ? undefined : wholeSchemes.find(({ iri: list = '' }) => code.startsWith(`${list}/`));

export const asciiAddresses: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'NamedNode' || !addressProperties.has(predicate.value)) return null;
  const after = asciiAddress(object.value);
  return after === object.value
    ? null
    : { id: 'address-not-ascii', quad: changed(quad, { object: iri(after) }) };
};

/** Invented addresses of concepts end with their label. */
export const inventedIri: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'NamedNode' || !object.value.startsWith(inventedConcepts)) return null;
  const label = decoded(object.value.replace(/^.*[/#]/, '')).replace(/[-_]/g, ' ');
  const code = labelled(label, schemesOfProperty[predicate.value] ?? []);
  return code === null
    ? unknown(quad)
    : { id: 'retired-vocabulary-iri', quad: changed(quad, { object: iri(code) }) };
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A code that a list, which is known whole, does not have. */
export const unknownCode: Step = (quad) => {
  const { object } = quad;
  return object.termType === 'NamedNode' && listOf(object.value) ? unknown(quad) : null;
};

/** So many codes of a list are named. */
const named = 8;

function unknown(quad: Quad): Outcome {
  const schemes = schemesOfProperty[quad.predicate.value] ?? [];
  const all = schemes.flatMap((scheme) =>
    codesOf(scheme).flatMap((code) => scheme.concepts[code]?.iri?.replace(/^.*[/#]/, '') ?? []),
  );
  const shown = [...all.slice(0, named), ...(all.length > named ? ['…'] : [])].join(', ');
  return { id: 'unknown-code', quad, words: { codes: shown } };
}

export const mistakenLaw: Step = (quad) => {
  const instead = quad.object.termType === 'NamedNode' ? mistakenLaws[quad.object.value] : undefined;
  return instead === undefined ? null : { id: 'mistaken-law', quad, words: { instead: `<${instead}>` } };
};
