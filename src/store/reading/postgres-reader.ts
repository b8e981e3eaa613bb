/** Reads from PostgreSQL, directly from the pool of a DataSource. Statements that are repeated are prepared by name. */
import { createHash } from 'node:crypto';
import { setTimeout as setTimer } from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { reasonOf } from '../../errors';
import type { Row, Statement } from '../../resource/values';
import { cutOff } from '../driver';
import { RepeatedTexts } from './repeated-texts';
import { stoppable, type Done, type StatementReader } from './statement-reader';
import { asUnavailable } from './unavailable';

/** Limits on the number of statement names and remembered texts. */
const mostNames = 500;
const mostTexts = 1_000;
/** A connection with more prepared statements, or longer ones, is replaced, because client and server keep them until it closes. */
const mostOnOneConnection = 2 * mostNames;
const mostCharacters = 2_000_000;

/** Milliseconds to wait before a statement is retried whose connection was lost. */
const whileOthersLeave = 50;

/** Milliseconds that a server may take to cancel a statement before its connection is closed instead. */
const longestSilence = 1_000;
/** The most concurrent cancel requests. Beyond that, connections are closed instead. */
const mostCancelling = 10;

/** Codes for a prepared statement that the server does not have, has already, or can no longer run because a table changed. */
const staleStatement = new Set(['26000', '42P05', '0A000']);

/** The statements prepared on one connection. */
interface Prepared {
  readonly names: Set<string>;
  /** Total length of their texts. */
  characters: number;
}

/** A reader for one server. */
export class PostgresReader implements StatementReader {
  private readonly pool: Pool;
  private readonly texts = new RepeatedTexts(mostTexts);
  private readonly names = new Map<string, string>();
  /** Number of cancel requests that are running. */
  private cancelling = 0;
  private readonly preparedOn = new WeakMap<PoolClient, Prepared>();

  /** @param canceller a separate pool to the same server, with a free connection even when all readers are busy */
  constructor(
    private readonly reader: DataSource,
    private readonly canceller: DataSource,
  ) {
    this.pool = (reader.driver as unknown as { master: Pool }).master;
  }

  /** @throws Unavailable when the server cannot be reached, not even with a new connection */
  async read(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    const { text } = statement;
    const name = this.nameOf(text);
    try {
      return await this.readOnce(text, statement.values, name, signal);
    } catch (error) {
      if (signal?.aborted || !isOfConnection(error as Error)) throw asUnavailable(error);
      // If a server restarts, all its connections break, and the pool removes them one after another.
      await setTimeout(whileOthersLeave);
      return this.readOnce(text, statement.values, undefined, signal).catch((again: unknown) => {
        throw asUnavailable(again);
      });
    }
  }

  close(): Promise<void> {
    return this.reader.destroy();
  }

  private async readOnce(
    text: string,
    values: unknown[],
    name: string | undefined,
    signal?: AbortSignal,
  ): Promise<Row[]> {
    const client = (await this.connection(signal)) as PoolClient & { processID: number };
    const prepared = this.preparedOf(client);
    if (name !== undefined && !prepared.names.has(name)) {
      prepared.names.add(name);
      prepared.characters += text.length;
    }
    const state: { cancelled?: Promise<boolean>; hasEnded: boolean } = { hasEnded: false };
    let isBroken = prepared.names.size > mostOnOneConnection || prepared.characters > mostCharacters;
    const begin = (done: Done): void =>
      client.query<Row>({ name, text, values }, (error: Error | null, result) => {
        state.hasEnded = true;
        isBroken ||= error !== null && isOfConnection(error);
        if (error) done(error, []);
        else done(null, result.rows);
      });
    const stop = (): void => void (state.cancelled = this.cancel(client.processID));
    try {
      return await unlessSilent(stoppable(begin, stop, signal), signal);
    } finally {
      // A connection must not be reused before its cancel request was answered, or that could hit the next statement.
      if (state.cancelled && !(await state.cancelled)) isBroken = true;
      if (!state.hasEnded) cutOff(client);
      client.release(isBroken || !state.hasEnded);
    }
  }

  /** Asks the server to cancel the statement that a connection runs. @returns whether the server answered */
  private cancel(processID: number): Promise<boolean> {
    if (this.cancelling >= mostCancelling) return Promise.resolve(false);
    this.cancelling += 1;
    const sent = this.canceller.query('SELECT pg_cancel_backend($1)', [processID]).then(
      () => true,
      () => false,
    );
    void sent.finally(() => (this.cancelling -= 1));
    return Promise.race([sent, setTimeout(longestSilence, false, { ref: false })]);
  }

  /** Any error while connecting counts as "unreachable": a new attempt may succeed, and it is not the statement's fault. */
  private connection(signal?: AbortSignal): Promise<PoolClient> {
    const connecting = this.pool.connect().catch((error: unknown) => {
      throw new Error(`PostgreSQL cannot be reached: ${reasonOf(error)}`, { cause: error });
    });
    if (!signal) return connecting;
    return new Promise((resolve, reject) => {
      let isGivenUp = false;
      const giveUp = (): void => {
        isGivenUp = true;
        reject(signal.reason as Error);
      };
      if (signal.aborted) giveUp();
      else signal.addEventListener('abort', giveUp, { once: true });
      connecting
        .then((client) => (isGivenUp ? client.release() : resolve(client)), reject)
        .finally(() => signal.removeEventListener('abort', giveUp));
    });
  }

  /** The statements prepared on a connection. A new connection gets an error listener, as its loss would otherwise end the process. */
  private preparedOf(client: PoolClient): Prepared {
    const cached = this.preparedOn.get(client);
    if (cached) return cached;
    const prepared = { names: new Set<string>(), characters: 0 };
    client.on('error', () => undefined);
    this.preparedOn.set(client, prepared);
    return prepared;
  }

  /** The name of a repeated statement. It is a hash of the text, so all processes use the same one, also behind a connection pooler. */
  private nameOf(text: string): string | undefined {
    const cached = this.names.get(text);
    if (cached !== undefined) return cached;
    if (!this.texts.again(text)) return undefined;
    const name = `num_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    if (this.names.size >= mostNames) {
      const [oldest = ''] = this.names.keys();
      this.names.delete(oldest);
    }
    this.names.set(text, name);
    return name;
  }
}

/** The rows, or the signal's reason if the server stays silent after the cancellation, as a frozen one would. */
function unlessSilent(reading: Promise<Row[]>, signal?: AbortSignal): Promise<Row[]> {
  if (!signal) return reading;
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const giveUp = (): void => {
      timer = setTimer(() => reject(signal.reason as Error), longestSilence);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    reading.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
      clearTimeout(timer);
    });
  });
}

/** A replica cancels a statement that reads rows which the primary has removed meanwhile. */
const conflict = '40001';

/** Whether an error is about the connection, so that another connection may succeed. Errors of the statement have other SQLSTATEs. */
export function isOfConnection(error: Error): boolean {
  const { code } = error as { code?: string };
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return true;
  return staleStatement.has(code) || code === conflict || code.startsWith('08') || code.startsWith('57P');
}
