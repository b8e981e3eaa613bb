/** How the versions of the data are read and told. */
import { classVersionTable, versionTable } from '../../resource/statements';
import type { Row } from '../../resource/values';
import { anyClass, Versions, type Raised } from '../../resource/versions';

/** Reads the versions of all classes with the one that every write raises, in one statement, so that they fit one another. */
export const versionsText = `SELECT '' AS path, version FROM ${versionTable.name} WHERE id = 1 UNION ALL SELECT path, version FROM ${classVersionTable.name}`;

/** The versions that `versionsText` read; no row stands for a database that was never filled. */
export function versionsIn(rows: readonly Row[]): Versions {
  const byPath = new Map(rows.map(({ path, version }) => [path as string, Number(version)]));
  const number = byPath.get('') ?? 0;
  byPath.delete('');
  return new Versions(number, byPath);
}

/** The channel of PostgreSQL on which each write tells the version that it makes. */
export const versionChannel = versionTable.name;

/** The channel on which it tells before what it touched. */
export const classChannel = classVersionTable.name;

/** PostgreSQL takes 8,000 bytes. */
const longestPayload = 7_000;

export function classPayload({ version, touched }: Raised): string {
  const payload = JSON.stringify({ version, touched });
  return payload.length <= longestPayload ? payload : JSON.stringify({ version, touched: [anyClass] });
}

export const raisedIn = (payload: string): Raised => JSON.parse(payload) as Raised;
