/** Pages of lists according to the Relay cursor connections specification, https://relay.dev/graphql/connections.htm */
import { createHash } from 'node:crypto';
import type { Sql } from 'sql-template-tag';
import { BadUserInput } from '../errors';
import type { OrderTerm, Place } from './order';
import { isStorable, literal } from './sql';

/** The page arguments of a connection. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export const defaultPageSize = 20;
export const largestPageSize = 100;

/** A validated page: size, direction, and bounds. */
export interface Window {
  size: number;
  backward: boolean;
  after: Place | null;
  before: Place | null;
}

/** Page sizes in statements. Other sizes are rounded up, so that a list has few prepared statements. */
const readSizes = [1, 2, 5, 10, 20, 50, 100];

/** The LIMIT of a page: one row more than its size, to know whether the list goes on. */
export const rowsOf = ({ size }: Pick<Window, 'size'>): Sql =>
  literal((readSizes.find((each) => each >= size) ?? size) + 1);

/**
 * Validates page arguments.
 * @param list fingerprint of the list's name and order; cursors of other lists are refused
 * @param terms the order that a cursor must fit
 * @throws BadUserInput with the argument, its value and the remedy
 */
export function windowOf(
  { first, after, last, before }: PageArguments,
  list: string,
  terms: readonly OrderTerm[],
): Window {
  const backward = last != null;
  // Where only "last" is given, the schema gives "first" its default.
  if (backward && first != null && first !== defaultPageSize) {
    throw new BadUserInput(
      `"first" (${first}) and "last" (${last}) exclude each other. Give "first" to read forwards or "last" to read backwards.`,
    );
  }
  return {
    size: backward ? pageSize('last', last) : pageSize('first', first ?? defaultPageSize),
    backward,
    after: after == null ? null : placeOf('after', after, list, terms),
    before: before == null ? null : placeOf('before', before, list, terms),
  };
}

function pageSize(argument: string, size: number): number {
  if (size >= 1 && size <= largestPageSize) return size;
  throw new BadUserInput(
    `"${argument}" is ${size}; a page holds 1 to ${largestPageSize} records. ` +
      (size > largestPageSize
        ? `Read further pages with ${argument === 'last' ? '"before": pageInfo.startCursor' : '"after": pageInfo.endCursor'}.`
        : 'For the number of records alone, ask for totalCount.'),
  );
}

/** A short hash of a list and its order, which is part of its cursors. */
export const fingerprint = (list: string): string =>
  createHash('sha256').update(list).digest('base64url').slice(0, 8);

/** The opaque cursor of a place in a list. */
export const cursorOf = (place: Place, list: string): string =>
  Buffer.from(JSON.stringify([list, ...place]), 'utf8').toString('base64url');

function placeOf(argument: string, cursor: string, list: string, terms: readonly OrderTerm[]): Place {
  const decoded = decode(cursor);
  const [of, ...place] = Array.isArray(decoded) ? (decoded as Place) : [];
  if (fits(place, terms) && cursorOf(place, list) === cursor) return place;
  const ofAnother = typeof of === 'string' && of !== list;
  const why = ofAnother ? 'is a cursor of another list or of another order' : 'is no cursor';
  throw new BadUserInput(
    `"${argument}" (${JSON.stringify(cursor.slice(0, 60))}) ${why}. Give a cursor from pageInfo or edges of this very list, with the same orderBy and language, or leave it out.`,
  );
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Whether a place has a value of the right type for each column. A database would refuse others. */
const fits = (place: Place, terms: readonly OrderTerm[]): boolean =>
  place.length === terms.length && terms.every((term, index) => holds(term, place[index]));

const largestInteger = 2 ** 31 - 1;

function holds({ type, nullable }: OrderTerm, value: unknown): boolean {
  if (value === null) return nullable;
  switch (type) {
    case 'text':
    case 'json':
      return isStorable(value);
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) <= largestInteger;
    case 'real':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean' || value === 0 || value === 1; // SQLite returns numbers
  }
}
