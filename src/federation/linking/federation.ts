/** Sets up federation: from a list of subgraphs, or from a supergraph that was composed elsewhere. */
import { reasonOf, WrongConfiguration } from '../../errors';
import type { SubgraphReport } from '../../graphql/subgraph-report';
import type { ApolloGateway } from '../gateway/apollo-gateway';
import type { CallSubgraph } from '../gateway/engine';
import { warnWithoutPlanner } from '../gateway/make-engine';
import { FeatureNotEnforced } from '../gateway/not-enforced';
import type { Supergraph } from '../gateway/supergraph';
import { announcingTo, type AnnouncementLog } from '../remote/announce';
import { proxyOfEnvironment } from '../remote/connections';
import type { SubgraphCounts, SubgraphWatch } from '../remote/watch';
import { contributionsOf } from './contributions';
import { SdlCache } from './sdl-cache';
import { LinkedSubgraphs } from './linked-subgraphs';
import { callerWith, type LocalSubgraph } from './local-subgraph';
import { ReadySupergraph } from './ready-supergraph';
import { Remotes } from './remotes';
import type { SubgraphEntry } from './subgraph-entry';
import { readSubgraphSettings, readSubgraphsFile, type ReadVariable } from './subgraphs-file';
import { supergraphAt } from './supergraph-source';
import { WatchedEntries } from './watched-entries';

/** Where the other subgraphs are configured. */
export interface FederationSettings {
  /** The file that lists subgraphs. */
  subgraphsFile: string | null;
  /** File or URL of a supergraph that was composed elsewhere. */
  supergraph: string | null;
  /** Polling interval in milliseconds. */
  every: number;
  /** File that caches the schemas of the last successful composition. */
  subgraphsKeptAt: string;
  /** File that caches the last usable supergraph. */
  supergraphKeptAt: string;
  read: ReadVariable;
}

export interface Federation {
  gateway: ApolloGateway;
  reports: () => SubgraphReport[];
  /** Reads the file of subgraphs, or the supergraph, again. Running requests are finished with what was before. */
  reload: () => Promise<void>;
  stop: () => Promise<void>;
}

/** What federation needs from the rest of the gateway. */
export interface FederationSurroundings {
  local: LocalSubgraph;
  log: AnnouncementLog;
  counts: SubgraphCounts;
}

/** Links the configured subgraphs in. @throws WrongConfiguration */
export async function openFederation(
  settings: FederationSettings,
  { local, log, counts }: FederationSurroundings,
): Promise<Federation> {
  const { subgraphsFile, supergraph } = settings;
  const watch: SubgraphWatch = { ...counts, ...announcingTo(log) };
  await warnWithoutPlanner(log);
  if (supergraph !== null) return ready(settings, supergraph, local, { log, watch });
  if (subgraphsFile !== null) return linked(settings, subgraphsFile, local, { log, watch });
  throw new WrongConfiguration('Neither SUBGRAPHS_FILE nor SUPERGRAPH_FILE is set.');
}

interface Watched {
  log: AnnouncementLog;
  watch: SubgraphWatch;
}

async function linked(
  { every, subgraphsKeptAt, read }: FederationSettings,
  file: string,
  local: LocalSubgraph,
  { log, watch }: Watched,
): Promise<Federation> {
  const entries = await watchedEntries(() => readSubgraphsFile(file, read, local), log);
  const subgraphs = await LinkedSubgraphs.open({
    local,
    entries: () => entries.now(),
    cache: new SdlCache(subgraphsKeptAt),
    every,
    onRefused: (subgraph, problems) => log.warn({ subgraph, problems }, 'A subgraph was not linked in'),
    onAdapted: (subgraph, notices) =>
      log.info({ subgraph, notices }, 'A subgraph is linked in with less than it offers'),
    onFault: (error) => log.warn({ err: error }, 'The subgraphs were not looked at'),
    remote: { watch },
  });
  return {
    gateway: subgraphs.gateway,
    reports: () => subgraphs.reports,
    reload: () => subgraphs.reload(),
    stop: () => subgraphs.stop(),
  };
}

/** At the start, a file that cannot be used is an error; later, what was before stays. */
const watchedEntries = async (
  read: () => Promise<readonly SubgraphEntry[]>,
  log: AnnouncementLog,
): Promise<WatchedEntries> =>
  new WatchedEntries(await read(), read, (reason) =>
    log.warn({ reason }, 'SUBGRAPHS_FILE cannot be used; the subgraphs stay as they were'),
  );

async function ready(
  { subgraphsFile, every, supergraphKeptAt, read }: FederationSettings,
  place: string,
  local: LocalSubgraph,
  { log, watch }: Watched,
): Promise<Federation> {
  // Beside a supergraph, the file of subgraphs only says how they are called.
  const entries = await watchedEntries(
    async () => (subgraphsFile === null ? [] : readSubgraphSettings(subgraphsFile, read, local)),
    log,
  );
  const remotes = new Remotes({ watch });
  remotes.settings = await entries.now();
  const cache = new SdlCache(supergraphKeptAt);
  /** Falls back to the last good supergraph if the configured place does not answer or has an unusable one. */
  const instead = async (error: unknown): Promise<string | null> => {
    const { [place]: last } = await cache.read();
    if (last === undefined) return null;
    log.warn({ err: error }, 'The supergraph cannot be used; the one that was kept is served');
    return last;
  };
  let current: Supergraph | undefined;
  const callerOf = ({ subgraphs }: Supergraph): CallSubgraph =>
    callerWith(local, remotes.callerOf(subgraphs.filter(({ name }) => name !== local.name)));
  const supergraph = await ReadySupergraph.open({
    read: supergraphAt(place, proxyOfEnvironment(read)),
    instead,
    callerOf,
    note: (fault) => remotes.note(fault),
    local,
    every,
    alsoChanged: async () => {
      const before = JSON.stringify(remotes.settings);
      remotes.settings = await entries.now();
      return JSON.stringify(remotes.settings) !== before;
    },
    onChanged: (changed) => {
      current = changed;
      const names = changed.subgraphs.map(({ name }) => name);
      const astray = remotes.settings.map(({ name }) => name).filter((name) => !names.includes(name));
      if (astray.length > 0)
        log.warn({ subgraphs: astray }, 'SUBGRAPHS_FILE names subgraphs that the supergraph does not have');
      cache.write({ [place]: changed.sdl }).catch((error: unknown) => {
        log.warn({ err: error }, 'The supergraph was not kept');
      });
    },
    onRefused: (error) => {
      if (error instanceof FeatureNotEnforced) current = undefined;
      log.warn({ err: error }, 'The supergraph was not exchanged');
    },
  }).catch((error: unknown) => {
    throw new WrongConfiguration(`SUPERGRAPH_FILE="${place}" cannot be used: ${reasonOf(error)}`);
  });
  const reports = (): SubgraphReport[] =>
    remotes.inUse.map((remote) => ({
      ...remote.report,
      version: null,
      contributes: current ? contributionsOf(current, remote.name, local.name) : [],
    }));
  return {
    gateway: supergraph.gateway,
    reports,
    reload: () => supergraph.reload(),
    stop: async () => {
      supergraph.stop();
    },
  };
}
