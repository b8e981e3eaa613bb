/** Files that are there only when they are complete. */
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes pieces into a file beside the target, at the speed of the disk, and renames it at the end. Whatever ends the program before,
 * the target is as it was.
 */
export async function writeWhole(file: string, pieces: AsyncIterable<Uint8Array | string>): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 2 }), createWriteStream(partial));
    const handle = await open(partial, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
