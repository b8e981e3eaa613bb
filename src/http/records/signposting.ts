/** Typed links that help machines on: signposting levels 1 and 2. https://signposting.org/FAIR/ */
import type { TypedLink } from './typed-link';
import type { Asked, Representation } from './representation';
import { addressIn } from './respond';
import type { Offer } from './wanted';

/** The links of every representation: what the record is, and its other forms. */
export function commonLinks(
  asked: Pick<Asked, 'iri' | 'page' | 'profile' | 'subject'>,
  representation: Representation,
  { representations, profiles }: Offer,
): TypedLink[] {
  const { iri, profile, page, subject } = asked;
  const others = representations.filter(
    ({ of, name }) => of.includes(subject.kind) && name !== representation.name,
  );
  const [usual = null] = profiles;
  return [
    { rel: 'canonical', href: iri },
    ...(profile ? [{ rel: 'profile', href: profile.iri }] : []),
    ...others.map((other): TypedLink => {
      const [type] = other.types;
      const of = other.isProfiled ? usual : null;
      return {
        rel: other.isProfiled ? 'describedby' : 'alternate',
        href: addressIn({ iri, page, profile: null }, other),
        ...(type !== undefined && { type }),
        ...(of && { profile: of.iri }),
      };
    }),
  ];
}
