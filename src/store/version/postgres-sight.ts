/** Sees the version of the data in PostgreSQL: each write tells it (NOTIFY) to who listens on a connection of its own. */
import type { Client } from 'pg';
import { cutOff } from '../driver';
import { within } from '../within';
import { versionChannel, versionText } from './version-text';
import type { VersionSight } from './known-version';

/** What is told, and how it is read where nothing is told. */
export interface PostgresSightOptions {
  /** Makes a client that is not connected yet, and that gives up what is not answered in time. */
  clientOf: () => Client;
  /** Told the version of each write as soon as it is there. */
  onVersion: (version: number) => void;
  /** Reads the version while nobody listens. */
  otherwise: () => Promise<number>;
}

/** How long after it broke it is opened again at the earliest, in milliseconds. */
const pauseBetweenAttempts = 1_000;

/** How long reading it may take where nobody listens, in milliseconds. */
const longestLook = 1_000;

export class PostgresSight implements VersionSight {
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private triedAt = -Infinity;
  private closed = false;

  constructor(private readonly options: PostgresSightOptions) {}

  get listening(): boolean {
    return this.client !== null;
  }

  /** Looks by the listening connection, which finds out whether it still hears: a proxy may have cut it, or keep notifications back. */
  async look(): Promise<number> {
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
    client.on('notification', ({ payload }) => this.options.onVersion(Number(payload)));
    try {
      await client.connect();
      await client.query(`LISTEN ${versionChannel}`);
      // What was written before it listened is seen now.
      const version = await versionBy(client);
      this.client = client;
      this.options.onVersion(version);
    } catch {
      cutOff(client);
    }
  }

  private async ask(client: Client): Promise<number> {
    try {
      return await versionBy(client);
    } catch {
      this.leave(client);
      cutOff(client);
      return this.otherwise();
    }
  }

  /** Whoever waits for the version has a request to answer: a server that says nothing is not waited for. */
  private otherwise(): Promise<number> {
    return within(longestLook, this.options.otherwise());
  }

  private leave(client: Client): void {
    if (this.client === client) this.client = null;
  }
}

async function versionBy(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(versionText);
  return rows[0]?.version ?? 0;
}
