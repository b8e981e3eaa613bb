/** Stands before the composer of the gateway: in a run of the tests, the same schemas are composed once. With ours, it takes a second each time. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  composeServices as compose,
  type ComposedText,
  type Service,
} from '../../src/federation/linking/compose-services';

export async function composeServices(services: readonly Service[]): Promise<ComposedText> {
  const folder = process.env.TEST_FILES;
  if (!folder) return compose(services);
  const content = JSON.stringify(services.map(({ name, sdl }) => [name, sdl]));
  const file = join(folder, `composed-${createHash('sha256').update(content).digest('hex')}.json`);
  const known = await readFile(file, 'utf8').catch(() => null);
  const composed =
    known === null
      ? await compose(services.map((service, index) => ({ ...service, url: placeholder(index) })))
      : (JSON.parse(known) as ComposedText);
  if (known === null) {
    // In one step, as another worker may compose the same.
    const unfinished = `${file}-${randomUUID()}`;
    await writeFile(unfinished, JSON.stringify(composed));
    await rename(unfinished, file);
  }
  return at(services, composed);
}

/** Ports differ from test to test; an address is no more than repeated in what is composed. */
const placeholder = (index: number): string => `composed-once://${index}/`;

function at(services: readonly Service[], composed: ComposedText): ComposedText {
  if ('problems' in composed) return composed;
  const supergraphSdl = services.reduce(
    (sdl, { url }, index) => sdl.replaceAll(placeholder(index), () => JSON.stringify(url).slice(1, -1)),
    composed.supergraphSdl,
  );
  return { supergraphSdl };
}
