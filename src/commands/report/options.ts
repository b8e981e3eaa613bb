/** The options of the commands that judge documents. */
import { readFile } from 'node:fs/promises';
import { reasonOf, StartFailed } from '../../errors';
import type { Profile } from '../../rdf/profiles/profile';
import type { Profiles } from '../../rdf/profiles/profiles';
import { contextOf, contextPath } from '../../rdf/json-ld-context';
import type { JsonLdContextDocument, KnownContexts } from '../../rdf/reading/json-ld';
import { publicContext } from '../../rdf/reading/public-contexts';

/** @param text a name, or `name@release` @throws StartFailed naming those that are known */
export function profileNamed(profiles: Profiles, text: string): Profile {
  const profile = profiles.find(text);
  if (profile) return profile;
  const known = profiles.all.map(({ name, release }) => `${name}@${release}`).join(', ');
  throw new StartFailed(
    `--profile ${text} is not known; it is one of ${known}, or a name alone for its newest release.`,
  );
}

/** @throws StartFailed naming the levels that the profile has */
export function levelIn({ name, levels }: Profile, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const found = levels.find((level) => level.name === text.toUpperCase().replace(/[- ]/g, '_'));
  if (found) return found.name;
  const known = levels.map((level) => level.name).join(', ');
  throw new StartFailed(
    known === ''
      ? `--level ${text} is not possible: the profile ${name} has no access levels. Leave it out.`
      : `--level ${text} is not known; it is one of ${known}.`,
  );
}

/** The contexts that are handed in, and that of the gateway, wherever one is served. @param given contexts as `address=file` @throws StartFailed */
export async function contextsIn(given: readonly string[]): Promise<KnownContexts> {
  const pairs = given.map(async (pair): Promise<[string, JsonLdContextDocument]> => {
    const at = pair.lastIndexOf('=');
    if (at < 1) throw new StartFailed(`--context ${pair} is not usable; it takes ADDRESS=FILE.`);
    const [address, file] = [pair.slice(0, at), pair.slice(at + 1)];
    try {
      return [address, JSON.parse(await readFile(file, 'utf8')) as JsonLdContextDocument];
    } catch (error) {
      throw new StartFailed(`The context ${file} cannot be read: ${reasonOf(error)}`, { cause: error });
    }
  });
  const known = new Map(await Promise.all(pairs));
  return {
    get: (address) =>
      known.get(address) ??
      publicContext(address) ??
      (address.endsWith(contextPath) ? ownContext() : undefined),
  };
}

/** Made of the declarations, which are loaded for it only. */
async function ownContext(): Promise<JsonLdContextDocument> {
  const { registry } = await import('../../registry.js');
  return { ...contextOf(registry) };
}
