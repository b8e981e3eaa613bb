/** The profiles that there are. */
import type { Profile } from './profile';

/** All releases of all profiles; the newest release of each is the one that its name means. */
export class Profiles {
  /** The newest release of each, by name. */
  readonly newest: readonly Profile[];

  /** @param all every release that is known */
  constructor(readonly all: readonly Profile[]) {
    const byName = new Map<string, Profile>();
    for (const profile of [...all].sort(byRelease)) byName.set(profile.name, profile);
    this.newest = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @param text a name, which means its newest release, or `name@release` */
  find(text: string): Profile | undefined {
    const [name, release] = text.split('@');
    if (release === undefined) return this.newest.find((profile) => profile.name === name);
    return this.all.find((profile) => profile.name === name && profile.release === release);
  }

  /** The newest of the profiles that an IRI names, as in `Accept-Profile`. */
  byIri(iri: string): Profile | undefined {
    return [...this.all].sort(byRelease).findLast((profile) => profile.iri === iri);
  }
}

/** 10 comes after 9, and 3.0.1 after 3.0. */
const byRelease = (a: Profile, b: Profile) => a.release.localeCompare(b.release, 'en', { numeric: true });
