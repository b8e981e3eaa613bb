/** Answers from a supergraph that was composed elsewhere, and reloads it when it changes. */
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { noteOwners } from '../../graphql/cost/hops';
import { ApolloGateway } from '../gateway/apollo-gateway';
import type { CallSubgraph, Engine } from '../gateway/engine';
import type { SubgraphUnavailable } from '../gateway/faults';
import { makeEngine } from '../gateway/make-engine';
import { FeatureNotEnforced } from '../gateway/not-enforced';
import { notingFaults } from '../gateway/noting-faults';
import { readSupergraph, type Supergraph } from '../gateway/supergraph';
import { engineWith } from './as-subgraph';
import { withEndpointFields } from './endpoint-fields';
import { Composer } from './compose';
import { localCaller, type LocalSubgraph } from './local-subgraph';
import type { ReadSupergraph } from './supergraph-source';

export interface ReadySupergraphOptions {
  read: ReadSupergraph;
  /** Our own part, if the supergraph contains it. */
  local?: LocalSubgraph;
  /** Makes the caller for the subgraphs of a supergraph. */
  callerOf: (supergraph: Supergraph) => CallSubgraph;
  /** Called when a subgraph's answer turned out to be invalid. */
  note: (fault: SubgraphUnavailable) => void;
  /** Polling interval in milliseconds. */
  every: number;
  /**
   * Called when a new supergraph is not used, with the reason. The last good one stays in use, unless the new one protects fields
   * that were open in it (FeatureNotEnforced).
   */
  onRefused: (error: unknown) => void;
  /** Returns a supergraph to use when the one at the start is unusable, or null. It is given the reason. */
  instead?: (error: unknown) => Promise<string | null>;
  onChanged?: (supergraph: Supergraph) => void;
  /** Whether something else has changed for which the engine is made anew, such as how subgraphs are called. */
  alsoChanged?: () => Promise<boolean>;
}

export class ReadySupergraph {
  private readonly timer: NodeJS.Timeout;
  private reading: Promise<void> | null = null;

  private constructor(
    private text: string,
    readonly gateway: ApolloGateway,
    private readonly options: ReadySupergraphOptions,
  ) {
    const poll = (): void => void (this.reading ?? this.reload());
    this.timer = setInterval(poll, options.every).unref();
  }

  /** @throws Error when there is no usable supergraph at the start */
  static async open(options: ReadySupergraphOptions): Promise<ReadySupergraph> {
    const begin = async (text: string): Promise<ReadySupergraph> =>
      new ReadySupergraph(text, new ApolloGateway(await engineOf(text, options), text), options);
    try {
      return await begin(await options.read());
    } catch (error) {
      // A cached supergraph would leave open what this one protects.
      if (error instanceof FeatureNotEnforced) throw error;
      const text = (await options.instead?.(error)) ?? null;
      if (text === null) throw error;
      return begin(text);
    }
  }

  /**
   * Reads the supergraph again. A changed one takes over; an unusable one is ignored. Waits first for a read that is already
   * running, because that may have begun before the change.
   */
  reload(): Promise<void> {
    const reading = (this.reading ?? Promise.resolve())
      .then(() => this.exchange())
      .finally(() => {
        if (this.reading === reading) this.reading = null;
      });
    this.reading = reading;
    return reading;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async exchange(): Promise<void> {
    try {
      const text = await this.options.read();
      const isCalledOtherwise = (await this.options.alsoChanged?.()) ?? false;
      if (text === this.text && !isCalledOtherwise) return;
      await this.use(text);
      this.text = text;
    } catch (error) {
      this.options.onRefused(error);
    }
  }

  /**
   * If the new supergraph protects fields that the gateway cannot protect, the former one may not stay in use either:
   * nothing of other subgraphs is answered any more.
   */
  private async use(text: string): Promise<void> {
    try {
      this.gateway.swap(await engineOf(text, this.options), text);
    } catch (error) {
      if (!(error instanceof FeatureNotEnforced)) throw error;
      const { local, onRefused } = this.options;
      this.gateway.swap(local ? await engineAlone(local) : closed(this.gateway.schema), text);
      onRefused(error);
    }
  }
}

async function engineOf(text: string, options: ReadySupergraphOptions): Promise<Engine> {
  const { callerOf, local, note, onChanged } = options;
  const supergraph = readSupergraph(local ? withEndpointFields(text, local) : text);
  const engine = await (local
    ? engineWith(local, supergraph, callerOf(supergraph))
    : makeEngine(supergraph, callerOf(supergraph)));
  noteOwners(engine.schema, supergraph.owners, local?.name ?? null);
  onChanged?.(supergraph);
  return notingFaults(engine, note);
}

/** An engine for our own part alone. */
async function engineAlone(local: LocalSubgraph): Promise<Engine> {
  const { alone } = await Composer.of(local);
  return engineWith(local, alone, localCaller(local));
}

/** An engine that answers every query with an error, until there is a usable supergraph. */
const closed = (schema: GraphQLSchema): Engine => ({
  schema,
  execute: () =>
    Promise.resolve({
      errors: [
        new GraphQLError(
          'The graph is closed for now: its fields are protected in a way that this gateway cannot enforce. Its operator finds the reason in the log.',
          { extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } } },
        ),
      ],
    }),
});
