/** Typed links that help machines on from every representation: where the others are, and the linksets. https://signposting.org/FAIR/ */
import { apiCatalogPath } from '../site/api-catalog';
import { isApplicationProfile, profileIri, type NamedProfile } from '../../rdf/profiles/named-profile';
import { addressIn } from './address-in';
import { hasDocuments } from './conforming';
import type { RepresentationRequest, Representation } from './representation';
import type { TypedLink } from './typed-link';
import { follows, type Offer } from './negotiated';

/** What links need to know of a request. */
type For = Pick<RepresentationRequest, 'iri' | 'page' | 'profile' | 'subject' | 'record' | 'publicUrl'>;

/** The forms in which a record, list or vocabulary is described, each with its address, in each profile in which it has documents. */
export function descriptionsOf(request: For, { representations, profiles }: Offer): TypedLink[] {
  const [usual] = profiles;
  const profiled = representations.filter(
    ({ of, isProfiled }) => isProfiled && of.includes(request.subject.kind),
  );
  return profiles
    .filter((profile) => profile === usual || hasDocuments(request, profile))
    .flatMap((profile) =>
      profiled
        .filter((each) => follows(each, profile))
        .map((each) => ({
          rel: 'describedby',
          href: addressIn({ ...request, profile: profile === usual ? null : profile }, each),
          type: each.types[0] ?? '',
          profile: profile.iri,
        })),
    );
}

/** The IRI of a profile, and the address at which the gateway has its shapes. */
const profileLinks = (profile: NamedProfile, publicUrl: string): TypedLink[] =>
  [profile.iri, ...(isApplicationProfile(profile) ? [profileIri(publicUrl, profile.name)] : [])].map(
    (href) => ({ rel: 'profile', href }),
  );

/** The links of every representation. */
export function commonLinks(request: For, representation: Representation, offer: Offer): TypedLink[] {
  const { iri, profile, subject, publicUrl } = request;
  const others = offer.representations.filter(
    ({ of, name, isProfiled }) => of.includes(subject.kind) && name !== representation.name && !isProfiled,
  );
  return [
    { rel: 'canonical', href: iri },
    ...(profile ? profileLinks(profile, publicUrl) : []),
    ...(representation.isProfiled ? [{ rel: 'describes', href: iri }] : []),
    ...others.map((other): TypedLink => ({
      rel: other.relation ?? 'alternate',
      href: addressIn({ ...request, profile: null }, other),
      type: other.types[0] ?? '',
    })),
    { rel: 'api-catalog', href: publicUrl + apiCatalogPath },
    ...descriptionsOf(request, offer),
  ];
}
