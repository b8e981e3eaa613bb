/** Reads for several requests together: those that ask the same at the same moment are answered by one statement. */
import { atEndOfTurn } from './end-of-turn';
import type { Ending } from './ending';
import type { KeyedRead } from './keyed-read';
import type { Reader } from './sql';

/** Keys of one statement; more are asked for in several. */
const mostKeys = 500;

/** How often a statement looks whether anybody still waits for it, in milliseconds: most end before the first time. */
const looksEvery = 25;

/** Somebody who waits for what is read for some keys. */
interface Asker {
  keys: readonly string[];
  ending: Ending;
  resolve: (found: ReadonlyMap<string, unknown>) => void;
  reject: (reason: Error) => void;
}

/**
 * Gathers what is asked for in one turn of the event loop, in which the requests of many clients arrive where there are many, and asks
 * for it at its end, or as soon as the database has a connection for it. Nobody waits longer for it than alone, and nobody gets what was
 * read before it was asked for.
 */
export class SharedReads {
  private readonly gathered = new Map<KeyedRead<unknown>, Asker[]>();
  private running = 0;
  private isSoon = false;
  /** Looks after those who wait for a connection. */
  private looking: NodeJS.Timeout | undefined;

  /** @param connections how many statements the database runs at the same time. */
  constructor(
    private readonly reader: Reader,
    private readonly connections: number,
  ) {}

  /**
   * Reads for these keys, and perhaps for those of others: more may be found than was asked for.
   * @param ending ends the waiting with its reason; what nobody waits for any more is stopped.
   */
  read<Found>(
    read: KeyedRead<Found>,
    keys: readonly string[],
    ending: Ending,
  ): Promise<ReadonlyMap<string, Found>> {
    return new Promise((resolve, reject) => {
      const asker = { keys, ending, resolve: resolve as Asker['resolve'], reject };
      this.soon();
      const others = this.gathered.get(read as KeyedRead<unknown>);
      if (others) others.push(asker);
      else this.gathered.set(read as KeyedRead<unknown>, [asker]);
    });
  }

  private soon(): void {
    if (this.running >= this.connections) this.looking ??= setInterval(this.look, looksEvery);
    else if (!this.isSoon) {
      this.isSoon = true;
      atEndOfTurn(this.askNow);
    }
  }

  private readonly askNow = (): void => {
    this.isSoon = false;
    for (const [read, askers] of this.gathered) {
      if (this.running >= this.connections) {
        this.soon();
        return;
      }
      this.gathered.delete(read);
      for (const group of groupsOf(askers)) void this.askFor(read, group);
    }
    this.lookNoMore();
  };

  private readonly look = (): void => {
    for (const [read, askers] of this.gathered) {
      const waiting = stillWaiting(askers);
      if (waiting.length > 0) this.gathered.set(read, waiting);
      else this.gathered.delete(read);
    }
    if (this.gathered.size === 0) this.lookNoMore();
  };

  private lookNoMore(): void {
    clearInterval(this.looking);
    this.looking = undefined;
  }

  /** Asks for all keys of a group, as long as one of them waits. */
  private async askFor(read: KeyedRead<unknown>, group: readonly Asker[]): Promise<void> {
    const waiting = new Waiting(group);
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

/** Those who wait for one statement. It looks after them now and then, as a listener for each would cost more than what is read. */
class Waiting {
  private readonly controller = new AbortController();
  private readonly looking: NodeJS.Timeout;
  private askers: readonly Asker[];

  constructor(askers: readonly Asker[]) {
    this.askers = askers;
    this.looking = setInterval(() => this.look(), looksEvery);
    this.look();
  }

  /** Stops the statement once nobody waits for it. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  answer(found: ReadonlyMap<string, unknown>): void {
    this.end();
    for (const { resolve } of this.askers) resolve(found);
  }

  fail(error: Error): void {
    this.end();
    for (const { reject } of this.askers) reject(error);
  }

  private look(): void {
    const [first] = this.askers;
    this.askers = stillWaiting(this.askers);
    if (first && this.askers.length === 0) this.controller.abort(first.ending.reason);
  }

  private end(): void {
    clearInterval(this.looking);
    this.look();
  }
}

/** Those whose end has not come; the others are told. */
function stillWaiting(askers: readonly Asker[]): Asker[] {
  return askers.filter(({ ending: { reason }, reject }) => {
    if (reason) reject(reason);
    return !reason;
  });
}

/** Askers in groups whose statement has no more keys than it may; who asks for more is alone. */
function groupsOf(askers: readonly Asker[]): Asker[][] {
  const groups: Asker[][] = [];
  let room = 0;
  for (const asker of askers) {
    const last = groups.at(-1);
    if (last && asker.keys.length <= room) last.push(asker);
    else {
      groups.push([asker]);
      room = mostKeys;
    }
    room -= asker.keys.length;
  }
  return groups;
}

const countKeys = (group: readonly Asker[]): number => group.reduce((sum, { keys }) => sum + keys.length, 0);

function keysOf(group: readonly Asker[]): readonly string[] {
  const [first, ...others] = group;
  if (!first || others.length === 0) return first?.keys ?? [];
  return [...new Set(group.flatMap(({ keys }) => keys))];
}
