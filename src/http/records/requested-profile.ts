/** Negotiation by profile: `Accept-Profile` and `?_profile=`. https://www.w3.org/TR/dx-prof-conneg/ */
import { isApplicationProfile, profileIri, type NamedProfile } from '../../rdf/profiles/named-profile';
import { splitAt, weightIn } from './accepted';

/** A profile that a client named. */
interface Preference {
  readonly named: string;
  readonly weight: number;
}

/** The profiles in `Accept-Profile`, the preferred ones first: IRIs in angle brackets, or names, each with a weight. */
export function preferencesIn(header: string): string[] {
  const wishes = splitAt(',', header).flatMap((part): Preference[] => {
    const [, iri, rest = ''] = /^<([^>]*)>(.*)$/s.exec(part) ?? /^([^;]*)(.*)$/s.exec(part) ?? [];
    const named = iri?.trim() ?? '';
    const weight = weightIn(splitAt(';', rest));
    return named === '' || weight === null ? [] : [{ named, weight }];
  });
  return wishes
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ named }) => named);
}

/** What a profile may be called: its name, that with its release, its IRI, and the address of its shapes. */
function namesOf(profile: NamedProfile, publicUrl: string): string[] {
  const { name, release, iri } = profile;
  return [
    name,
    ...(release === null ? [] : [`${name}@${release}`]),
    iri,
    ...(isApplicationProfile(profile) ? [`/profiles/${name}`, profileIri(publicUrl, name)] : []),
  ];
}

/**
 * The profile that a client wants: that in the address, else the first of `Accept-Profile` that there is.
 * @returns null if it names none; `unknown` with what it named if there is none of these
 */
export function requestedProfile(
  {
    parameter,
    header,
    publicUrl,
  }: { parameter: string | undefined; header: string | undefined; publicUrl: string },
  profiles: readonly NamedProfile[],
): NamedProfile | null | { readonly unknown: readonly string[] } {
  const wishes = parameter === undefined ? preferencesIn(header ?? '') : [parameter];
  for (const wish of wishes) {
    const profile = profiles.find((each) => namesOf(each, publicUrl).includes(wish));
    if (profile) return profile;
  }
  return wishes.length === 0 ? null : { unknown: wishes };
}
