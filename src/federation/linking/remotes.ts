/** The remote subgraphs of a supergraph. A subgraph that stays keeps its health when the supergraph is replaced. */
import type { CallSubgraph } from '../gateway/engine';
import { SubgraphUnavailable } from '../gateway/faults';
import type { SubgraphAddress } from '../gateway/supergraph';
import { Remote, type RemoteOptions } from '../remote/remote';
import type { RemoteSettings } from '../remote/remote-settings';
import type { SubgraphEntry } from './subgraph-entry';
import { getOrMake } from '../../maps';

/** Default settings for a subgraph of which only the URL is known. */
export const usualSettings = {
  timeout: 5_000,
  headers: {},
  forwardHeaders: [],
  signingSecret: null,
  maxInFlight: 50,
  errorMessages: 'masked',
  traceContext: false,
  cacheMemory: 0,
  connection: { tls: null, proxy: null, ofEnvironment: {} },
} as const satisfies Omit<RemoteSettings, 'name' | 'url'>;

export class Remotes {
  private readonly remotes = new Map<string, Remote>();

  constructor(private readonly options: RemoteOptions = {}) {}

  /** How single subgraphs are called; the others as usual. */
  settings: readonly SubgraphEntry[] = [];

  /** The remotes of the current supergraph. */
  inUse: readonly Remote[] = [];

  /** Makes the caller for the subgraphs at these addresses. The former ones are no longer in use. */
  callerOf(addresses: readonly SubgraphAddress[]): CallSubgraph {
    const byName = new Map(addresses.map((address) => [address.name, this.at(address)]));
    this.inUse = [...byName.values()];
    return callerAmong(byName);
  }

  /** Records that an answer of a subgraph turned out to be invalid. */
  note({ subgraph, fault }: SubgraphUnavailable): void {
    this.inUse.find(({ name }) => name === subgraph)?.foundWrong(fault);
  }

  private at({ name, url }: SubgraphAddress): Remote {
    const given = this.settings.find((each) => each.name === name);
    const settings = {
      ...usualSettings,
      ...given,
      name,
      url: given !== undefined && given.url !== '' ? given.url : url,
    };
    return getOrMake(this.remotes, JSON.stringify(settings), () => new Remote(settings, this.options));
  }
}

/** Calls each subgraph by its name. */
export const callerAmong =
  (remotes: ReadonlyMap<string, Remote>): CallSubgraph =>
  async (call) => {
    const remote = remotes.get(call.subgraph);
    if (!remote) throw new SubgraphUnavailable(call.subgraph, 'UNREACHABLE');
    return remote.ask(call);
  };
