import { statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';

/** Linux has a file system in memory there; in a container it may be small. */
const inMemory = '/dev/shm';
/** More than all databases of a run together. */
const enough = 4 * 1024 ** 3;

/** Where databases of the tests go: into memory where there is room. A database has a thousand files, and making these on a disk takes longer than most tests. */
export async function folderForDatabases(): Promise<string> {
  const room = await statfs(inMemory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(room, freemem()) >= enough ? inMemory : tmpdir();
}
