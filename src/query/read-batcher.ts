/** Reads for several requests together: those that ask the same at the same moment are answered by one statement. */
import { atEndOfTurn } from './end-of-turn';
import type { Cancellation } from './cancellation';
import type { KeyedRead } from './keyed-read';
import type { Reader } from './sql';

/** Keys of one statement; more are asked for in several. */
const mostKeys = 500;

/** How often cancelled waiters are looked for, in milliseconds: most statements end before the first time. */
const checkEvery = 25;

/** A request that waits for what is read for some keys. */
interface Waiter {
  keys: readonly string[];
  cancellation: Cancellation;
  resolve: (found: ReadonlyMap<string, unknown>) => void;
  reject: (reason: Error) => void;
}

/**
 * Gathers what is asked for in one turn of the event loop, in which the requests of many clients arrive where there are many, and asks
 * for it at its end, or as soon as the database has a connection for it. Nobody waits longer for it than alone, and nobody gets what was
 * read before it was asked for.
 */
export class ReadBatcher {
  private readonly gathered = new Map<KeyedRead<unknown>, Waiter[]>();
  private running = 0;
  private isSoon = false;
  /** Drops cancelled waiters while no connection is free. */
  private checking: NodeJS.Timeout | undefined;

  /** @param connections how many statements the database runs at the same time. */
  constructor(
    private readonly reader: Reader,
    private readonly connections: number,
  ) {}

  /**
   * Reads for these keys, and perhaps for those of others: more may be found than was asked for.
   * @param cancellation ends the waiting with its reason; a statement without waiters is stopped.
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

  /** Asks for all keys of a group, as long as one of them waits. */
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

/** The waiters of one statement. Their cancellations are polled: a listener for each would cost more than what is read. */
class Waiters {
  private readonly controller = new AbortController();
  private readonly checking: NodeJS.Timeout;
  private waiters: readonly Waiter[];

  constructor(waiters: readonly Waiter[]) {
    this.waiters = waiters;
    this.checking = setInterval(() => this.dropCancelled(), checkEvery);
    this.dropCancelled();
  }

  /** Stops the statement once nobody waits for it. */
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

/** Those that are not cancelled; the others are rejected. */
function stillWaiting(waiters: readonly Waiter[]): Waiter[] {
  return waiters.filter(({ cancellation: { reason }, reject }) => {
    if (reason) reject(reason);
    return !reason;
  });
}

/** Waiters in groups whose statement has no more keys than it may; who asks for more is alone. */
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
