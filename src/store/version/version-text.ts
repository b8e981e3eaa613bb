/** How the versions of the data are read and sent. */
import { classVersionTable, versionTable } from '../../resource/statements';
import type { Row } from '../../resource/values';
import { anyClass, Versions, type Raised } from '../../resource/versions';

/** Reads the versions of all classes and the overall version in one statement, so that they are consistent. */
export const versionsText = `SELECT '' AS path, version FROM ${versionTable.name} WHERE id = 1 UNION ALL SELECT path, version FROM ${classVersionTable.name}`;

/** Parses the rows of `versionsText`. There are none in a database that was never filled. */
export function versionsIn(rows: readonly Row[]): Versions {
  const byPath = new Map(rows.map(({ path, version }) => [path as string, Number(version)]));
  const number = byPath.get('') ?? 0;
  byPath.delete('');
  return new Versions(number, byPath);
}

/** PostgreSQL channel on which each write sends its version. */
export const versionChannel = versionTable.name;

/** Channel on which it sends the touched classes first. */
export const classChannel = classVersionTable.name;

/** PostgreSQL's limit is 8,000 bytes. */
const longestPayload = 7_000;

export function classPayload({ version, touched }: Raised): string {
  const payload = JSON.stringify({ version, touched });
  return payload.length <= longestPayload ? payload : JSON.stringify({ version, touched: [anyClass] });
}

export const raisedIn = (payload: string): Raised => JSON.parse(payload) as Raised;
