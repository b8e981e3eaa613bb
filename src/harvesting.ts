/** Puts the parts of harvesting together: sources, reading, linking, the store, and who does it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Config } from './config';
import { StartFailed } from './errors';
import type { SourceDocument } from './harvest/document';
import { HostLanes } from './harvest/fetching/lanes';
import type { HarvestSource } from './harvest/harvest-source';
import { readingInThread } from './harvest/readers/reading-thread';
import { sourceReader } from './harvest/reading/read-source';
import { decidedSinceHarvest } from './harvest/reconcile/links/decided-since';
import { openDecisions } from './harvest/reconcile/links/links-file';
import { openReconciler } from './harvest/reconcile/open-reconciler';
import { readKnown } from './harvest/reconcile/read-known';
import { mentionPrefix } from './harvest/run/mention-words';
import type { HarvestReport } from './harvest/run/report';
import { runHarvest } from './harvest/run/run';
import type { HarvestProgress, MakeReconciler, RunParts } from './harvest/run/run-parts';
import { holderId, withLease, type LeaseParts } from './harvest/scheduling/lease';
import { readSourcesFile } from './harvest/sources-file/read-sources';
import { registry } from './registry';
import { knownContexts } from './rdf/reading/known-contexts';
import type { Store } from './store/store';

/** How a run is done. */
export interface HarvestOptions extends Pick<RunParts, 'mode' | 'withdrawals' | 'unchangedDocuments'> {
  signal: AbortSignal;
  onProgress?: (progress: HarvestProgress) => void;
  onDocument?: (document: SourceDocument) => void;
}

/** How servers of others know this one: they may look it up, and write to who runs it. */
function agentNameOf({ root, publicUrl }: Pick<Config, 'root' | 'publicUrl'>): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return `num-gateway/${version}${publicUrl === null ? '' : ` (+${publicUrl})`}`;
}

const readingWorker = join(__dirname, 'reading-worker.js');

/** The memory for what lives shortly, in megabytes: statements do, and are many. */
const youngGeneration = 96;

/** Large documents are read in a thread of their own. Where the program is not built, there is no file for it. */
const readStream = existsSync(readingWorker)
  ? readingInThread(
      (work) =>
        new Worker(readingWorker, {
          workerData: work,
          resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
        }),
    )
  : undefined;

/** The scheduled way. */
export const usualHarvest = { mode: 'write', withdrawals: 'due', unchangedDocuments: 'skip' } as const;

/** What is harvested. @throws StartFailed when nothing is, WrongConfiguration when the file cannot be used */
export function sourcesOf({ harvesting }: Pick<Config, 'harvesting'>): Promise<HarvestSource[]> {
  const { sourcesFile, read } = harvesting;
  if (sourcesFile === null)
    throw new StartFailed(
      'Nothing is harvested: SOURCES_FILE is not set. It names a YAML file that lists the sources; docs/harvest.md shows one.',
    );
  return readSourcesFile(sourcesFile, { registry, read });
}

/** Harvests sources into one store. */
export class Harvester {
  private readonly lanes = new HostLanes();
  readonly lease: LeaseParts;

  constructor(
    private readonly store: Store,
    private readonly config: Config,
    /** Gets an error that nobody expected. */
    private readonly onError: (error: unknown, source: string) => void,
  ) {
    this.lease = { write: (work) => store.write(work), now: () => new Date(), holder: holderId() };
  }

  /**
   * Harvests a source, unless another process is just doing so.
   * @returns the report, or the other process
   */
  async harvest(
    source: HarvestSource,
    options: HarvestOptions,
  ): Promise<{ done: HarvestReport } | { heldBy: string }> {
    // A dry run writes nothing, and so no lease either.
    if (options.mode === 'try') return { done: await this.run(source, options) };
    return withLease(`source ${source.name}`, this.lease, (lost) =>
      this.run(source, { ...options, signal: AbortSignal.any([options.signal, lost]) }),
    );
  }

  private async run(source: HarvestSource, options: HarvestOptions): Promise<HarvestReport> {
    const { lease } = this;
    const { linksFile } = this.config.harvesting;
    const isDecided = await decidedSinceHarvest(this.store, linksFile, source.name);
    const { write, now } = lease;
    return runHarvest(source, {
      ...options,
      ...(isDecided && { unchangedDocuments: 'read' as const }),
      registry,
      read: sourceReader({
        registry,
        contexts: knownContexts(registry),
        agentName: agentNameOf(this.config),
        ...(options.onDocument && { onDocument: options.onDocument }),
        now,
        lanes: this.lanes,
        ...(readStream && { readStream }),
      }),
      reconcilerFor: this.reconcilerFor,
      write,
      now,
      onError: (error) => this.onError(error, source.name),
    });
  }

  private readonly reconcilerFor: MakeReconciler = async (source, addresses) => {
    const { publicUrl, host, port, harvesting } = this.config;
    const known = await readKnown(this.store, registry, publicUrl ?? `http://${host}:${port}`);
    const beside = [...addresses]
      .filter(([address]) => !address.startsWith(mentionPrefix))
      .map(([value, key]) => ({ key, scheme: 'URL' as never, value }));
    const { linksFile } = harvesting;
    const decisions =
      linksFile === null ? null : await openDecisions(linksFile, new Set(known.paths.values()));
    return openReconciler(
      { ...known, identifiers: [...known.identifiers, ...beside] },
      source.name,
      decisions,
    );
  };
}
