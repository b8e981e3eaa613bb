/** Reads from PostgreSQL, straight from the pool of its DataSource; statements that come again are prepared by name. */
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

/** Texts that are known to come again. */
const mostNames = 500;
const mostTexts = 1_000;
/** A connection on which so many statements were prepared, or so long ones, is replaced by a new one: both sides keep each until it ends. */
const mostOnOneConnection = 2 * mostNames;
const mostCharacters = 2_000_000;

/** Milliseconds before a statement is read again whose connection was lost. */
const whileOthersLeave = 50;

/** How long, in milliseconds, a server may take to end a statement that it was told to end, before its connection is given up. */
const longestSilence = 1_000;
/** So many statements are ended by asking at the same time; the others by closing their connection. */
const mostCancelling = 10;

/** What the server says of a prepared statement that it does not have, has already, or can no longer run as it is. */
const staleStatement = new Set(['26000', '42P05', '0A000']);

/** What was prepared on one connection. */
interface Prepared {
  readonly names: Set<string>;
  /** Of all their texts. */
  characters: number;
}

/** A reader of one server. */
export class PostgresReader implements StatementReader {
  private readonly pool: Pool;
  private readonly texts = new RepeatedTexts(mostTexts);
  private readonly names = new Map<string, string>();
  /** How many statements the server is asked to end at this moment. */
  private cancelling = 0;
  private readonly preparedOn = new WeakMap<PoolClient, Prepared>();

  /** @param canceller another pool of the same server, which has a connection left when all readers are busy. */
  constructor(
    private readonly reader: DataSource,
    private readonly canceller: DataSource,
  ) {
    this.pool = (reader.driver as unknown as { master: Pool }).master;
  }

  /** @throws Unavailable where the server cannot be reached, also on another connection. */
  async read(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    const { text } = statement;
    const name = this.nameOf(text);
    try {
      return await this.readOnce(text, statement.values, name, signal);
    } catch (error) {
      if (signal?.aborted || !isOfConnection(error as Error)) throw asUnavailable(error);
      // Connections that are lost together leave the pool one after another.
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
      // The connection must not go on to another statement, which would be the one that is cancelled.
      if (state.cancelled && !(await state.cancelled)) isBroken = true;
      if (!state.hasEnded) cutOff(client);
      client.release(isBroken || !state.hasEnded);
    }
  }

  /** Asks the server to end what a connection runs. @returns whether it has answered. */
  private cancel(processID: number): Promise<boolean> {
    if (this.cancelling >= mostCancelling) return Promise.resolve(false);
    this.cancelling += 1;
    const asked = this.canceller.query('SELECT pg_cancel_backend($1)', [processID]).then(
      () => true,
      () => false,
    );
    void asked.finally(() => (this.cancelling -= 1));
    return Promise.race([asked, setTimeout(longestSilence, false, { ref: false })]);
  }

  /** Whatever the server says to one who connects, another might say otherwise: that is no fault of a statement. */
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

  /** What was prepared on a connection; one that is new is listened to, as its loss would end the process otherwise. */
  private preparedOf(client: PoolClient): Prepared {
    const cached = this.preparedOn.get(client);
    if (cached) return cached;
    const prepared = { names: new Set<string>(), characters: 0 };
    client.on('error', () => undefined);
    this.preparedOn.set(client, prepared);
    return prepared;
  }

  /** The name of a text that has come before: the same in every process, whichever of them a pooler in front of the server serves. */
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

/** What was read, or the reason of the signal where the server says nothing for so long after it: one that is frozen never would. */
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

/** A replica ends a statement that reads what its server has removed meanwhile. */
const conflict = '40001';

/** Whether a connection cannot be used any more, but another can: what is wrong with a statement has another SQLSTATE. */
export function isOfConnection(error: Error): boolean {
  const { code } = error as { code?: string };
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return true;
  return staleStatement.has(code) || code === conflict || code.startsWith('08') || code.startsWith('57P');
}
