/** `num-gateway export` */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import '../export/one-collector';
import type { Config } from '../config';
import { reasonOf, StartFailed } from '../errors';
import { classesOf, formatOf, profileOf } from '../export/choose';
import { exportRecords } from '../export/export-records';
import { ExportReport } from '../export/report';
import { writeWhole } from '../export/whole-file';
import { openStore, registry } from '../open-store';
import { Sizes } from '../query/sizes';
import { Source } from '../query/source';
import { readKeys } from '../query/whole/walk';
import { profilesOf } from '../rdf/profiles/read-profiles';
import type { Description } from '../resource/description';
import type { Store } from '../store/store';
import { dcat } from '../vocabulary/namespaces';
import { progressBar } from './progress';

export interface ExportOptions {
  format: string;
  profile?: string;
  type?: string[];
  out?: string;
  evidence?: boolean;
}

/** The exit status of an export that left something out. */
const incomplete = 2;

/** Writes records as RDF into a file or to standard output, and says on standard error what was left out. */
export async function exportCommand(
  { format: formatName, profile: profileName, type = [], out, evidence = false }: ExportOptions,
  config: Config,
): Promise<void> {
  const format = formatOf(formatName);
  const profiles = profilesOf(config.root);
  const profile = profileName === undefined ? null : profileOf(profiles, profileName);
  const classes = classesOf(registry, type, profile);
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  if (config.publicUrl === null)
    console.error(`PUBLIC_URL is not set, so the addresses of records begin with ${publicUrl}.`);
  const store = await openStore({ ...config, readOnly: 'on' });
  const report = new ExportReport();
  const progress = progressBar('Exporting');
  try {
    const total = await sizeOf(store, classes);
    let read = 0;
    const pieces = exportRecords(new Source(store, registry, null), {
      context: { publicUrl, registry, evidence, ...(profile && { profile }) },
      classes,
      format,
      checkedBy: profile,
      catalogue: await onlyCatalogue(store, classes),
      onRefused: report.onRefused,
      onUnwritable: report.onUnwritable,
      onBatch: (records, statements) => {
        report.onBatch(records, statements);
        read = report.records + report.refused;
        progress.show(read, total);
      },
    });
    if (out === undefined) await print(pieces);
    else await writeWhole(out, pieces);
  } catch (error) {
    throw error instanceof StartFailed
      ? error
      : new StartFailed(`The records cannot be exported: ${reasonOf(error)}.`, { cause: error });
  } finally {
    progress.end();
    await store.close();
  }
  for (const line of report.lines(profile)) console.error(line);
  if (!report.isComplete) process.exitCode = incomplete;
}

async function sizeOf(store: Store, classes: readonly Description[]): Promise<number> {
  const sizes = new Sizes(store, registry);
  await sizes.renew();
  return classes.reduce((sum, { type }) => sum + sizes.of(type), 0);
}

/** The catalogue to which the exported datasets belong; null if none or several are exported. */
async function onlyCatalogue(store: Store, classes: readonly Description[]): Promise<string | null> {
  const catalogues = classes.find(({ term }) => term === dcat('Catalog'));
  if (!catalogues) return null;
  const [only, other] = await readKeys(store, catalogues, { first: 2 });
  return only !== undefined && other === undefined ? only : null;
}

async function print(pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 2 }), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has seen enough, as `head` does.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
