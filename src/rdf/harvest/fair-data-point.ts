/** A FAIR Data Point's description of itself and its records. https://specs.fairdatapoint.org/fdp-specs-v1.2.html */
import type { Quad, Quad_Object } from '@rdfjs/types';
import { dcat, dct, fdpo, r3d } from '../../vocabulary/namespaces';
import { containedQuads, containerOf, containerQuads, memberQuads } from './container';
import { instant, iri, statedOf, text } from './statements';

/** The release of the specification. */
const fdpSpecification = 'https://specs.fairdatapoint.org/fdp-specs-v1.2.html';

/** When the metadata of something were issued first, and when they changed last, as far as it is known. */
export interface MetadataTimes {
  readonly issuedAt: string | null;
  readonly modifiedAt: string | null;
}

/** What is said of the FAIR Data Point as a whole. */
export interface FairDataPoint extends MetadataTimes {
  /** Its address with a slash at the end, which answers with its description. */
  readonly iri: string;
  /** The catalogue that it serves; null if no record describes one. */
  readonly catalogue: string | null;
  /** The version of its data. */
  readonly version: string;
  /** The address of the profile to which its documents conform. */
  readonly profile: string;
}

/** The metadata of metadata that each record of a FAIR Data Point has. */
export const metadataQuads = (of: string, { issuedAt, modifiedAt }: MetadataTimes): Quad[] =>
  statedOf(
    of,
    [],
    [
      [fdpo('metadataIdentifier'), [iri(of)]],
      [fdpo('metadataIssued'), [issuedAt === null ? null : instant(issuedAt)]],
      [fdpo('metadataModified'), [modifiedAt === null ? null : instant(modifiedAt)]],
    ],
  );

/** That a record conforms to a profile. */
export const conformingQuads = (of: string, profile: string): Quad[] => [
  ...statedOf(of, [], [[dct('conformsTo'), [iri(profile)]]]),
  ...statedOf(profile, [dct('Standard')], []),
];

/** What a FAIR Data Point takes over from what its catalogue says of itself. */
const takenOver = [
  dct('title'),
  dct('description'),
  dct('publisher'),
  dct('license'),
  dct('language'),
  dct('contactPoint'),
  dcat('contactPoint'),
  dcat('theme'),
];

/**
 * The document of the FAIR Data Point itself.
 * @param catalogue the document of its catalogue, without its datasets
 */
export function fairDataPointQuads(point: FairDataPoint, catalogue: readonly Quad[]): Quad[] {
  const ofCatalogue = (property: string): Quad_Object[] =>
    catalogue
      .filter(({ subject, predicate }) => subject.value === point.catalogue && predicate.value === property)
      .map(({ object }) => object);
  const container = containerOf.catalogues(point.iri);
  const members = point.catalogue === null ? [] : [point.catalogue];
  return [
    ...statedOf(
      point.iri,
      [fdpo('FAIRDataPoint'), fdpo('MetadataService'), dcat('DataService'), dcat('Resource')],
      [
        ...takenOver.map((property) => [property, ofCatalogue(property)] as const),
        [r3d('country'), ofCatalogue(dct('spatial'))],
        [dcat('endpointURL'), [iri(point.iri)]],
        [dcat('version'), [text(point.version)]],
        [fdpo('conformsToFdpSpec'), [iri(fdpSpecification)]],
      ],
    ),
    ...metadataQuads(point.iri, point),
    ...conformingQuads(point.iri, point.profile),
    ...memberQuads(container, members),
    ...containerQuads(container),
    ...containedQuads(container, members),
    ...catalogue,
  ];
}

/** What a record adds to its document by being part of another, such as a dataset of its catalogue. */
export const partQuads = (of: string, whole: string): Quad[] =>
  statedOf(of, [], [[dct('isPartOf'), [iri(whole)]]]);
