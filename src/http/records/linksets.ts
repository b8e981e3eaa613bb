/** The linksets of a record: all of its typed links, and those that lead back from its files and descriptions. */
import { readBriefDocument } from './documents';
import { linksetJson, linksetJsonType, linksetText, linksetType } from './linkset';
import type { Asked, Representation } from './representation';
import { commonLinks, descriptionsOf } from './signposting';
import { signpostsOf } from './signposts';
import type { TypedLink } from './typed-link';
import type { Offer } from './wanted';

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
    write: async (asked) => ({
      text: write(await linksOf(asked, representation, offer()), asked.iri),
      contentType: type,
    }),
  };
  return representation;
}

async function linksOf(asked: Asked, representation: Representation, offer: Offer): Promise<TypedLink[]> {
  const { iri } = asked;
  const signposts = signpostsOf(await readBriefDocument(asked), iri);
  const files = signposts.filter(({ rel }) => rel === 'item');
  return [
    ...signposts,
    ...commonLinks(asked, representation, offer),
    ...descriptionsOf(asked, offer).map(({ href }) => ({ rel: 'describes', anchor: href, href: iri })),
    ...files.map(({ href }) => ({ rel: 'collection', anchor: href, href: iri })),
  ];
}
