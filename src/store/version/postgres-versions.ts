/** Reads the versions of the data from PostgreSQL: each write tells it (NOTIFY) to who listens on a connection of its own. */
import type { Client } from 'pg';
import { cutOff } from '../driver';
import { within } from '../within';
import type { Row } from '../../resource/values';
import { anyClass, type Raised, type Versions } from '../../resource/versions';
import { classChannel, raisedIn, versionChannel, versionsIn, versionsText } from './version-text';
import type { VersionSource } from './version-tracker';

/** What is told, and how it is read where nothing is told. */
export interface PostgresVersionsOptions {
  /** Makes a client that is not connected yet, and that gives up what is not answered in time. */
  clientOf: () => Client;
  /** Told what each write did as soon as it is there. */
  onWrite: (raised: Raised) => void;
  /** Reads the versions while nobody listens. */
  otherwise: () => Promise<Versions>;
}

/** How long after it broke it is opened again at the earliest, in milliseconds. */
const pauseBetweenAttempts = 1_000;

/** How long reading it may take where nobody listens, in milliseconds. */
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

  /** Reads by the listening connection, which finds out whether it still hears: a proxy may have cut it, or keep notifications back. */
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
    const client = this.options.clientOf();
    client.on('error', () => this.leave(client));
    client.on('end', () => this.leave(client));
    client.on('notification', ({ channel, payload = '' }) => {
      // An earlier release tells the version alone.
      const raised = channel === classChannel ? raisedIn(payload) : written(Number(payload));
      this.options.onWrite(raised);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${classChannel}`);
      await client.query(`LISTEN ${versionChannel}`);
      // What was written before it listened is seen now.
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

  /** Whoever waits for the versions has a request to answer: a server that says nothing is not waited for. */
  private otherwise(): Promise<Versions> {
    return within(longestRead, this.options.otherwise());
  }

  private leave(client: Client): void {
    if (this.client === client) this.client = null;
  }
}

async function versionsBy(client: Client): Promise<Versions> {
  const { rows } = await client.query<Row>(versionsText);
  return versionsIn(rows);
}

/** A write of which nothing is known but its version. */
const written = (version: number): Raised => ({ version, touched: [anyClass] });
