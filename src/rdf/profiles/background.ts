/** What public vocabularies say of the codes in a document, as the official validators load them beside it. */
import type { Literal, NamedNode, Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import type { Concept, ConceptScheme } from '../../vocabulary/concept-scheme';
import { dct, dpv, rdf, skos, spdx } from '../../vocabulary/namespaces';
import { type CheckOptions, type Conformity, conformity } from './check';
import { termKey } from './graph';
import type { Profile } from './profile';

const namedNode = (iri: string) => DataFactory.namedNode(iri);
const literal = (text: string, language: string) => DataFactory.literal(text, language);
const quad = (subject: NamedNode, property: NamedNode, object: NamedNode | Literal) =>
  DataFactory.quad(subject, property, object);

/** The class that the codes of some vocabularies have beside skos:Concept. */
const classes: Readonly<Record<string, string>> = {
  AccessRights: dct('RightsStatement'),
  ChecksumAlgorithm: spdx('ChecksumAlgorithm'),
  CodingSystem: dct('Standard'),
  Country: dct('Location'),
  FileType: dct('MediaTypeOrExtent'),
  Frequency: dct('Frequency'),
  HealthStandard: dct('Standard'),
  Language: dct('LinguisticSystem'),
  LegalBasis: dpv('LegalBasis'),
  PersonalData: dpv('PersonalData'),
  Purpose: dpv('Purpose'),
};

/** The public codes of vocabularies by their IRI. */
export type PublicCodes = ReadonlyMap<string, { readonly concept: Concept; readonly scheme: ConceptScheme }>;

/** The codes of those schemes that are public vocabularies. */
export const publicCodes = (schemes: readonly ConceptScheme[]): PublicCodes =>
  new Map(
    schemes
      .filter(({ iri }) => iri !== undefined)
      .flatMap((scheme) =>
        Object.values(scheme.concepts).flatMap((concept) =>
          concept.iri === undefined ? [] : [[concept.iri, { concept, scheme }] as const],
        ),
      ),
  );

/** Class, label and scheme of the codes that a document uses. */
function backgroundOf(quads: Iterable<Quad>, codes: PublicCodes): Quad[] {
  const used = new Set<string>();
  for (const { object } of quads) if (codes.has(object.value)) used.add(object.value);
  return [...used].flatMap((iri) => {
    const found = codes.get(iri);
    return found ? statementsOf(iri, found.concept, found.scheme) : [];
  });
}

function statementsOf(iri: string, concept: Concept, scheme: ConceptScheme): Quad[] {
  const [code, list] = [namedNode(iri), namedNode(scheme.iri ?? '')];
  const type = namedNode(rdf('type'));
  const labels = (subject: NamedNode, property: string, { de, en }: { de: string; en: string }) => [
    quad(subject, namedNode(property), literal(de, 'de')),
    quad(subject, namedNode(property), literal(en, 'en')),
  ];
  const own = classes[scheme.name];
  return [
    quad(code, type, namedNode(skos('Concept'))),
    ...(own === undefined ? [] : [quad(code, type, namedNode(own))]),
    quad(code, namedNode(skos('inScheme')), list),
    ...labels(code, skos('prefLabel'), concept),
    quad(list, type, namedNode(skos('ConceptScheme'))),
    ...labels(list, dct('title'), scheme.title ?? { de: scheme.name, en: scheme.name }),
  ];
}

/** Judges a document beside what public vocabularies say of its codes; only what it says itself can be wrong. */
export function conformityBesideVocabularies(
  quads: readonly Quad[],
  profile: Profile,
  { level, codes }: CheckOptions & { codes: PublicCodes },
): Conformity {
  const subjects = new Set(quads.map(({ subject }) => termKey(subject)));
  const judged = conformity([...quads, ...backgroundOf(quads, codes)], profile, { level });
  const findings = judged.findings.filter(({ focus }) => !focus || subjects.has(termKey(focus)));
  return { ...judged, findings, conforms: !findings.some(({ severity }) => severity === 'violation') };
}
