/** Typed links that help machines on from every representation: where the others are, and the linksets. https://signposting.org/FAIR/ */
import { apiCatalogPath } from '../site/api-catalog';
import { addressIn } from './address-in';
import type { Asked, Representation } from './representation';
import type { TypedLink } from './typed-link';
import type { Offer } from './wanted';

/** What links need to know of a request. */
type For = Pick<Asked, 'iri' | 'page' | 'profile' | 'subject' | 'publicUrl'>;

/**
 * The forms in which a record, list or vocabulary is described, each with its address; RDF in each profile that every record has. In a
 * profile of single datasets only those have a form that meet its demands.
 */
export function descriptionsOf(asked: For, { representations, profiles }: Offer): TypedLink[] {
  const [usual = null, ...others] = profiles.filter(({ settings }) => !settings.oneDatasetPerDocument);
  const profiled = representations.filter(
    ({ of, isProfiled }) => isProfiled && of.includes(asked.subject.kind),
  );
  return [usual, ...others].flatMap((profile) =>
    profiled.map((each) => ({
      rel: 'describedby',
      href: addressIn({ ...asked, profile: profile === usual ? null : profile }, each),
      type: each.types[0] ?? '',
      ...(profile && { profile: profile.iri }),
    })),
  );
}

/** The links of every representation. */
export function commonLinks(asked: For, representation: Representation, offer: Offer): TypedLink[] {
  const { iri, profile, subject, publicUrl } = asked;
  const others = offer.representations.filter(
    ({ of, name, isProfiled }) => of.includes(subject.kind) && name !== representation.name && !isProfiled,
  );
  return [
    { rel: 'canonical', href: iri },
    ...(profile ? [{ rel: 'profile', href: profile.iri }] : []),
    ...(representation.isProfiled ? [{ rel: 'describes', href: iri }] : []),
    ...others.map((other): TypedLink => ({
      rel: other.relation ?? 'alternate',
      href: addressIn({ ...asked, profile: null }, other),
      type: other.types[0] ?? '',
    })),
    { rel: 'api-catalog', href: publicUrl + apiCatalogPath },
    ...descriptionsOf(asked, offer),
  ];
}
