/** A gateway over a small world, served in this process on a free port, with its log at hand. */
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { startApp, type AppOptions } from '../../src/app';
import { readConfig } from '../../src/config';
import { behind, type Dialect } from '../helpers/databases';
import { SmallWorld, type PlainRecords } from '../helpers/small-world';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, read as JSON. */
  json: unknown;
}

export class Gateway {
  /** The lines of the log. */
  readonly log: Record<string, unknown>[] = [];
  url = '';
  /** Stops the gateway; the database stays. */
  stop: () => Promise<void> = () => Promise.resolve();
  /** What SIGHUP does. */
  reload: () => void = () => undefined;

  private constructor(readonly world: SmallWorld) {}

  /** @param environment further variables, such as limits that a test wants to reach soon. */
  static async over(
    dialect: Dialect,
    records: PlainRecords,
    options: AppOptions = {},
    environment: Record<string, string> = {},
  ): Promise<Gateway> {
    return Gateway.of(await SmallWorld.of(dialect, records), environment, options);
  }

  static async of(
    world: SmallWorld,
    environment: Record<string, string> = {},
    options: AppOptions = {},
  ): Promise<Gateway> {
    const gateway = new Gateway(world);
    await gateway.start(environment, options);
    return gateway;
  }

  /** Starts it over the same database, as after a stop. */
  async start(environment: Record<string, string> = {}, options: AppOptions = {}): Promise<void> {
    const config = readConfig({ PORT: '0', DATABASE_URL: this.world.database.url, ...environment });
    const write = (line: string) => this.log.push(JSON.parse(line) as Record<string, unknown>);
    const app = await startApp(config, { log: pino({}, { write }), ...options });
    this.url = app.url;
    this.stop = app.stop;
    this.reload = app.reload;
  }

  async get(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      get json() {
        return JSON.parse(text) as unknown;
      },
    };
  }

  ask(query: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
  }

  /** Does something to the database behind the gateway's back. */
  behind<T>(work: (database: DataSource) => Promise<T>): Promise<T> {
    return behind(this.world.database, work);
  }

  async end(): Promise<void> {
    await this.stop();
    await this.world.end();
  }
}

/** Keeps nothing between requests: for tests that count what is read, or change the tables behind the gateway's back. */
export const unkept = { ROW_CACHE_MEMORY: '0' };

/** Two sites and an office, enough to be asked for. */
export const sites: PlainRecords = {
  Institution: [
    { slug: 'marburg', name: { de: 'Universitätsklinikum Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
    {
      slug: 'giessen',
      name: { de: 'Klinikum Gießen', en: 'Giessen Hospital' },
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
    },
  ],
  Contact: [{ slug: 'help-desk', name: { en: 'Help desk' } }],
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
  Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' }],
};
