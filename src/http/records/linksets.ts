/** The linksets of a record: all of its typed links, and those that lead back from its files and descriptions. */
import { readBriefDocument } from './documents';
import { linksetJson, linksetJsonType, linksetText, linksetType } from './linkset';
import type { RepresentationRequest, Representation } from './representation';
import { commonLinks, descriptionsOf } from './signposting';
import { signpostsOf } from './signposts';
import type { TypedLink } from './typed-link';
import type { Offer } from './negotiated';

/** @param offer all representations, to which the linkset leads */
export const linksets = (offer: () => Offer): Representation[] => [
  linkset('linkset-json', 'linkset.json', linksetJsonType, linksetJson, offer),
  linkset('linkset', 'linkset', linksetType, linksetText, offer),
];

function linkset(
  name: string,
  extension: string,
  type: string,
  write: (links: readonly TypedLink[], context: string) => string,
  offer: () => Offer,
): Representation {
  const representation: Representation = {
    name,
    extension,
    types: [type],
    of: ['record'],
    isProfiled: false,
    relation: 'linkset',
    write: async (request) => ({
      text: write(await linksOf(request, representation, offer()), request.iri),
      contentType: type,
    }),
  };
  return representation;
}

async function linksOf(
  request: RepresentationRequest,
  representation: Representation,
  offer: Offer,
): Promise<TypedLink[]> {
  const { iri } = request;
  const signposts = signpostsOf(await readBriefDocument(request), iri);
  const files = signposts.filter(({ rel }) => rel === 'item');
  return [
    ...signposts,
    ...commonLinks(request, representation, offer),
    ...descriptionsOf(request, offer).map(({ href }) => ({ rel: 'describes', anchor: href, href: iri })),
    ...files.map(({ href }) => ({ rel: 'collection', anchor: href, href: iri })),
  ];
}
