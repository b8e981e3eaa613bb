/** `num-gateway backup` and `num-gateway restore` */
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Config } from '../config';
import { reasonOf, StartFailed } from '../errors';
import { derivationsOf } from '../open-store';
import { registry } from '../registry';
import { BackupLines } from '../store/backup/read-lines';
import { restoreBackup } from '../store/backup/restore';
import { takeBackup } from '../store/backup/take';
import { version } from './package-version';

/** Only the owner may read the file. */
const mode = 0o600;

/** @param file the target; it appears only once the backup is complete */
export async function backupCommand(
  file: string,
  { force }: { force?: true },
  config: Config,
): Promise<void> {
  if (existsSync(file) && !force)
    throw new StartFailed(`${file} is there already. Name another file, or overwrite it by --force.`);
  const partial = `${file}.${process.pid}.partial`;
  try {
    const lines = takeBackup({ ...config, registry }, version());
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(partial, { mode }));
    const handle = await open(partial, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw asOneLine(`The backup ${file} cannot be taken`, error);
  }
  console.log(`${file} holds the catalogue as it is now.`);
}

/** @param file a backup */
export async function restoreCommand(
  file: string,
  { force }: { force?: true },
  config: Config,
): Promise<void> {
  const input = createReadStream(file);
  const text = input.pipe(createGunzip());
  input.on('error', (error) => text.destroy(error));
  try {
    const backup = await BackupLines.of(linesOf(text));
    const rows = await restoreBackup(
      { ...config, registry, derivations: derivationsOf(config) },
      backup,
      force === true,
    );
    console.log(`The catalogue of ${backup.head.takenAt} is restored: ${rows} rows.`);
  } catch (error) {
    throw asOneLine(`The backup ${file} cannot be restored`, error);
  } finally {
    text.destroy();
    input.destroy();
  }
}

/** readline treats an error of its input as the end, so the error is thrown here. */
async function* linesOf(text: Readable): AsyncGenerator<string> {
  let failure: Error | undefined;
  text.on('error', (error) => (failure = error));
  yield* createInterface({ input: text, crlfDelay: Infinity });
  if (failure) throw failure;
}

const asOneLine = (what: string, error: unknown): StartFailed =>
  error instanceof StartFailed ? error : new StartFailed(`${what}: ${reasonOf(error)}.`, { cause: error });
