/** The ways in which lists are narrowed: each may be a list of its own in the cache, and clients decide how many there are. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ReadClasses } from '../../resource/versions';
import type { OrderTerm } from '../order';
import type { CountedList } from './cached';
import { getOrMake } from '../../maps';

/** So many ways to narrow a list are cached when they are first asked for; the next ones when they are asked for again. */
const waysAtOnce = 16;
/** So many ways are remembered with the order in which they are cached. */
const mostWays = 1_000;
/** As many lists as a schema may have. */
const mostLists = 10_000;

export class ListWays {
  /** The order in which a list is cached, by its way: whatever the order, it can be counted. */
  private readonly orders = new LRUCache<string, readonly OrderTerm[]>({ max: mostWays });
  /** How many ways of each list were loaded. */
  private readonly loaded = new LRUCache<string, number>({ max: mostLists });

  /** The classes from which counts are read, by their keys. */
  private readonly classes = new LRUCache<string, ReadClasses>({ max: mostWays });

  /** The classes from which something is read, found out when it is first asked for. */
  classesOf(key: string, find: () => ReadClasses): ReadClasses {
    return getOrMake(this.classes, key, find);
  }

  /** An order in which a way is cached; undefined where it is not. */
  orderOf(way: string): readonly OrderTerm[] | undefined {
    return this.orders.get(way);
  }

  /** Whether a way is one of those that are cached only when they are asked for again. */
  isOneTooMany(list: string, way: string): boolean {
    return (this.loaded.get(list) ?? 0) >= waysAtOnce && !this.orders.has(way);
  }

  /** Takes note that a way was loaded. */
  note(list: string, way: string, terms: readonly OrderTerm[]): void {
    if (!this.orders.has(way)) this.loaded.set(list, (this.loaded.get(list) ?? 0) + 1);
    this.orders.set(way, terms);
  }
}

/** The name of a list with the arguments that narrow it. */
export const wayOf = ({ listing, signature }: CountedList): string =>
  shortened(`${listing.name} ${signature}`);

/** Clients decide how long arguments are; keys of a bounded number of values must be bounded too. */
export const shortened = (key: string): string =>
  key.length <= longestKey ? key : createHash('sha256').update(key).digest('base64url');
const longestKey = 256;

const texts = new WeakMap<readonly OrderTerm[], string>();

/** The text of an order; plans ask in the same order again and again. */
export const textOf = (terms: readonly OrderTerm[]): string =>
  getOrMake(texts, terms, () => JSON.stringify(terms));
