/** What the documents of records say beside what is stated of them, so that clients of a FAIR Data Point find their way. */
import type { Quad } from '@rdfjs/types';
import { ownCatalogue } from '../../query/harvest/own-catalogue';
import type { Reader } from '../../query/sql';
import { readAllKeys } from '../../query/harvest/key-pages';
import { asFairDataPoint } from '../../rdf/harvest/as-fdp';
import { bySubject } from '../../rdf/harvest/by-subject';
import { containedQuads, containerOf, containerQuads, memberQuads } from '../../rdf/harvest/container';
import { conformingQuads, metadataQuads, partQuads } from '../../rdf/harvest/fair-data-point';
import { profileIri } from '../../rdf/profiles/named-profile';
import { iriOf } from '../../resource/identity';
import type { Description } from '../../resource/description';
import type { WholeRecord } from '../../resource/whole-record';
import { dcat } from '../../vocabulary/namespaces';
import type { RepresentationRequest } from '../records/representation';
import { asFdpCatalogue, completedCatalogue, type Reading } from './catalogue-document';
import { harvestedIn, type Harvested } from './harvested';

/** Keys that are read at once. */
const batchSize = 1_000;
/** A container with more members is sent while it is read. */
const mostTogether = 2_000;

/** The document of a record, and what follows it while it is sent. */
export interface HarvestedDocument {
  readonly quads: readonly Quad[];
  readonly more: FollowingQuads | null;
}

/** Quads that are read while a document is sent, as they are too many for the memory. */
export interface FollowingQuads {
  readonly batches: AsyncIterable<readonly Quad[]>;
  /** Changes with the data. */
  readonly version: string;
}

/** A request, with a reader for what is sent while it is read. */
type ReadingOn = Reading & Pick<RepresentationRequest, 'readerWhileSent'>;

/**
 * The document of the catalogue that the gateway serves leads on to its datasets in every profile: harvesters follow `ldp:contains` from
 * address to address, and ask for no profile. Other records get what a FAIR Data Point says of them only in its own profile.
 */
export async function withHarvesting(
  request: ReadingOn,
  whole: WholeRecord,
  document: readonly Quad[],
): Promise<HarvestedDocument> {
  const { reader, registry, profile } = request;
  const harvested = harvestedIn(registry);
  if (!harvested) return alone(document);
  const isFdp = profile?.name === 'fdp';
  const isCatalogue = whole.description === harvested.catalogues;
  if (!isFdp && !isCatalogue) return alone(document);
  const own = await ownCatalogue(reader, harvested.catalogues);
  if (isCatalogue && own === whole.record.key)
    return catalogueWithDatasets(request, harvested, whole, document);
  return alone(isFdp ? asFdpRecord(request, whole, document, own) : document);
}

async function catalogueWithDatasets(
  request: ReadingOn,
  { datasets }: Harvested,
  { record }: WholeRecord,
  document: readonly Quad[],
): Promise<HarvestedDocument> {
  const { reader, publicUrl, profile } = request;
  const container = containerOf.datasets(iriOf(publicUrl, record.key));
  const own = await completedCatalogue(request, record.key, document);
  const head = [...asFdpCatalogue(own, publicUrl), ...containerQuads(container)];
  const withMembers = (keys: readonly string[]): Quad[] => {
    const members = keys.map((key) => iriOf(publicUrl, key));
    // DCAT-AP wants all of a dataset in each document that names it as one; the pages of the catalogue have that.
    const named = profile?.name === 'fdp' ? memberQuads(container, members) : [];
    return [...named, ...containedQuads(container, members)];
  };
  const first = await firstKeys(reader, datasets);
  if (first !== null) return alone(bySubject([...head, ...withMembers(first)]));
  return {
    quads: bySubject(head),
    more: {
      batches: mapped(readAllKeys(request.readerWhileSent(), datasets, batchSize), withMembers),
      version: `${own.data.version} ${own.data.changedAt ?? ''}`,
    },
  };
}

const alone = (quads: readonly Quad[]): HarvestedDocument => ({ quads, more: null });

/** All keys; null if there are too many to be stated together. */
async function firstKeys(reader: Reader, of: Description): Promise<string[] | null> {
  const found: string[] = [];
  for await (const keys of readAllKeys(reader, of, batchSize)) {
    found.push(...keys);
    if (found.length > mostTogether) return null;
  }
  return found;
}

async function* mapped<From, To>(batches: AsyncIterable<From>, to: (batch: From) => To): AsyncGenerator<To> {
  for await (const batch of batches) yield to(batch);
}

/** @param own the key of the catalogue that the gateway serves */
function asFdpRecord(
  { publicUrl }: Reading,
  { description, record, references }: WholeRecord,
  document: readonly Quad[],
  own: string | null,
): Quad[] {
  const iri = iriOf(publicUrl, record.key);
  const modifiedAt = typeof record.modifiedAt === 'string' ? record.modifiedAt : null;
  const distributions = document
    .filter(({ subject, predicate }) => subject.value === iri && predicate.value === dcat('distribution'))
    .map(({ object }) => object.value);
  const container = containerOf.distributions(iri);
  const wholes = {
    [dcat('Dataset')]: own,
    [dcat('Distribution')]: references.get('dataset')?.record.key ?? null,
  };
  const part = wholes[description.term] ?? null;
  return bySubject([
    ...asFairDataPoint(document),
    // When a record was stated first is not kept.
    ...metadataQuads(iri, { issuedAt: null, modifiedAt }),
    ...conformingQuads(iri, profileIri(publicUrl, 'fdp')),
    ...(part === null ? [] : partQuads(iri, iriOf(publicUrl, part))),
    ...(distributions.length === 0
      ? []
      : [...containerQuads(container), ...containedQuads(container, distributions)]),
  ]);
}
