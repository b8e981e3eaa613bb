/** The faces for harvesters: the catalogue page by page, the FAIR Data Point, and the profiles to which their documents conform. */
import { Router, type Request } from 'express';
import { rdfFormats } from '../../rdf/formats';
import type { RdfFormat } from '../../rdf/formats/format';
import type { Profile } from '../../rdf/profiles/profile';
import { accepted, type Choosable } from '../records/choose';
import type { Address } from '../records/address';
import type { RepresentationRequestOptions } from '../records/representation-request';
import { recordAddresses } from '../records/records';
import type { RepresentationRequest, Representation } from '../records/representation';
import { cataloguePage, type HarvestDocument } from './catalogue-pages';
import { dataPoint } from './data-point';
import { harvestedIn, type Harvested } from './harvested';
import { profileAddresses } from './profile-addresses';
import { ownCatalogue } from '../../query/harvest/own-catalogue';
import { iriOf } from '../../resource/identity';

export interface HarvestOptions extends RepresentationRequestOptions {
  /** Of records; the first one is the default. */
  readonly profiles: readonly Profile[];
}

export function harvestRoutes(options: HarvestOptions): Router {
  const router = Router();
  router.use(profileAddresses(options.profiles, options.publicUrl));
  const harvested = harvestedIn(options.registry);
  if (!harvested) return router;
  // A profile whose documents describe one dataset each has no form for a catalogue.
  const profiles = options.profiles.filter(({ settings }) => !settings.oneDatasetPerDocument);
  const catalogue = representationsOf((request, { extension }) =>
    cataloguePage(request, harvested, { extension, usual: profiles[0] }),
  );
  const point = representationsOf((request) => dataPoint(request, harvested));
  const pageOfCatalogue = pageAt(async ({ reader, publicUrl }) => {
    const key = await ownCatalogue(reader, harvested.catalogues);
    return iriOf(publicUrl, key ?? harvested.datasets.path);
  });
  // The home page, which is served behind these routes, is one of several forms, too.
  router.get('/', (_request, response, next) => {
    response.vary('Accept');
    next();
  });
  router.use(
    recordAddresses({
      ...options,
      profiles,
      representations: [...catalogue, pageOfCatalogue],
      find: catalogueAt(harvested),
    }),
    recordAddresses({
      ...options,
      // It has no other form.
      profiles: options.profiles.filter(({ name }) => name === 'fdp'),
      representations: [...point, pageAt(({ publicUrl }) => `${publicUrl}/`)],
      find: dataPointAt(harvested, point),
    }),
  );
  return router;
}

/** The catalogue is the list of all datasets; the FAIR Data Point that of its catalogues. */
const at = (path: string, extension: string | null, description: Harvested['datasets']): Address => ({
  subject: { kind: 'list', description },
  path,
  extension,
});

const withSuffix = /^\/(catalog|fdp)(?:\.([a-z\d.]+))?\/?$/;

const catalogueAt =
  ({ datasets }: Harvested) =>
  ({ path }: Request): Address | null => {
    const [, name, extension = null] = withSuffix.exec(path) ?? [];
    return name === 'catalog' ? at('/catalog', extension, datasets) : null;
  };

/** What a browser or curl gets at `/`, and everybody who prefers it. */
const homePage: Choosable = { name: 'html', extension: 'html', types: ['text/html'] };

/** A client that asks for nothing gets Turtle, as the specification of FAIR Data Points demands. */
const dataPointAt =
  ({ catalogues }: Harvested, representations: readonly Representation[]) =>
  ({ path, headers: { accept = '' } }: Request): Address | null => {
    const [, name, extension = null] = withSuffix.exec(path) ?? [];
    if (name === 'fdp') return at('/fdp', extension, catalogues);
    if (path !== '/') return null;
    const isAsked = accept.trim() === '' || accepted(accept, [homePage, ...representations]) !== homePage;
    return isAsked && accepted(accept, representations) ? at('/fdp', null, catalogues) : null;
  };

const representationsOf = (
  documentOf: (request: RepresentationRequest, format: RdfFormat) => Promise<HarvestDocument>,
): Representation[] =>
  rdfFormats.map((format) => ({
    ...format,
    of: ['list'],
    isProfiled: true,
    write: async (request) => {
      const { batches, links } = await documentOf(request, format);
      return { text: await textOf(format, batches), contentType: format.contentType, links };
    },
  }));

/** People are led to the page that says the same for them; whoever accepts anything gets what harvesters read. */
const pageAt = (addressOf: (request: RepresentationRequest) => Promise<string> | string): Representation => ({
  ...homePage,
  of: ['list'],
  isProfiled: false,
  write: async (request) => ({ text: '', status: 303, headers: { Location: await addressOf(request) } }),
});

/** A page is bounded by the number of its datasets, and kept until they change. */
async function textOf(format: RdfFormat, batches: HarvestDocument['batches']): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of format.write(batches)) pieces.push(piece);
  return pieces.join('');
}
