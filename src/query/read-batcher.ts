/** Batches reads of concurrent requests: those that read the same thing at the same moment share one statement. */
import { atEndOfTurn } from './end-of-turn';
import type { Cancellation } from './cancellation';
import type { KeyedRead } from './keyed-read';
import type { Reader } from './sql';

/** Maximum number of keys in a statement. */
const mostKeys = 500;

/** Milliseconds between checks for cancelled waiters. Most statements end before the first check. */
const checkEvery = 25;

/** A request that waits for a read. */
interface Waiter {
  keys: readonly string[];
  cancellation: Cancellation;
  resolve: (found: ReadonlyMap<string, unknown>) => void;
  reject: (reason: Error) => void;
}

/**
 * Collects reads during one turn of the event loop, in which the requests of many clients may arrive, and runs them at its end, or
 * as soon as the database has a free connection. No request waits longer than it would alone, and none gets data that were read
 * before its own request for them.
 */
export class ReadBatcher {
  private readonly gathered = new Map<KeyedRead<unknown>, Waiter[]>();
  private running = 0;
  private isSoon = false;
  /** Removes cancelled waiters while no connection is free. */
  private checking: NodeJS.Timeout | undefined;

  /** @param connections number of statements that the database runs concurrently */
  constructor(
    private readonly reader: Reader,
    private readonly connections: number,
  ) {}

  /**
   * Reads by these keys, possibly together with others. The result may contain more keys.
   * @param cancellation ends the waiting; a statement without waiters is cancelled
   */
  read<Found>(
    read: KeyedRead<Found>,
    keys: readonly string[],
    cancellation: Cancellation,
  ): Promise<ReadonlyMap<string, Found>> {
    return new Promise((resolve, reject) => {
      const waiter = { keys, cancellation, resolve: resolve as Waiter['resolve'], reject };
      this.soon();
      const others = this.gathered.get(read as KeyedRead<unknown>);
      if (others) others.push(waiter);
      else this.gathered.set(read as KeyedRead<unknown>, [waiter]);
    });
  }

  private soon(): void {
    if (this.running >= this.connections) this.checking ??= setInterval(this.dropCancelled, checkEvery);
    else if (!this.isSoon) {
      this.isSoon = true;
      atEndOfTurn(this.askNow);
    }
  }

  private readonly askNow = (): void => {
    this.isSoon = false;
    for (const [read, waiters] of this.gathered) {
      if (this.running >= this.connections) {
        this.soon();
        return;
      }
      this.gathered.delete(read);
      for (const group of groupsOf(waiters)) void this.askFor(read, group);
    }
    this.stopChecking();
  };

  private readonly dropCancelled = (): void => {
    for (const [read, waiters] of this.gathered) {
      const waiting = stillWaiting(waiters);
      if (waiting.length > 0) this.gathered.set(read, waiting);
      else this.gathered.delete(read);
    }
    if (this.gathered.size === 0) this.stopChecking();
  };

  private stopChecking(): void {
    clearInterval(this.checking);
    this.checking = undefined;
  }

  /** Runs the statement of a group, unless all its waiters are cancelled. */
  private async askFor(read: KeyedRead<unknown>, group: readonly Waiter[]): Promise<void> {
    const waiting = new Waiters(group);
    this.running += 1;
    try {
      const keys = keysOf(group);
      const statement = read.statement(this.reader, keys);
      const rows = await this.reader.read(statement, waiting.signal);
      waiting.answer(read.found(rows, countKeys(group) > keys.length));
    } catch (error) {
      waiting.fail(error as Error);
    } finally {
      this.running -= 1;
      if (this.gathered.size > 0) this.soon();
    }
  }
}

/** The waiters of one statement. Their cancellations are polled, as a listener for each would cost more than the read. */
class Waiters {
  private readonly controller = new AbortController();
  private readonly checking: NodeJS.Timeout;
  private waiters: readonly Waiter[];

  constructor(waiters: readonly Waiter[]) {
    this.waiters = waiters;
    this.checking = setInterval(() => this.dropCancelled(), checkEvery);
    this.dropCancelled();
  }

  /** Aborts the statement when nobody waits for it. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  answer(found: ReadonlyMap<string, unknown>): void {
    this.end();
    for (const { resolve } of this.waiters) resolve(found);
  }

  fail(error: Error): void {
    this.end();
    for (const { reject } of this.waiters) reject(error);
  }

  private dropCancelled(): void {
    const [first] = this.waiters;
    this.waiters = stillWaiting(this.waiters);
    if (first && this.waiters.length === 0) this.controller.abort(first.cancellation.reason);
  }

  private end(): void {
    clearInterval(this.checking);
    this.dropCancelled();
  }
}

/** The waiters that are not cancelled. Others are rejected. */
function stillWaiting(waiters: readonly Waiter[]): Waiter[] {
  return waiters.filter(({ cancellation: { reason }, reject }) => {
    if (reason) reject(reason);
    return !reason;
  });
}

/** Groups waiters so that no statement has too many keys. A waiter with more keys gets its own group. */
function groupsOf(waiters: readonly Waiter[]): Waiter[][] {
  const groups: Waiter[][] = [];
  let room = 0;
  for (const waiter of waiters) {
    const last = groups.at(-1);
    if (last && waiter.keys.length <= room) last.push(waiter);
    else {
      groups.push([waiter]);
      room = mostKeys;
    }
    room -= waiter.keys.length;
  }
  return groups;
}

const countKeys = (group: readonly Waiter[]): number => group.reduce((sum, { keys }) => sum + keys.length, 0);

function keysOf(group: readonly Waiter[]): readonly string[] {
  const [first, ...others] = group;
  if (!first || others.length === 0) return first?.keys ?? [];
  return [...new Set(group.flatMap(({ keys }) => keys))];
}
