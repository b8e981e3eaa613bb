/** Why a table is not written, or not to its end, and what the client is told. */
import type { GraphQLFormattedError } from 'graphql';
import { BadUserInput, QueryTooComplex } from '../../errors';
import { Refusal } from '../errors';

/** A page was answered with errors: a table with gaps would look whole. */
export class PageFailed extends Error {
  override readonly name = 'PageFailed';

  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'The page was not answered.');
  }

  get code(): string {
    return String(this.errors[0]?.extensions?.code);
  }

  get status(): number {
    return statuses[this.code] ?? 400;
  }
}

const statuses: Readonly<Record<string, number>> = {
  INTERNAL_SERVER_ERROR: 500,
  undefined: 500,
  TIMEOUT: 503,
  SERVICE_UNAVAILABLE: 503,
  UPSTREAM_UNAVAILABLE: 502,
};

/** The data changed while the table was read: its pages would not fit together. */
export class DataChanged extends Error {
  readonly code = 'DATA_CHANGED';
  override readonly name = 'DataChanged';

  constructor() {
    super('The data changed while the table was read. Ask again.');
  }
}

/** The record of which the query asks for a list does not exist. */
export class NoList extends Error {
  override readonly name = 'NoList';

  constructor(field: string) {
    super(`"${field}" is null: there is no such record, and so no list of which a table could be made.`);
  }
}

/** The list has more records than a table may. */
export class TooManyRecords extends Error {
  readonly code = 'QUERY_TOO_COMPLEX';
  override readonly name = 'TooManyRecords';

  constructor(most: number, total: number | null = null) {
    super(
      `The list has ${total ?? 'more than'} ${total === null ? `${most} ` : ''}records; a table has at most ${most}. ` +
        `Narrow the list with "filter", or give "first": ${most} and read on with "after".`,
    );
  }
}

/** The table took too long, or its client stopped reading. */
export class BrokenOff extends Error {
  readonly code = 'TIMEOUT';
  override readonly name = 'BrokenOff';
}

/** What a client is told that has been sent nothing yet; other errors are given back as they are. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof BadUserInput) return new Refusal(400, error.message, error.extensions);
  if (error instanceof QueryTooComplex) return new Refusal(400, error.message, error.extensions);
  if (error instanceof TooManyRecords) return new Refusal(400, error.message, { code: error.code });
  if (error instanceof NoList) return new Refusal(404, error.message, { code: 'NOT_FOUND' });
  if (error instanceof BrokenOff) return new Refusal(503, error.message, { code: error.code });
  if (!(error instanceof DataChanged)) return error;
  const again = { code: error.code, retryAfter: 1 };
  return new Refusal(503, error.message, again, { 'Retry-After': '1' });
}

/** The code under which a table that was broken off is counted; none for a fault of our own. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'INTERNAL_SERVER_ERROR';
