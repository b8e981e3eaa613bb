/** Identifiers that are unique to one record of a class. */
import sql, { type Sql } from 'sql-template-tag';
import { tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { identifierTable } from '../resource/statements';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { among, column, name, type Reader } from './sql';

const identifiers = name(identifierTable.name);
const subject = column('i', 'subject_id');
const value = column('i', 'value');

/** The identifiers of a scheme, as `i`, with the records of the class that have them, as `t`. */
const ofClass = (description: Description, scheme: IdentifierScheme): Sql =>
  sql`FROM ${identifiers} i JOIN ${name(tableOf(description))} t ON t.id = ${subject} WHERE i.scheme = ${scheme}`;

/** Whether the record has no other identifier of the scheme, and no other record of the class has this one. */
const isUnique = (description: Description): Sql => sql`NOT EXISTS (
    SELECT 1 FROM ${identifiers} o WHERE o.subject_id = ${subject} AND o.scheme = i.scheme AND o.value <> ${value}
  ) AND NOT EXISTS (
    SELECT 1 FROM ${identifiers} o JOIN ${name(tableOf(description))} p ON p.id = o.subject_id
    WHERE o.scheme = i.scheme AND o.value = ${value} AND o.subject_id <> ${subject}
  )`;

/** FROM and WHERE: the identifiers of a scheme that records of the class have alone, as `i`. */
export const uniqueIdentifiersOf = (description: Description, scheme: IdentifierScheme): Sql =>
  sql`${ofClass(description, scheme)} AND ${isUnique(description)}`;

/** The unique identifiers of records, by key. */
export async function readUniqueIdentifiers(
  reader: Reader,
  description: Description,
  scheme: IdentifierScheme,
  keys: readonly string[],
): Promise<(string | null)[]> {
  const rows = await reader.read(
    sql`SELECT ${subject} AS id, ${value} AS value ${uniqueIdentifiersOf(description, scheme)} AND ${among(reader, subject, keys)}`,
  );
  const found = new Map(rows.map((row) => [row.id, row.value as string]));
  return keys.map((key) => found.get(key) ?? null);
}

/** The keys of the records with these unique identifiers. */
export async function readKeysByUniqueIdentifier(
  reader: Reader,
  description: Description,
  scheme: IdentifierScheme,
  values: readonly string[],
): Promise<(string | null)[]> {
  const rows = await reader.read(
    sql`SELECT ${subject} AS id, ${value} AS value ${uniqueIdentifiersOf(description, scheme)} AND ${among(reader, value, values)}`,
  );
  const found = new Map(rows.map((row) => [row.value, row.id as string]));
  return values.map((each) => found.get(each) ?? null);
}
