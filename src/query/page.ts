/** Pages of lists after the Relay cursor connections specification, https://relay.dev/graphql/connections.htm */
import { createHash } from 'node:crypto';
import type { Sql } from 'sql-template-tag';
import { BadUserInput } from '../errors';
import type { OrderTerm, Place } from './order';
import { isStorable, literal } from './sql';

/** The arguments of every connection. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export const defaultPageSize = 20;
export const largestPageSize = 100;

/** A checked page: how many rows, from which end, between which places. */
export interface Window {
  size: number;
  backward: boolean;
  after: Place | null;
  before: Place | null;
}

/** Sizes for which a page is read; the others are read as the next larger one, so that a list has few statements that stay prepared. */
const readSizes = [1, 2, 5, 10, 20, 50, 100];

/** How many rows a statement for a page reads: one more than it holds, which tells whether the list goes on. */
export const rowsOf = ({ size }: Pick<Window, 'size'>): Sql =>
  literal((readSizes.find((each) => each >= size) ?? size) + 1);

/**
 * Checks the arguments of a page.
 * @param list fingerprint of the list: its name and its order; a cursor of another list is refused.
 * @param terms the order, in whose columns the place of a cursor must fit.
 * @throws BadUserInput naming the argument, its value and the remedy.
 */
export function windowOf(
  { first, after, last, before }: PageArguments,
  list: string,
  terms: readonly OrderTerm[],
): Window {
  if (first != null && last != null) {
    throw new BadUserInput(
      `"first" (${first}) and "last" (${last}) exclude each other. Give "first" to read forwards or "last" to read backwards.`,
    );
  }
  const backward = last != null;
  return {
    size: pageSize(backward ? 'last' : 'first', first ?? last ?? defaultPageSize),
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

/** A short name for a list and its order, which its cursors carry. */
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

/** Whether a place has one value for each column of the order, each of the column's type: a database would refuse others. */
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
      return typeof value === 'boolean' || value === 0 || value === 1; // SQLite gives numbers
  }
}
