/** The subgraphs that are linked into our graph: polls their schemas, composes them and replaces the engine while requests run. */
import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { noteOwners } from '../../graphql/cost/hops';
import type { SubgraphReport } from '../../graphql/subgraph-report';
import { ApolloGateway } from '../gateway/apollo-gateway';
import type { Engine } from '../gateway/engine';
import { SubgraphUnavailable } from '../gateway/faults';
import { notingFaults } from '../gateway/noting-faults';
import type { Supergraph } from '../gateway/supergraph';
import { Remote, type RemoteOptions } from '../remote/remote';
import { engineWith } from './as-subgraph';
import { choose, type Linked } from './choose';
import { Composer } from './compose';
import { contributionsOf } from './contributions';
import type { SdlCache } from './sdl-cache';
import { callerWith, type LocalSubgraph } from './local-subgraph';
import { offeredSdl } from './offered-sdl';
import { callerAmong } from './remotes';
import { bounded } from './rules/plain-words';
import type { SubgraphEntry } from './subgraph-entry';

export interface LinkingOptions {
  local: LocalSubgraph;
  /** The entries as they are now; the same as before where the file cannot be used. */
  entries: () => Promise<readonly SubgraphEntry[]>;
  /** Caches the schemas of the last successful composition. */
  cache: SdlCache;
  /** Polling interval for each subgraph's schema, in milliseconds. */
  every: number;
  /** Called when the schema that a subgraph offers is refused, with the reasons. */
  onRefused: (subgraph: string, problems: readonly string[]) => void;
  /** Called when what a subgraph offers is used only in part, with what was left out or softened. */
  onAdapted: (subgraph: string, notices: readonly string[]) => void;
  /** Called with errors of the polling itself. */
  onFault: (error: unknown) => void;
  remote?: RemoteOptions;
}

/** A linked subgraph that is asked for its SDL. */
interface Asked extends Linked {
  /** The SDL as the subgraph gives it, of which `offered` is made. */
  given: string | null;
}

export class LinkedSubgraphs {
  readonly gateway: ApolloGateway;
  private readonly stopping = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private polling: Promise<void> | null = null;

  private constructor(
    private readonly options: LinkingOptions,
    private readonly composer: Composer,
    private all: readonly Asked[],
    private supergraph: Supergraph,
    engine: Engine,
  ) {
    this.gateway = new ApolloGateway(engine, supergraph.sdl);
    this.timer = setInterval(() => void this.poll(), options.every).unref();
  }

  /** Starts with the subgraphs that answer, and with the cached schemas of those that do not. */
  static async open(options: LinkingOptions): Promise<LinkedSubgraphs> {
    const composer = await Composer.of(options.local);
    const cache = await options.cache.read();
    const all = (await options.entries()).map((entry) => asked(entry, cache[entry.name] ?? null, options));
    await askAll(all, composer, options, new AbortController().signal);
    const supergraph = await choose(all, composer, options.onRefused);
    const engine = await engineOf(supergraph, all, options.local);
    const linked = new LinkedSubgraphs(options, composer, all, supergraph, engine);
    await linked.keep();
    return linked;
  }

  /** Polls each subgraph's schema. Changes are composed, and the new engine takes over. */
  poll(): Promise<void> {
    this.polling ??= this.exchange()
      .catch(this.options.onFault)
      .finally(() => (this.polling = null));
    return this.polling;
  }

  /** Polls at once. A poll that is running may have begun before the change that this is about, so it is waited for. */
  async reload(): Promise<void> {
    await this.polling;
    await this.poll();
  }

  /** The state of each subgraph. */
  get reports(): SubgraphReport[] {
    return this.all.map(({ remote, accepted }) => ({
      ...remote.report,
      version: accepted === null ? null : versionOf(accepted),
      contributes: contributionsOf(this.supergraph, remote.name, this.options.local.name),
    }));
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.polling;
  }

