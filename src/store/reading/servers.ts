/** Reads from one of several PostgreSQL servers: from a replica while one is available, otherwise from the primary. */
import type { Row, Statement } from '../../resource/values';
import { isOfConnection } from './postgres-reader';
import type { StatementReader } from './statement-reader';

/** One server. */
export interface Server {
  /** Its name in the log, without password. */
  name: string;
  /** Connects. Fails if the server does not answer, or lacks data that had been written when this process started. */
  open: () => Promise<StatementReader>;
}

/** Milliseconds between attempts to reconnect to a lost server. */
const triedEvery = 2_000;

/**
 * Several servers, of which one is read at a time. Each replica lags by a different amount, and the version of the data and the
 * data themselves must come from the same server. So a process stays with a server until that is lost.
 */
export class Servers implements StatementReader {
  private readonly opened = new Map<Server, StatementReader>();
  private readonly retrying: NodeJS.Timeout;
  private current: { server: Server | null; reader: StatementReader };
  /** Number of changes to another server. After each, the data may be older than before. */
  moves = 0;

  /** @param written the primary, which is read when no replica is available */
  private constructor(
    private readonly replicas: readonly Server[],
    private readonly written: StatementReader,
    private readonly say: (event: string, server: string) => void,
  ) {
    this.current = { server: null, reader: written };
    this.retrying = setInterval(() => void this.tryLost(), triedEvery).unref();
  }

  /** Starts with the first available replica. */
  static async open(
    replicas: readonly Server[],
    written: StatementReader,
    say: (event: string, server: string) => void,
  ): Promise<Servers> {
    const servers = new Servers(replicas, written, say);
    await servers.tryLost();
    servers.moves = 0;
    return servers;
  }

  async read(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    const { server, reader } = this.current;
    try {
      return await reader.read(statement, signal);
    } catch (error) {
      if (!server || signal?.aborted || !isOfConnection(error as Error)) throw error;
      this.lose(server);
      return this.read(statement, signal);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.retrying);
    await Promise.all([this.written, ...this.opened.values()].map((reader) => reader.close()));
  }

  private lose(server: Server): void {
    const reader = this.opened.get(server);
    if (!reader) return;
    this.opened.delete(server);
    this.say('A replica is lost', server.name);
    void reader.close().catch(() => undefined);
    this.move();
  }

  /** Stays with the current server if that is an available replica. */
  private move(): void {
    const { server } = this.current;
    if (server && this.opened.has(server)) return;
    const [next] = this.replicas.filter((replica) => this.opened.has(replica));
    if (!next && !server) return;
    this.current = { server: next ?? null, reader: (next && this.opened.get(next)) ?? this.written };
    this.moves += 1;
    this.say('Reading from', next?.name ?? 'the server that is written');
  }

  private async tryLost(): Promise<void> {
    const lost = this.replicas.filter((replica) => !this.opened.has(replica));
    await Promise.all(
      lost.map(async (replica) => {
        const reader = await replica.open().catch(() => null);
        if (reader) this.opened.set(replica, reader);
      }),
    );
    this.move();
  }
}
