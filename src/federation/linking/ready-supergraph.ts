/** Answers from a supergraph that others composed, and exchanges it when it changes. */
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
import { Composer } from './compose';
import { localCaller, type LocalSubgraph } from './local-subgraph';
import type { ReadSupergraph } from './supergraph-source';

export interface ReadySupergraphOptions {
  read: ReadSupergraph;
  /** Our own part, where the supergraph has one. */
  local?: LocalSubgraph;
  /** How the subgraphs of a supergraph are asked. */
  callerOf: (supergraph: Supergraph) => CallSubgraph;
  /** Told which subgraph answered what turned out wrong. */
  note: (fault: SubgraphUnavailable) => void;
  /** How often it is read anew, in milliseconds. */
  every: number;
  /** Told why a new text is not used; the last good one stays, unless the new one protects what was open there (FeatureNotEnforced). */
  onRefused: (error: unknown) => void;
  /** What is served where the supergraph at the start cannot be used, and is told why; null for nothing. */
  instead?: (error: unknown) => Promise<string | null>;
  onChanged?: (supergraph: Supergraph) => void;
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

  /** @throws Error when there is no usable supergraph at the start. */
  static async open(options: ReadySupergraphOptions): Promise<ReadySupergraph> {
    const begin = async (text: string): Promise<ReadySupergraph> =>
      new ReadySupergraph(text, new ApolloGateway(await engineOf(text, options), text), options);
    try {
      return await begin(await options.read());
    } catch (error) {
      // What it protects was open in those before.
      if (error instanceof FeatureNotEnforced) throw error;
      const text = (await options.instead?.(error)) ?? null;
      if (text === null) throw error;
      return begin(text);
    }
  }

  /**
   * Reads it anew; a changed one takes over, one that cannot be used is left. What is being read already is waited for first: that may
   * have begun before the text changed.
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
      if (text === this.text) return;
      await this.use(text);
      this.text = text;
    } catch (error) {
      this.options.onRefused(error);
    }
  }

  /** What a supergraph protects may not stay as open as it was before: then nothing of the others is answered any more. */
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
  const supergraph = readSupergraph(text);
  const engine = await (local
    ? engineWith(local, supergraph, callerOf(supergraph))
    : makeEngine(supergraph, callerOf(supergraph)));
  noteOwners(engine.schema, supergraph.owners, local?.name ?? null);
  onChanged?.(supergraph);
  return notingFaults(engine, note);
}

/** Answers from our own part alone. */
async function engineAlone(local: LocalSubgraph): Promise<Engine> {
  const { alone } = await Composer.of(local);
  return engineWith(local, alone, localCaller(local));
}

/** Answers nothing, until there is a supergraph that can be used. */
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
