/** Reads the versions of the data from PostgreSQL. Each write notifies the processes that listen on a separate connection (NOTIFY). */
import type { Client } from 'pg';
import { cutOff } from '../driver';
import { withTimeout } from '../with-timeout';
import type { Row } from '../../resource/values';
import { anyClass, type Raised, type Versions } from '../../resource/versions';
import { classChannel, raisedIn, versionChannel, versionsIn, versionsText } from './version-text';
import type { VersionSource } from './version-tracker';

/** Callbacks of the listener, and a fallback. */
export interface PostgresVersionsOptions {
  /** Makes an unconnected client, which times out if the server does not answer. */
  clientOf: () => Promise<Client>;
  /** Called for each write once it is committed. */
  onWrite: (raised: Raised) => void;
  /** Reads the versions while there is no listening connection. */
  otherwise: () => Promise<Versions>;
}

/** Minimum milliseconds between attempts to reconnect. */
const pauseBetweenAttempts = 1_000;

/** Timeout of the fallback in milliseconds. */
const longestRead = 1_000;

export class PostgresVersions implements VersionSource {
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private triedAt = -Infinity;
  private closed = false;

  constructor(private readonly options: PostgresVersionsOptions) {}

  get listening(): boolean {
    return this.client !== null;
  }

  /** Reads on the listening connection, which also checks that it is alive: a proxy may have cut it, or may hold notifications back. */
  async read(): Promise<Versions> {
    const { client } = this;
    if (client) return this.ask(client);
    if (!this.closed && performance.now() - this.triedAt > pauseBetweenAttempts) {
      this.connecting ??= this.connect().finally(() => (this.connecting = null));
    }
    return this.otherwise();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.connecting;
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private async connect(): Promise<void> {
    this.triedAt = performance.now();
    const client = await this.options.clientOf();
    client.on('error', () => this.leave(client));
    client.on('end', () => this.leave(client));
    client.on('notification', ({ channel, payload = '' }) => {
      // An earlier release sends only the version.
      const raised = channel === classChannel ? raisedIn(payload) : written(Number(payload));
      this.options.onWrite(raised);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${classChannel}`);
      await client.query(`LISTEN ${versionChannel}`);
      // Catches up on writes from before it listened.
      const { number } = await versionsBy(client);
      this.client = client;
      this.options.onWrite(written(number));
    } catch {
      cutOff(client);
    }
  }

  private async ask(client: Client): Promise<Versions> {
    try {
      return await versionsBy(client);
    } catch {
      this.leave(client);
      cutOff(client);
      return this.otherwise();
    }
  }

  /** A request is waiting for the versions, so an unresponsive server is given up soon. */
  private otherwise(): Promise<Versions> {
    return withTimeout(longestRead, this.options.otherwise());
  }

  private leave(client: Client): void {
    if (this.client === client) this.client = null;
  }
}

async function versionsBy(client: Client): Promise<Versions> {
  const { rows } = await client.query<Row>(versionsText);
  return versionsIn(rows);
}

/** A write of which only the version is known. */
const written = (version: number): Raised => ({ version, touched: [anyClass] });
