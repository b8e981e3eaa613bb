/** What the words of the command line mean. Each function throws StartFailed, which lists what there is. */
import { StartFailed } from '../errors';
import { rdfFormats } from '../rdf/formats';
import type { RdfFormat } from '../rdf/formats/format';
import type { Profile } from '../rdf/profiles/profile';
import type { Profiles } from '../rdf/profiles/profiles';
import type { Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import { dcat } from '../vocabulary/namespaces';

/** @param text the name of a format or its file extension */
export function formatOf(text: string): RdfFormat {
  const format = rdfFormats.find(({ name, extension }) => [name, extension].includes(text.toLowerCase()));
  if (format) return format;
  const known = rdfFormats.map(({ name, extension }) => `${name} (.${extension})`);
  throw new StartFailed(`There is no format ${JSON.stringify(text)}. Use one of ${known.join(', ')}.`);
}

/** @param text the name of a profile, or `name@release` */
export function profileOf(profiles: Profiles, text: string): Profile {
  const profile = profiles.find(text);
  if (profile) return profile;
  const known = profiles.newest.map(({ name }) => name);
  throw new StartFailed(`There is no profile ${JSON.stringify(text)}. Use one of ${known.join(', ')}.`);
}

/** The classes with these names, in the order of the catalogue; without names, all that the profile describes. */
export function classesOf(
  registry: Registry,
  texts: readonly string[],
  profile: Profile | null,
): Description[] {
  const all = [...registry.resources, ...registry.links];
  if (texts.length === 0)
    return profile?.settings.oneDatasetPerDocument ? all.filter(({ term }) => term === dcat('Dataset')) : all;
  const chosen = new Set(texts.map((text) => classOf(all, text)));
  return all.filter((description) => chosen.has(description));
}

/** @param text its type or path, with any letter case: `FundingPeriod`, `funding-period`, `funding-periods` */
function classOf(all: readonly Description[], text: string): Description {
  const plain = (name: string) => name.toLowerCase().replaceAll('-', '');
  const found = all.find(({ type, path }) => [type, path].map(plain).includes(plain(text)));
  if (found) return found;
  const known = all.map(({ type }) => type).join(', ');
  throw new StartFailed(`There is no type ${JSON.stringify(text)}. Use one of ${known}.`);
}
