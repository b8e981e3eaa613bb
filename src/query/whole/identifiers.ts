/** The identifiers of records, and whether other records have them as well. */
import sql from 'sql-template-tag';
import { identifierTable } from '../../resource/statements';
import type { DescribedIdentifier } from '../../resource/whole-record';
import { codesOf } from '../../vocabulary/concept-scheme';
import { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import type { Source } from '../source';
import { among, name, type Reader } from '../sql';
import { rowsUnlessEmpty, type WalkedRange } from './walked-range';
import {
  findStatements,
  firstSubjectIn,
  identifierStatements,
  statementsWithin,
} from '../subject-statements';

const none: Identifiers = new Map<string, never>();

/** The identifiers of records by key. */
export type Identifiers = ReadonlyMap<string, readonly DescribedIdentifier[]>;

/** @param within a range in which all records are meant, beside the keys */
export async function identifiersOf(
  source: Source,
  keys: readonly string[],
  within: WalkedRange | null,
): Promise<Identifiers> {
  const [inRange, others] = await Promise.all([
    within ? identifiersWithin(source, within) : none,
    keys.length > 0 ? findStatements(source, identifierStatements, keys) : none,
  ]);
  const found = new Map([...others, ...inRange]);
  const values = [...new Set([...found.values()].flat().map(({ value }) => value))];
  if (values.length === 0) return found;
  const shared = await sharedOf(source, values);
  if (shared.size === 0) return found;
  return new Map(
    [...found].map(([key, own]) => [
      key,
      own.map((each) => (shared.has(`${each.scheme} ${each.value}`) ? { ...each, shared: true } : each)),
    ]),
  );
}

async function identifiersWithin(source: Source, range: WalkedRange): Promise<Identifiers> {
  const rows = await rowsUnlessEmpty(identifierStatements, range, {
    rows: async () => [...(await statementsWithin(source, identifierStatements, range))],
    firstIn: (beyond) => firstSubjectIn(source, identifierStatements, beyond),
  });
  return new Map(rows);
}

/** More values are those of a walk over a class, which nobody reads twice. */
const mostRemembered = 100;

/** The identifiers that several records have: of one record, what an earlier request read from the same data. */
async function sharedOf(source: Source, values: readonly string[]): Promise<ReadonlySet<string>> {
  const read = () => readShared(source.reader, values);
  if (values.length > mostRemembered) return new Set(await read());
  const key = `shared identifiers ${JSON.stringify(values)}`;
  return new Set(await source.remember(key, () => 'everything', read));
}

/** The identifiers that several records have, each as its scheme and value. */
async function readShared(reader: Reader, values: readonly string[]): Promise<readonly string[]> {
  // All schemes are named so that the index, which begins with the scheme, can be used.
  const rows = await reader.read(
    sql`SELECT scheme, value FROM ${name(identifierTable.name)} WHERE ${among(reader, sql`scheme`, codesOf(IdentifierScheme))} AND ${among(reader, sql`value`, values)} GROUP BY scheme, value HAVING count(DISTINCT subject_id) > 1`,
  );
  return rows.map(({ scheme, value }) => `${String(scheme)} ${String(value)}`);
}
