/** Recognises errors that mean that a database is unavailable for now, rather than that a statement is wrong. */
import { Unavailable } from '../../errors';

/** Network errors of the operating system. */
const ofTheWay = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** SQLite: the file is locked by another process, or cannot be read from the disk. https://www.sqlite.org/rescode.html */
const ofTheFile = new Set([
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_PROTOCOL',
  'SQLITE_FULL',
  'SQLITE_NOMEM',
]);

/**
 * PostgreSQL: connection errors, exhausted resources such as connections, and a server that starts or stops.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ofTheServer = /^(08...|53...|57P0[1-5])$/;

/** Messages of the driver without a code, when a connection ends or times out. */
const ofTheDriver =
  /^(Connection terminated|timeout e|Query read timeout|PostgreSQL cannot be reached|Client has)/;

/** Whether the same statement may succeed when the database is up again. */
export function isUnavailability(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  const { code = '', message = '', cause } = error as { code?: string; message?: string; cause?: unknown };
  if (ofTheWay.has(code) || ofTheFile.has(code) || ofTheServer.test(code)) return true;
  return ofTheDriver.test(message) || (cause instanceof Error && isUnavailability(cause));
}

/** A damaged file. Waiting does not help at the start, but later it may be restored, so clients may retry. */
const isDamage = ({ code }: { code?: string }): boolean =>
  code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB';

/** Wraps an error in Unavailable if it means that. */
export const asUnavailable = (error: unknown): unknown =>
  !(error instanceof Unavailable) && (isUnavailability(error) || isDamage(error as { code?: string }))
    ? new Unavailable(error)
    : error;
