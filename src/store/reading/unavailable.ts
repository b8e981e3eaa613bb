/** Which failures say that a database cannot be had for now, and not that something is wrong with a statement. */
import { Unavailable } from '../../errors';

/** What the system says of a server, or of the way to it. */
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

/** Of SQLite: another process has the file, or the disk does not give it. https://www.sqlite.org/rescode.html */
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
 * Classes of PostgreSQL: connections, resources such as the number of connections, and a server that stops or starts.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ofTheServer = /^(08...|53...|57P0[1-5])$/;

/** What the driver says without a code when a connection ends or is not answered. */
const ofTheDriver =
  /^(Connection terminated|timeout e|Query read timeout|PostgreSQL cannot be reached|Client has)/;

/** Whether the same would be answered by a database that is up again. */
export function isUnavailability(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  const { code = '', message = '', cause } = error as { code?: string; message?: string; cause?: unknown };
  if (ofTheWay.has(code) || ofTheFile.has(code) || ofTheServer.test(code)) return true;
  return ofTheDriver.test(message) || (cause instanceof Error && isUnavailability(cause));
}

/** A file that holds no database any more: waiting does not help a start, but clients may come back when it was restored. */
const isDamage = ({ code }: { code?: string }): boolean =>
  code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB';

/** What a reader fails with: as unavailable where it is that. */
export const asUnavailable = (error: unknown): unknown =>
  !(error instanceof Unavailable) && (isUnavailability(error) || isDamage(error as { code?: string }))
    ? new Unavailable(error)
    : error;
