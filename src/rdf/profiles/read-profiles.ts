/** Reads the profiles of a folder. A new release is a new file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { reasonOf, StartFailed } from '../../errors';
import { getOrMake } from '../../maps';
import { checkProfile } from './check-profile';
import { type Profile, profileFile } from './profile';
import { Profiles } from './profiles';

type File = z.infer<typeof profileFile>;

const byRoot = new Map<string, Profiles>();

/** The profiles of a project, read once. @throws StartFailed naming the file and the place in it */
export const profilesOf = (root: string): Profiles =>
  getOrMake(byRoot, root, () => readProfiles(join(root, 'schema', 'profiles')));

/** @param folder `schema/profiles` of the project @throws StartFailed naming the file and the place in it */
export function readProfiles(folder: string): Profiles {
  const files = namesIn(folder).map((name) => [name, readFile(folder, name)] as const);
  const made = new Map<string, Profile>();
  const byName = new Map(files.map(([name, file]) => [`${file.name}@${file.release}`, { name, file }]));

  function profileOf(id: string, from: readonly string[]): Profile {
    const known = made.get(id);
    if (known) return known;
    const { name, file } = byName.get(id) ?? {};
    const user = from.at(-1) ?? '';
    if (!name || !file)
      throw new StartFailed(`${user} includes ${id}, which is no file of ${folder}; add it or name another.`);
    if (from.includes(name)) throw new StartFailed(`${user} includes itself by way of ${id}.`);
    const profile: Profile = {
      ...file,
      includes: file.includes.map(({ profile: other, sets }) => ({
        profile: profileOf(other, [...from, name]),
        sets,
      })),
    };
    checkProfile(profile, name);
    made.set(id, profile);
    return profile;
  }

  for (const [name, file] of files) {
    const id = `${file.name}@${file.release}`;
    if (byName.get(id)?.name !== name)
      throw new StartFailed(`${name} and ${byName.get(id)?.name ?? ''} both describe ${id}; remove one.`);
    profileOf(id, []);
  }
  return new Profiles([...made.values()]);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    throw new StartFailed(`The profiles in ${folder} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

function readFile(folder: string, name: string): File {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new StartFailed(`The profile ${name} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  const result = profileFile.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new StartFailed(`The profile ${name} is wrong at ${place || 'its top'}: ${issue?.message ?? ''}.`);
}
