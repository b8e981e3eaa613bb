/** `num-gateway export` */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import '../../export/one-collector';
import type { Config } from '../../config';
import { reasonOf, StartFailed } from '../../errors';
import { documentOfParts } from '../../export/document';
import { partsOf } from '../../export/parts';
import { ExportReport } from '../../export/report';
import { writeWhole } from '../../export/whole-file';
import { partWriter } from '../../export/write-part';
import { openStore } from '../../open-store';
import { registry } from '../../registry';
import { Source } from '../../query/source';
import { readKeys } from '../../query/whole/walk';
import type { Description } from '../../resource/description';
import type { Store } from '../../store/store';
import { dcat } from '../../vocabulary/namespaces';
import { progressBar } from '../progress';
import { readingOf, requestOf } from './task';
import { startWorkers, type ExportWorkers } from './workers';

export interface ExportOptions {
  format: string;
  profile?: string;
  type?: string[];
  out?: string;
  evidence?: boolean;
  workers?: string;
}

/** A thread takes longer to start than so many parts take to be written. */
const fewParts = 4;

/** The exit status of an export that left something out. */
const incomplete = 2;

/** Writes records as RDF into a file or to standard output, and says on standard error what was left out. */
export async function exportCommand(options: ExportOptions, config: Config): Promise<void> {
  const { profile = null, format, type: types = [], out, evidence = false } = options;
  const threads = threadsOf(options);
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const named = { format, profile, types, publicUrl, evidence, catalogue: null };
  const { classes } = requestOf(named, config.root);
  if (config.publicUrl === null)
    console.error(`PUBLIC_URL is not set, so the addresses of records begin with ${publicUrl}.`);
  const store = await openStore({ ...config, readOnly: 'on', reading: readingOf(config) });
  const report = new ExportReport();
  const progress = progressBar('Exporting');
  let workers: ExportWorkers | null = null;
  try {
    const parts = await partsOf(store, classes);
    const total = parts.reduce((sum, { records }) => sum + records, 0);
    const task = { ...named, catalogue: await onlyCatalogue(store, classes) };
    const request = requestOf(task, config.root);
    if (parts.length >= fewParts && threads > 1)
      workers = startWorkers(Math.min(threads, parts.length) - 1, {
        ...task,
        databaseUrl: config.databaseUrl,
      });
    const writers = [partWriter(new Source(store, registry, null), request), ...(workers?.writers ?? [])];
    const pieces = documentOfParts(request.format, parts, writers, (part) => {
      report.onPart(part);
      progress.show(report.records + report.refused, total);
    });
    if (out === undefined) await print(pieces);
    else await writeWhole(out, pieces);
  } catch (error) {
    throw error instanceof StartFailed
      ? error
      : new StartFailed(`The records cannot be exported: ${reasonOf(error)}.`, { cause: error });
  } finally {
    progress.end();
    await workers?.stop();
    await store.close();
  }
  for (const line of report.lines(requestOf(named, config.root).checkedBy)) console.error(line);
  if (!report.isComplete) process.exitCode = incomplete;
}

/** The threads that write: one, as each takes memory of its own. @throws StartFailed */
function threadsOf({ workers = '1' }: ExportOptions): number {
  if (/^[1-9]\d?$/.test(workers)) return Number(workers);
  throw new StartFailed(`--workers takes a number from 1 to 99, not ${JSON.stringify(workers)}.`);
}

/** The catalogue to which the exported datasets belong; null if none or several are exported. */
async function onlyCatalogue(store: Store, classes: readonly Description[]): Promise<string | null> {
  const catalogues = classes.find(({ term }) => term === dcat('Catalog'));
  if (!catalogues) return null;
  const [only, other] = await readKeys(store, catalogues, { first: 2 });
  return only !== undefined && other === undefined ? only : null;
}

async function print(pieces: AsyncIterable<Uint8Array | string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 2 }), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has seen enough, as `head` does.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
