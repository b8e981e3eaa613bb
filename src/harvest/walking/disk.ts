/** Gives the documents of a file or folder. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGunzip } from 'node:zlib';
import { reasonOf } from '../../errors';
import { digestOf } from '../digest';
import type { SourceDocument } from '../document';
import { walkFinding } from './finding-texts';
import { resumptionTokenIn } from './oai-pmh';
import { unpacked } from './unpack';
import type { Walk, Walking } from './walking';

const megabyte = 1024 * 1024;
/** Larger N-Quads and N-Triples are given as a stream, and other formats are not read. */
const limits = { whole: 16 * megabyte, others: 256 * megabyte };

const readEndings =
  /\.(?:ttl|turtle|trig|nt|nq|n3|rdf|xml|owl|jsonld|json|ndjson|zip|gz|csv|tsv|xlsx|ya?ml)$/i;
const lineEndings = /\.(?:nq|nt)(?:\.gz)?$/i;

/** In a folder all files of its subfolders, too, in the order of their names; hidden ones are left out. */
export const walkDisk: Walk = async function* (start, walking) {
  try {
    if (!(await stat(start)).isDirectory()) yield* documentsIn(start, walking);
    else
      for (const path of await filesIn(start)) {
        if (walking.signal.aborted) return;
        if (readEndings.test(path)) yield* documentsIn(path, walking);
        else if (!/\.md$/i.test(path)) walking.report(walkFinding('file-left-out', pathToFileURL(path).href));
      }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    walking.report(
      walkFinding('no-such-file', pathToFileURL(error.path ?? start).href, { value: messageOf(error) }),
    );
  }
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  typeof (error as NodeJS.ErrnoException).syscall === 'string';

const messageOf = ({ code = '', message }: NodeJS.ErrnoException): string =>
  ({ ENOENT: 'there is no such file', EACCES: 'the user who runs this may not read it' })[code] ??
  reasonOf({ message });

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[/\\]\./.test(path.slice(folder.length)))
    .sort();
}

async function* documentsIn(path: string, walking: Walking): AsyncGenerator<SourceDocument> {
  const address = pathToFileURL(path).href;
  const { size } = await stat(path);
  const known = {
    address,
    type: null,
    fetchedAt: walking.now().toISOString(),
    // The time of a file is that of a copy, and not what its publisher says.
    lastModified: null,
    validators: null,
    leadsTo: [],
  };
  if (lineEndings.test(path) && size > limits.whole) {
    yield {
      ...known,
      bytes: new Uint8Array(),
      digest: await digestOfFile(path),
      stream: linesOf(path, walking),
    };
  } else if (size > limits.others) {
    walking.report(walkFinding('file-too-large', address, { number: limits.others / megabyte }));
  } else {
    const bytes = await readFile(path);
    if (resumptionTokenIn({ bytes }) !== null) walking.report(walkFinding('pages-not-here', address));
    yield* unpacked({ ...known, bytes, digest: digestOf(bytes) }, walking);
  }
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: megabyte })) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}

/** The file is opened only when it is read. What it loses meanwhile, or never had, is said; what stands before comes in. */
async function* linesOf(path: string, { report }: Pick<Walking, 'report'>): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: megabyte });
  const unpacking = /\.gz$/i.test(path) ? createGunzip() : null;
  // A pipe alone does not tell the end of it of an error of the file.
  if (unpacking) file.once('error', (error) => unpacking.destroy(error)).pipe(unpacking);
  const address = pathToFileURL(path).href;
  try {
    for await (const chunk of unpacking ?? file) yield chunk as Uint8Array;
  } catch (error) {
    report(
      isSystemError(error)
        ? walkFinding('no-such-file', address, { value: messageOf(error) })
        : walkFinding('archive-breaks-off', address),
    );
  } finally {
    file.destroy();
  }
}
