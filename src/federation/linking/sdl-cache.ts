/** Caches the SDLs of the last successful composition on disk, so that a start does not depend on all subgraphs being up. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const content = z.object({ subgraphs: z.record(z.string(), z.string()) });

export class SdlCache {
  constructor(private readonly path: string) {}

  /** The cached SDL of each subgraph; empty if there is no usable file. */
  async read(): Promise<Readonly<Record<string, string>>> {
    try {
      return content.parse(JSON.parse(await readFile(this.path, 'utf8'))).subgraphs;
    } catch {
      return {};
    }
  }

  /** Replaces the file atomically: if the process is killed, the former file remains. */
  async write(subgraphs: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const fresh = `${this.path}.new`;
    await writeFile(fresh, JSON.stringify({ subgraphs }));
    await rename(fresh, this.path);
  }
}
