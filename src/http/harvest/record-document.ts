/** What the documents of records say beside what is stated of them, so that clients of a FAIR Data Point find their way. */
import type { Quad } from '@rdfjs/types';
import { ownCatalogue } from '../../query/harvest/own-catalogue';
import { readAllKeys } from '../../query/harvest/key-pages';
import { asFairDataPoint } from '../../rdf/harvest/as-fdp';
import { bySubject } from '../../rdf/harvest/by-subject';
import { containedQuads, containerOf, containerQuads, memberQuads } from '../../rdf/harvest/container';
import { conformingQuads, metadataQuads, partQuads } from '../../rdf/harvest/fair-data-point';
import { profileIri } from '../../rdf/profiles/named-profile';
import { iriOf } from '../../resource/identity';
import type { WholeRecord } from '../../resource/whole-record';
import { dcat } from '../../vocabulary/namespaces';
import { asFdpCatalogue, completedCatalogue, type Reading } from './catalogue-document';
import { harvestedIn, type Harvested } from './harvested';

/** Keys that are read at once. */
const batchSize = 1_000;

/**
 * The document of the catalogue that the gateway serves leads on to its datasets in every profile: harvesters follow `ldp:contains` from
 * address to address, and ask for no profile. Other records get what a FAIR Data Point says of them only in its own profile.
 */
export async function withHarvesting(
  asked: Reading,
  whole: WholeRecord,
  document: readonly Quad[],
): Promise<readonly Quad[]> {
  const { reader, registry, profile } = asked;
  const harvested = harvestedIn(registry);
  if (!harvested) return document;
  const isFdp = profile?.name === 'fdp';
  const isCatalogue = whole.description === harvested.catalogues;
  if (!isFdp && !isCatalogue) return document;
  const own = await ownCatalogue(reader, harvested.catalogues);
  if (isCatalogue && own === whole.record.key)
    return catalogueWithDatasets(asked, harvested, whole, document);
  return isFdp ? asFdpRecord(asked, whole, document, own) : document;
}

async function catalogueWithDatasets(
  asked: Reading,
  { datasets }: Harvested,
  { record }: WholeRecord,
  document: readonly Quad[],
): Promise<Quad[]> {
  const { reader, publicUrl, profile } = asked;
  const container = containerOf.datasets(iriOf(publicUrl, record.key));
  const members: string[] = [];
  for await (const keys of readAllKeys(reader, datasets, batchSize))
    for (const key of keys) members.push(iriOf(publicUrl, key));
  const own = await completedCatalogue(asked, record.key, document);
  return bySubject([
    ...asFdpCatalogue(own, publicUrl),
    // DCAT-AP wants all of a dataset in each document that names it as one; the pages of the catalogue have that.
    ...(profile?.name === 'fdp' ? memberQuads(container, members) : []),
    ...containerQuads(container),
    ...containedQuads(container, members),
  ]);
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
