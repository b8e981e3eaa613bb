/** Errors of tables: why one is not written or breaks off, and what the client is told. */
import type { GraphQLFormattedError } from 'graphql';
import { BadUserInput, QueryTooComplex } from '../../errors';
import { Refusal } from '../errors';

/** A page had errors. The table is not continued, because one with gaps would look complete. */
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

/** The data changed while the table was read, so its pages would not be consistent. */
export class DataChanged extends Error {
  readonly code = 'DATA_CHANGED';
  override readonly name = 'DataChanged';

  constructor() {
    super('The data changed while the table was read. Ask again.');
  }
}

/** The record whose list was requested does not exist. */
export class NoList extends Error {
  override readonly name = 'NoList';

  constructor(field: string) {
    super(`"${field}" is null: there is no such record, and so no list of which a table could be made.`);
  }
}

/** The list has more records than a table may have. */
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

/** Converts an error of a table of which nothing was sent yet. Other errors are returned unchanged. */
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

/** The code for metrics. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'INTERNAL_SERVER_ERROR';
