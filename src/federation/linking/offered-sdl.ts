/** What a service offers: the SDL that it serves, or that of the file which its entry names. */
import { readFile } from 'node:fs/promises';
import { reasonOf } from '../../errors';
import type { Remote } from '../remote/remote';
import type { SubgraphEntry } from './subgraph-entry';

/** A service can be asked without being a subgraph, so whether it answers is not seen by its SDL. @throws Error */
export async function offeredSdl(
  { name, schema }: Pick<SubgraphEntry, 'name' | 'schema'>,
  remote: Remote,
  signal: AbortSignal,
): Promise<string> {
  if (schema === null) return remote.sdl(signal);
  const [text] = await Promise.all([readSdl(schema, name), remote.greet(signal)]);
  return text;
}

const readSdl = (file: string, name: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`Subgraph "${name}", schema: the file cannot be read: ${reasonOf(error)}`);
  });
