/** Sets up federation: from a list of subgraphs, or from a supergraph that was composed elsewhere. */
import { reasonOf, WrongConfiguration } from '../../errors';
import type { SubgraphReport } from '../../graphql/subgraph-report';
import type { ApolloGateway } from '../gateway/apollo-gateway';
import type { CallSubgraph } from '../gateway/engine';
import { sayHowItPlans } from '../gateway/make-engine';
import { FeatureNotEnforced } from '../gateway/not-enforced';
import type { Supergraph } from '../gateway/supergraph';
import { announcingTo, type AnnouncementLog } from '../remote/announce';
import type { SubgraphCounts, SubgraphWatch } from '../remote/watch';
import { contributionsOf } from './contributions';
import { SdlCache } from './sdl-cache';
import { LinkedSubgraphs } from './linked-subgraphs';
import { callerWith, type LocalSubgraph } from './local-subgraph';
import { ReadySupergraph } from './ready-supergraph';
import { Remotes } from './remotes';
import { readSubgraphsFile, type ReadVariable } from './subgraphs-file';
import { supergraphAt } from './supergraph-source';

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
  if (subgraphsFile !== null && supergraph !== null)
    throw new WrongConfiguration(
      'SUBGRAPHS_FILE and SUPERGRAPH_FILE are both set. Give a file of subgraphs to compose here, or a supergraph that is composed elsewhere.',
    );
  const watch: SubgraphWatch = { ...counts, ...announcingTo(log) };
  await sayHowItPlans(log);
  if (subgraphsFile !== null) return linked(settings, subgraphsFile, local, { log, watch });
  if (supergraph !== null) return ready(settings, supergraph, local, { log, watch });
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
  const subgraphs = await LinkedSubgraphs.open({
    local,
    entries: await readSubgraphsFile(file, read, local),
    cache: new SdlCache(subgraphsKeptAt),
    every,
    onRefused: (subgraph, problems) => log.warn({ subgraph, problems }, 'A subgraph was not linked in'),
    onAdapted: (subgraph, notices) =>
      log.info({ subgraph, notices }, 'A subgraph is linked in with less than it offers'),
    onFault: (error) => log.warn({ err: error }, 'The subgraphs were not looked at'),
    remote: { watch },
  });
  return { gateway: subgraphs.gateway, reports: () => subgraphs.reports, stop: () => subgraphs.stop() };
}

async function ready(
  { every, supergraphKeptAt }: FederationSettings,
  place: string,
  local: LocalSubgraph,
  { log, watch }: Watched,
): Promise<Federation> {
  const remotes = new Remotes({ watch });
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
    read: supergraphAt(place),
    instead,
    callerOf,
    note: (fault) => remotes.note(fault),
    local,
    every,
    onChanged: (changed) => {
      current = changed;
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
    stop: async () => {
      supergraph.stop();
    },
  };
}
