/** Walks over a FAIR Data Point, from its own document to catalogues, datasets and distributions. https://specs.fairdatapoint.org/ */
import type { Quad } from '@rdfjs/types';
import { acceptedTypes } from '../../rdf/reading/accepted-types';
import { adms, dcat, fdpo, healthdcatap, hydra, ldp } from '../../vocabulary/namespaces';
import type { FetchedDocument } from '../fetching/fetched-document';
import { crawl } from './crawl';
import { statementsOrNone } from './readable';
import { instancesOf, objectsOf, webAddresses } from './statements';
import type { Walk } from './walking';

export const walkDataPoint: Walk = (start, walking) =>
  crawl(
    start,
    {
      fetch: (address) => walking.fetcher.get(address, acceptedTypes),
      leadsOn: async (document) => nextOf(await statementsOrNone(document, walking), document),
    },
    walking,
  );

/** Which properties lead from a record to those below it; the third is that of FAIR Data Points before version 1. */
const memberRelations = [
  fdpo('metadataCatalog'),
  'http://www.re3data.org/schema/3-0#dataCatalog',
  dcat('catalog'),
  dcat('dataset'),
  dcat('distribution'),
  adms('sample'),
  healthdcatap('analytics'),
];

function nextOf(quads: readonly Quad[], { links }: FetchedDocument): string[] {
  const below = hasContainer(quads)
    ? objectsOf(quads, ldp('contains'))
    : memberRelations
        .flatMap((relation) => objectsOf(quads, relation))
        .filter((iri) => !isDescribed(quads, iri));
  const pages = [
    ...objectsOf(quads, hydra('next')),
    ...links.filter(({ rel }) => rel === 'next').map(({ href }) => href),
  ];
  return webAddresses([...below, ...pages]);
}

/** Drafts are linked, but in no container: where there are containers, only they count. */
const hasContainer = (quads: readonly Quad[]): boolean =>
  objectsOf(quads, ldp('contains')).length > 0 || instancesOf(quads, ldp('DirectContainer')).length > 0;

/** Whether the same document says already where a distribution is, so that it needs no address of its own. */
const isDescribed = (quads: readonly Quad[], iri: string): boolean =>
  [dcat('accessURL'), dcat('downloadURL')].some((property) => objectsOf(quads, property, iri).length > 0);
