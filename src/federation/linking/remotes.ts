/** The subgraphs elsewhere that a supergraph names; one that stays keeps its health over an exchange. */
import type { CallSubgraph } from '../gateway/engine';
import { SubgraphUnavailable } from '../gateway/faults';
import type { SubgraphAddress } from '../gateway/supergraph';
import { Remote, type RemoteOptions, type RemoteSettings } from '../remote/remote';

/** How a subgraph is asked of which nothing but its address is known. */
export const usualSettings = {
  timeout: 5_000,
  headers: {},
  forwardHeaders: [],
  signingSecret: null,
  maxInFlight: 50,
  errorMessages: 'masked',
} as const satisfies Omit<RemoteSettings, 'name' | 'url'>;

export class Remotes {
  private readonly remotes = new Map<string, Remote>();

  constructor(private readonly options: RemoteOptions = {}) {}

  /** Those that the last supergraph names. */
  inUse: readonly Remote[] = [];

  /** How to ask the subgraphs at these addresses, and no others. */
  callerOf(addresses: readonly SubgraphAddress[]): CallSubgraph {
    const byName = new Map(addresses.map((address) => [address.name, this.at(address)]));
    this.inUse = [...byName.values()];
    return async (call) => {
      const remote = byName.get(call.subgraph);
      if (!remote) throw new SubgraphUnavailable(call.subgraph, 'UNREACHABLE');
      return remote.ask(call);
    };
  }

  /** Tells a subgraph that an answer of it turned out wrong. */
  note({ subgraph, fault }: SubgraphUnavailable): void {
    this.inUse.find(({ name }) => name === subgraph)?.foundWrong(fault);
  }

  private at({ name, url }: SubgraphAddress): Remote {
    const key = `${name} ${url}`;
    const remote = this.remotes.get(key) ?? new Remote({ ...usualSettings, name, url }, this.options);
    this.remotes.set(key, remote);
    return remote;
  }
}
