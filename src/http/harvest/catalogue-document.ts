/** What the gateway says of its catalogue, read for one request. */
import type { Quad } from '@rdfjs/types';
import { firstImportedAt, ownCatalogue } from '../../query/harvest/own-catalogue';
import { Source } from '../../query/source';
import { dataVersion, type DataVersion } from '../../query/summary';
import { readWholeRecords } from '../../query/whole-records';
import { documentOf, type RdfContext } from '../../rdf/document';
import { applicationProfile, profileIri } from '../../rdf/profiles/named-profile';
import { asFairDataPoint } from '../../rdf/harvest/as-fdp';
import { catalogueQuads } from '../../rdf/harvest/catalogue';
import { conformingQuads, metadataQuads, type MetadataTimes } from '../../rdf/harvest/fair-data-point';
import { iri as node, statedOf } from '../../rdf/harvest/statements';
import { iriOf } from '../../resource/identity';
import { dcat } from '../../vocabulary/namespaces';
import type { RepresentationRequest } from '../records/representation';
import type { Harvested } from './harvested';

/** The catalogue that this gateway serves. */
export interface OwnCatalogue extends MetadataTimes {
  /** The address of its record; that of its pages if no record describes it. */
  readonly iri: string;
  readonly isDescribed: boolean;
  readonly data: DataVersion;
  /** What is said of it, without its datasets. */
  readonly quads: readonly Quad[];
}

export type Reading = Pick<RepresentationRequest, 'reader' | 'rows' | 'registry' | 'publicUrl' | 'profile'>;

export const sourceOf = async ({ reader, rows, registry }: Reading): Promise<Source> =>
  new Source(reader, registry, (await rows?.now()) ?? null);

/** Evidence stays with the records: a harvester takes over what holds, not who says so. */
export function contextOf({ publicUrl, registry, profile: named }: Reading): RdfContext {
  const profile = applicationProfile(named);
  return { publicUrl, registry, ...(profile && { profile }), evidence: false };
}

/** The address that stands for the FAIR Data Point itself. */
export const dataPointIri = (publicUrl: string): string => `${publicUrl}/`;

export async function readOwnCatalogue(request: Reading, { catalogues }: Harvested): Promise<OwnCatalogue> {
  const key = await ownCatalogue(request.reader, catalogues);
  const [whole] =
    key === null ? [] : await readWholeRecords(await sourceOf(request), [key], { evidence: false });
  return completedCatalogue(
    request,
    whole?.record.key ?? null,
    whole ? documentOf(whole, contextOf(request)) : [],
  );
}

/**
 * The catalogue with what the gateway knows of itself.
 * @param key of the record that describes it, if one does
 * @param document of that record
 */
export async function completedCatalogue(
  { reader, publicUrl }: Pick<Reading, 'reader' | 'publicUrl'>,
  key: string | null,
  document: readonly Quad[],
): Promise<OwnCatalogue> {
  const [data, issuedAt] = await Promise.all([dataVersion(reader), firstImportedAt(reader)]);
  const iri = key === null ? `${publicUrl}/catalog` : iriOf(publicUrl, key);
  const { changedAt } = data;
  const quads = catalogueQuads(document, { iri, homepage: dataPointIri(publicUrl), changedAt });
  return { iri, isDescribed: key !== null, data, issuedAt, modifiedAt: changedAt, quads };
}

/**
 * The same with what a FAIR Data Point says of a catalogue. It does not say of which one it is a part: DCAT-AP allows only catalogues there,
 * and the container of the FAIR Data Point says it.
 */
export const asFdpCatalogue = (own: OwnCatalogue, publicUrl: string): Quad[] => [
  ...asFairDataPoint(own.quads),
  ...statedOf(own.iri, [], [[dcat('endpointURL'), [node(`${publicUrl}/catalog`)]]]),
  ...metadataQuads(own.iri, own),
  ...conformingQuads(own.iri, profileIri(publicUrl, 'fdp')),
];
