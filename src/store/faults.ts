/** Explains database errors to whoever runs a command: one line with a remedy. */
import { QueryFailedError } from 'typeorm';
import { reasonOf, WriteFailed } from '../errors';

const again = 'then run this again.';
const locked = `is being written by another process, and was for as long as is waited. Wait until that one has ended, ${again}`;
const full = `is full, or its disk or quota is. Make room, ${again}`;
const onlyRead =
  'may only be read. Give the user who runs this the right to write it, or set DATABASE_URL to another one.';
const away = `went away meanwhile. Start it, ${again}`;
const damaged = 'is damaged. Put a backup in its place.';

/**
 * By error codes of SQLite (https://www.sqlite.org/rescode.html), PostgreSQL
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html) and the operating system.
 */
const faults: Readonly<Record<string, string>> = {
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  '55P03': locked,
  '40001': locked,
  '40P01': locked,
  SQLITE_FULL: full,
  '53100': full,
  ENOSPC: full,
  EDQUOT: full,
  SQLITE_IOERR: `cannot be written: its disk, a quota or a limit on the size of files refuses it. Make room, ${again}`,
  '58030': full,
  '53200': `has no memory left. Give it more, ${again}`,
  '53300': `takes no more connections. Wait until there is one, ${again}`,
  SQLITE_READONLY: onlyRead,
  '25006': onlyRead,
  '42501': onlyRead,
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTADB: damaged,
  XX001: damaged,
  XX002: damaged,
  '57P01': away,
  '57P02': away,
  '57P03': away,
  '08003': away,
  '08006': away,
  ECONNREFUSED: away,
  ECONNRESET: away,
  EPIPE: away,
};

const faultIn = (error: unknown): string | undefined => faults[(error as { code?: string }).code ?? ''];

/** Why a database cannot be opened, with a remedy if one is known. */
export function openingFault(error: unknown, name: string): string {
  const fault = faultIn(error);
  const remedy = fault !== undefined && [locked, full, damaged].includes(fault) ? ` It ${fault}` : '';
  return `The database ${name} cannot be opened: ${reasonOf(error)}. DATABASE_URL names it.${remedy}`;
}

/**
 * Rewrites the error of a write for whoever runs the command, without the statement and its values.
 * @param name the name of the database in messages
 */
export function writeFault(error: unknown, name: string): unknown {
  const fault = faultIn(error) ?? (isLost(error) ? away : undefined);
  if (fault !== undefined)
    return new WriteFailed(`Nothing was written: the database ${name} ${fault}`, { cause: error });
  if (!(error instanceof QueryFailedError)) return error;
  return new WriteFailed(`Nothing was written: the database ${name} refused it: ${reasonOf(error)}.`, {
    cause: error,
  });
}

/** The PostgreSQL driver gives no code when a connection ends. */
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /^(Connection terminated|Client has encountered a connection error)/.test(error.message);
