/** `GET /catalog`: the catalogue in DCAT-AP, with a page of its datasets. */
import type { Quad } from '@rdfjs/types';
import type { Sql } from 'sql-template-tag';
import { compare } from '../../query/filter/operators';
import { readKeyPage } from '../../query/harvest/key-pages';
import { modifiedSince } from '../../query/harvest/modified-since';
import { allOf } from '../../query/sql';
import { readWholeRecords } from '../../query/whole-records';
import { documentsOf } from '../../rdf/document';
import { asFairDataPoint } from '../../rdf/harvest/as-fdp';
import { containerOf, memberQuads } from '../../rdf/harvest/container';
import { hydraQuads, type HydraPage } from '../../rdf/harvest/hydra';
import { bySubject } from '../../rdf/harvest/by-subject';
import { attributeOf } from '../../resource/description';
import { profileCode } from '../../vocabulary/metadata-profile';
import { iriOf, recordKey, slugOfKey } from '../../resource/identity';
import type { Profile } from '../../rdf/profiles/profile';
import type { WholeRecord } from '../../resource/whole-record';
import type { RepresentationRequest } from '../records/representation';
import type { TypedLink } from '../records/typed-link';
import { asFdpCatalogue, contextOf, readOwnCatalogue, sourceOf } from './catalogue-document';
import type { Harvested } from './harvested';
import { addressOfPage, cataloguePageIn, noSuchPage, pageSize, type CataloguePage } from './page-arguments';

/** The cost of a dataset with its distributions, agents and contact. */
const costOfDataset = 10;
/** Datasets that are read and stated at once. */
const batchSize = 20;

/** What an address for harvesters answers, before it is written in a format. */
export interface HarvestDocument {
  readonly batches: AsyncIterable<readonly Quad[]>;
  readonly links: readonly TypedLink[];
}

/** How the pages are written: a harvester gets all of them in the format and profile of the first. */
interface Form {
  /** The suffix of the format. */
  readonly extension: string;
  /** The profile of addresses that name none. */
  readonly usual: Profile | undefined;
}

export async function cataloguePage(
  asking: RepresentationRequest,
  harvested: Harvested,
  { extension, usual }: Form,
): Promise<HarvestDocument> {
  const { reader, publicUrl, profile, httpRequest: request } = asking;
  const { datasets } = harvested;
  const requested = cataloguePageIn(request.url);
  const { keys, total, hasNext } = await readKeyPage(reader, datasets, {
    page: requested.page,
    size: pageSize,
    after: requested.after === null ? null : recordKey(datasets, requested.after),
    where: conditionsOf(asking, harvested, requested, usual),
  });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (requested.after === null && requested.page > pages) throw noSuchPage(requested.page, pages);
  await asking.charge(keys.length * costOfDataset);
  const collection = `${publicUrl}/catalog`;
  const at = (page: CataloguePage): string =>
    addressOfPage(
      `${collection}.${extension}`,
      page,
      profile && profile !== usual ? { _profile: profile.name } : {},
    );
  const last = hasNext ? keys.at(-1) : undefined;
  const page = hydraPageOf({ collection, at }, requested, { total, pages, last });
  return { batches: quadsOf(asking, harvested, keys, page), links: linksOf(page) };
}

/** The datasets of the pages: those that changed since a moment, and of a profile that is judged those that conform to it. */
function conditionsOf(
  { reader, registry, profile }: RepresentationRequest,
  { datasets }: Harvested,
  { modifiedSince: since }: CataloguePage,
  usual: Profile | undefined,
): Sql | null {
  const code = profile && profile !== usual ? profileCode(profile.name) : null;
  const ready = attributeOf(datasets, 'readyFor');
  const conditions = [
    ...(since === null ? [] : [modifiedSince(registry, datasets, since)]),
    ...(code === null || !ready ? [] : [compare(reader, ready, 't', { has: code })]),
  ];
  return conditions.length === 0 ? null : allOf(conditions);
}

function hydraPageOf(
  addresses: { collection: string; at: (page: CataloguePage) => string },
  requested: CataloguePage,
  { total, pages, last }: { total: number; pages: number; last: string | undefined },
): HydraPage {
  const at = (page: number, after: string | null = null) => addresses.at({ ...requested, page, after });
  const { page, after, modifiedSince } = requested;
  const changed =
    modifiedSince === null ? '' : `?${new URLSearchParams({ modified_since: modifiedSince }).toString()}`;
  return {
    collection: addresses.collection + changed,
    total,
    self: at(page, after),
    first: at(1),
    previous: page > 1 ? at(Math.min(page - 1, pages)) : null,
    next: last === undefined ? null : at(page + 1, slugOfKey(last)),
    last: at(pages),
  };
}

const linksOf = ({ first, previous, next, last }: HydraPage): TypedLink[] => [
  ...(next === null ? [] : [{ rel: 'next', href: next }]),
  ...(previous === null ? [] : [{ rel: 'prev', href: previous }]),
  { rel: 'first', href: first },
  { rel: 'last', href: last },
];

/** The catalogue and its page come first, then the datasets, batch by batch. */
async function* quadsOf(
  request: RepresentationRequest,
  harvested: Harvested,
  keys: readonly string[],
  page: HydraPage,
): AsyncGenerator<readonly Quad[]> {
  const { publicUrl, profile } = request;
  const own = await readOwnCatalogue(request, harvested);
  const isFdp = profile?.name === 'fdp';
  const members = memberQuads(
    containerOf.datasets(own.iri),
    keys.map((key) => iriOf(publicUrl, key)),
  );
  yield bySubject([...(isFdp ? asFdpCatalogue(own, publicUrl) : own.quads), ...members, ...hydraQuads(page)]);
  const documents = documentsOf(wholeDatasets(request, keys), contextOf(request));
  for await (const quads of documents) yield isFdp ? asFairDataPoint(quads) : quads;
}

async function* wholeDatasets(
  request: RepresentationRequest,
  keys: readonly string[],
): AsyncGenerator<readonly WholeRecord[]> {
  const source = await sourceOf(request);
  for (let from = 0; from < keys.length; from += batchSize)
    yield await readWholeRecords(source, keys.slice(from, from + batchSize), { evidence: false });
}
