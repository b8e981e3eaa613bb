/** Profiles as clients name them: application profiles, and vocabularies in which documents are written, too. */
import type { Profile } from './profile';

export interface NamedProfile {
  /** The value of `?_profile=`. */
  readonly name: string;
  /** Null if it has none of its own. */
  readonly release: string | null;
  /** What `Accept-Profile` and `Content-Profile` name. */
  readonly iri: string;
}

/** Whether a profile has rules, and shapes at an address of the gateway. */
export const isApplicationProfile = (profile: NamedProfile): profile is Profile => 'sets' in profile;

/** The application profile that a document follows; null if it is written in other terms. */
export const applicationProfile = (profile: NamedProfile | null): Profile | null =>
  profile && isApplicationProfile(profile) ? profile : null;

/** The address at which the gateway describes an application profile. */
export const profileIri = (publicUrl: string, name: string): string => `${publicUrl}/profiles/${name}`;
