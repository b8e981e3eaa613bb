/** Codes of controlled vocabularies as documents state them: by IRI, notation or label. */
import type { Quad, Term } from '@rdfjs/types';
import { getOrMake } from '../../maps';
import { codesOf, vocabularyPath, type ConceptScheme } from '../../vocabulary/concept-scheme';
import { dct, foaf, rdfs, schema, skos } from '../../vocabulary/namespaces';
import { codeOfOthers } from './codes-of-others';
import { nameProperties } from './other-properties';
import { isNode, nodeOf, type Statements } from './statements';

/** The code that an object stands for; null if it is none of the vocabulary, or could be several. */
export function codeOf(scheme: ConceptScheme, object: Term, statements: Statements): string | null {
  if (!isNode(object)) return codeOfText(scheme, object.value);
  const node = nodeOf(object);
  return (
    codeOfIri(scheme, node) ??
    codeOfOthers(scheme, node) ??
    ofDescribed(scheme, node, statements) ??
    byMatch(scheme, node)
  );
}

/** IRIs are the same with http and https, and with a slash at the end. DPV has moved its personal data. */
const plain = (iri: string): string =>
  iri
    .replace(/^https:/, 'http:')
    .replace(/\/$/, '')
    .replace('/dpv/dpv-pd#', '/dpv/pd#');

/** The codes of a scheme by what stands for them; null if several have it. */
interface Codes {
  readonly own: RegExp;
  readonly byIri: ReadonlyMap<string, string>;
  readonly byMatch: ReadonlyMap<string, string | null>;
  readonly byCode: ReadonlyMap<string, string>;
  readonly byLabel: ReadonlyMap<string, string | null>;
}

const known = new WeakMap<ConceptScheme, Codes>();

const codesIn = (scheme: ConceptScheme): Codes =>
  getOrMake(known, scheme, () => {
    const byIri = new Map<string, string>();
    const byMatch = new Map<string, string | null>();
    const byCode = new Map<string, string>();
    const byLabel = new Map<string, string | null>();
    const addOnly = (map: Map<string, string | null>, text: string, code: string) =>
      map.set(text, (map.get(text) ?? code) === code && map.get(text) !== null ? code : null);
    for (const code of codesOf(scheme)) {
      const { iri, de, en, otherLabels = [], matches = [] } = scheme.concepts[code] ?? {};
      const address = iri ?? (scheme.iri && `${scheme.iri}#${code}`);
      if (address !== undefined && !byIri.has(plain(address))) byIri.set(plain(address), code);
      for (const match of matches)
        addOnly(byMatch, plain(match.scheme.concepts[match.code]?.iri ?? ''), code);
      if (!byCode.has(code.toLowerCase())) byCode.set(code.toLowerCase(), code);
      for (const label of [de, en, ...otherLabels])
        if (label !== undefined) addOnly(byLabel, label.toLowerCase(), code);
    }
    const own = new RegExp(`/${vocabularyPath}/${scheme.name}#([A-Z\\d_]+)$`);
    return { own, byIri, byMatch, byCode, byLabel };
  });

/** The code of an IRI: of a gateway, or of the vocabulary from which it is. */
export function codeOfIri(scheme: ConceptScheme, iri: string): string | null {
  const { own, byIri: codes } = codesIn(scheme);
  const [, code] = own.exec(iri) ?? [];
  return code !== undefined && code in scheme.concepts ? code : (codes.get(plain(iri)) ?? null);
}

/** Where a described concept says which one it is: its notation or name, or its address in another place. */
const saysWhich = [skos('notation'), ...nameProperties, dct('identifier'), foaf('page'), skos('exactMatch')];
const addresses = [rdfs('seeAlso'), schema('url'), schema('sameAs'), 'http://www.w3.org/2002/07/owl#sameAs'];

/** A concept that the document describes, with a notation, a label or an IRI of ours. */
function ofDescribed(scheme: ConceptScheme, node: string, statements: Statements): string | null {
  // Two vocabularies may have concepts of the same name: that which the document says counts.
  const schemes = statements.valuesOf(node, skos('inScheme'));
  const isOurs = (iri: string): boolean =>
    iri.endsWith(`/${vocabularyPath}/${scheme.name}`) ||
    (scheme.iri !== undefined && plain(iri) === plain(scheme.iri));
  if (schemes.length > 0 && !schemes.some(isOurs)) return null;
  const texts = [...saysWhich, ...addresses].flatMap((property) =>
    statements.of(node, property).map(({ object }) => object.value),
  );
  return only(texts.flatMap((text) => codeOfText(scheme, text) ?? codeOfIri(scheme, text) ?? []));
}

/** A concept of another vocabulary that only one of ours matches. */
const byMatch = (scheme: ConceptScheme, iri: string): string | null =>
  codesIn(scheme).byMatch.get(plain(iri)) ?? null;

export function codeOfText(scheme: ConceptScheme, text: string): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const { byCode, byLabel } = codesIn(scheme);
  return byCode.get(wanted) ?? byLabel.get(wanted) ?? null;
}

const only = (codes: readonly string[]): string | null => {
  const [first, ...others] = new Set(codes);
  return first !== undefined && others.length === 0 ? first : null;
};

/**
 * The codes whose labels are stated as texts.
 * @param both whether the German and the English label must be there, as other texts have the same property
 */
export function codesByLabel(
  scheme: ConceptScheme,
  quads: readonly Quad[],
  both: boolean,
): { code: string; quads: Quad[] }[] {
  return codesOf(scheme).flatMap((code) => {
    const { de, en } = scheme.concepts[code] ?? {};
    const labels = quads.filter(
      ({ object }) =>
        object.termType === 'Literal' &&
        ((object.value === de && object.language === 'de') ||
          (object.value === en && object.language === 'en')),
    );
    return labels.length >= (both ? 2 : 1) ? [{ code, quads: labels }] : [];
  });
}
