/** Caches on disk the SDLs that composed last, so that a start does not depend on which subgraphs answer. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const content = z.object({ subgraphs: z.record(z.string(), z.string()) });

export class SdlCache {
  constructor(private readonly path: string) {}

  /** The SDL of each subgraph as it composed last; nothing when there is no usable file. */
  async read(): Promise<Readonly<Record<string, string>>> {
    try {
      return content.parse(JSON.parse(await readFile(this.path, 'utf8'))).subgraphs;
    } catch {
      return {};
    }
  }

  /** Replaces the file as a whole: a killed process leaves the last one. */
  async write(subgraphs: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const fresh = `${this.path}.new`;
    await writeFile(fresh, JSON.stringify({ subgraphs }));
    await rename(fresh, this.path);
  }
}
