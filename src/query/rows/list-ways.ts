/** The argument combinations ("ways") of lists. Each may be cached as a separate list, and clients decide how many there are. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ReadClasses } from '../../resource/versions';
import type { OrderTerm } from '../order';
import type { CountedList } from './cached';
import { getOrMake } from '../../maps';

/** Number of ways of a list that are cached at the first request. Further ones are cached only when they are repeated. */
const waysAtOnce = 16;
/** Number of ways whose order is remembered. */
const mostWays = 1_000;
/** More lists than any schema has. */
const mostLists = 10_000;

export class ListWays {
  /** The order in which each way is cached. For counting, any order will do. */
  private readonly orders = new LRUCache<string, readonly OrderTerm[]>({ max: mostWays });
  /** Number of loaded ways of each list. */
  private readonly loaded = new LRUCache<string, number>({ max: mostLists });

  /** The classes from which counts are read, by key. */
  private readonly classes = new LRUCache<string, ReadClasses>({ max: mostWays });

  /** The classes from which something is read, determined at the first request. */
  classesOf(key: string, find: () => ReadClasses): ReadClasses {
    return getOrMake(this.classes, key, find);
  }

  /** The order in which a way is cached; undefined if it is not. */
  orderOf(way: string): readonly OrderTerm[] | undefined {
    return this.orders.get(way);
  }

  /** Whether a way should be cached only when it is repeated. */
  isOneTooMany(list: string, way: string): boolean {
    return (this.loaded.get(list) ?? 0) >= waysAtOnce && !this.orders.has(way);
  }

  /** Records that a way was loaded. */
  note(list: string, way: string, terms: readonly OrderTerm[]): void {
    if (!this.orders.has(way)) this.loaded.set(list, (this.loaded.get(list) ?? 0) + 1);
    this.orders.set(way, terms);
  }
}

/** The name of a list with its arguments. */
export const wayOf = ({ listing, signature }: CountedList): string =>
  shortened(`${listing.name} ${signature}`);

/** Clients decide how long arguments are, so long keys are hashed. */
export const shortened = (key: string): string =>
  key.length <= longestKey ? key : createHash('sha256').update(key).digest('base64url');
const longestKey = 256;

const texts = new WeakMap<readonly OrderTerm[], string>();

/** The text of an order. Plans reuse the same order object, so it is cached. */
export const textOf = (terms: readonly OrderTerm[]): string =>
  getOrMake(texts, terms, () => JSON.stringify(terms));