  private async exchange(): Promise<void> {
    const all = await this.listed();
    const isListedAnew = all !== this.all;
    await askAll(all, this.composer, this.options, this.stopping.signal);
    all.forEach(forgive);
    const isNew = ({ offered, accepted, refused }: Linked) =>
      offered !== null && offered !== accepted && offered !== refused;
    if (this.stopping.signal.aborted || !(isListedAnew || all.some(isNew))) return;
    const supergraph = await choose(all, this.composer, this.options.onRefused);
    // The addresses of subgraphs stand in the supergraph, but not how they are called.
    if (supergraph.sdl === this.supergraph.sdl && !isListedAnew) return;
    const engine = await engineOf(supergraph, all, this.options.local);
    this.all = all;
    this.supergraph = supergraph;
    this.gateway.swap(engine, supergraph.sdl);
    await this.keep();
  }

  /** The subgraphs that are listed now. One whose entry is as it was keeps its state; another of its name begins with its schema. */
  private async listed(): Promise<readonly Asked[]> {
    const entries = await this.options.entries();
    const former = new Map(this.all.map((each) => [JSON.stringify(each.entry), each]));
    const isSame =
      entries.length === this.all.length && entries.every((each) => former.has(JSON.stringify(each)));
    if (isSame) return this.all;
    return entries.map((entry) => {
      const { accepted = null } = this.all.find((each) => each.entry.name === entry.name) ?? {};
      return former.get(JSON.stringify(entry)) ?? asked(entry, accepted, this.options);
    });
  }

  private async keep(): Promise<void> {
    const accepted = this.all.flatMap(({ entry, accepted }) =>
      accepted === null ? [] : [[entry.name, accepted]],
    );
    await this.options.cache
      .write(Object.fromEntries(accepted) as Record<string, string>)
      .catch(this.options.onFault);
  }
}

/** @param accepted the SDL with which it begins if it does not answer */
const asked = (entry: SubgraphEntry, accepted: string | null, { remote }: LinkingOptions): Asked => ({
  entry,
  remote: new Remote(entry, remote),
  given: null,
  offered: null,
  accepted,
  refused: null,
});

/** A subgraph that does not answer keeps the SDL that it offered last. */
async function askAll(
  all: readonly Asked[],
  composer: Composer,
  { onAdapted, onFault }: LinkingOptions,
  signal: AbortSignal,
): Promise<void> {
  setMaxListeners(Infinity, signal);
  await Promise.all(
    all.map(async (linked) => {
      const { entry, remote } = linked;
      const given = await offeredSdl(entry, remote, signal).catch((error: unknown) => {
        // A subgraph that does not answer is announced by itself.
        if (!(error instanceof SubgraphUnavailable)) onFault(error);
        return null;
      });
      if (given === null || given === linked.given) return;
      linked.given = given;
      const { sdl, notices } = composer.adapt(given);
      linked.offered = sdl;
      if (notices.length > 0) onAdapted(entry.name, bounded(notices));
    }),
  );
}

/** A subgraph that offers the SDL in use again is no longer refused. */
function forgive(linked: Linked): void {
  const { remote, offered, accepted, refused } = linked;
  if (refused === null || offered === null || offered !== accepted) return;
  linked.refused = null;
  remote.health.linked();
}

async function engineOf(
  supergraph: Supergraph,
  all: readonly Linked[],
  local: LocalSubgraph,
): Promise<Engine> {
  const remotes = new Map(all.map(({ remote }) => [remote.name, remote]));
  const engine = await engineWith(local, supergraph, callerWith(local, callerAmong(remotes)));
  noteOwners(engine.schema, supergraph.owners, local.name);
  return notingFaults(engine, ({ subgraph, fault }) => remotes.get(subgraph)?.foundWrong(fault));
}

const versionOf = (sdl: string): string => createHash('sha256').update(sdl).digest('hex').slice(0, 12);
