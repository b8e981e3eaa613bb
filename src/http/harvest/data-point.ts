/** The FAIR Data Point's own document, at `/` and `/fdp`. */
import { asFairDataPoint } from '../../rdf/harvest/as-fdp';
import { bySubject } from '../../rdf/harvest/by-subject';
import { fairDataPointQuads } from '../../rdf/harvest/fair-data-point';
import { profileIri } from '../../rdf/profiles/named-profile';
import type { RepresentationRequest } from '../records/representation';
import { asFdpCatalogue, dataPointIri, readOwnCatalogue } from './catalogue-document';
import type { HarvestDocument } from './catalogue-pages';
import type { Harvested } from './harvested';

const costOfDataPoint = 5;

export async function dataPoint(
  request: RepresentationRequest,
  harvested: Harvested,
): Promise<HarvestDocument> {
  const { publicUrl } = request;
  await request.charge(costOfDataPoint);
  const own = await readOwnCatalogue(request, harvested);
  const quads = fairDataPointQuads(
    {
      iri: dataPointIri(publicUrl),
      catalogue: own.isDescribed ? own.iri : null,
      version: String(own.data.version),
      profile: profileIri(publicUrl, 'fdp'),
      issuedAt: own.issuedAt,
      modifiedAt: own.modifiedAt,
    },
    own.isDescribed ? asFdpCatalogue(own, publicUrl) : [],
  );
  return { batches: once(bySubject(asFairDataPoint(quads))), links: [] };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}
