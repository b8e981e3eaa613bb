/** Identifiers and evidence of records, by the key of the record. */
import sql, { join, raw } from 'sql-template-tag';
import type { Evidence, Identifier } from '../resource/evidence';
import type { Registry } from '../resource/registry';
import { evidenceOf, evidenceTable, identifierOf, identifierTable } from '../resource/statements';
import type { Row } from '../resource/values';
import type { CachedRows } from './rows/cached-rows';
import { among, column, name, type Reader } from './sql';
import type { ReadClasses } from '../resource/versions';

/** Identifiers or evidence. */
export interface StatementKind<T> {
  table: { name: string; columns: { name: string }[] };
  /** Columns by which the rows of one record are ordered. */
  order: string;
  of: (row: Row) => T;
}

export const identifierStatements: StatementKind<Identifier> = {
  table: identifierTable,
  order: 'scheme, value',
  of: identifierOf,
};

export const evidenceStatements: StatementKind<Evidence> = {
  table: evidenceTable,
  order: 'position',
  of: evidenceOf,
};

/** The rows of each record, in order. */
export async function readStatements<T>(
  reader: Reader,
  registry: Registry,
  { table, order, of }: StatementKind<T>,
  subjects: readonly string[],
): Promise<Map<string, readonly T[]>> {
  const columns = join(table.columns.map(({ name }) => column('t', name)));
  const statement = sql`SELECT ${columns} FROM ${name(table.name)} t WHERE ${among(reader, raw('t.subject_id'), subjects)} ORDER BY ${raw(`subject_id, ${order}`)}`;
  const rows = await reader.read(Object.assign(statement, { classes: classesOf(registry, subjects) }));
  const bySubject = new Map<string, T[]>(subjects.map((subject) => [subject, []]));
  for (const row of rows) bySubject.get(row.subject_id as string)?.push(of(row));
  return bySubject;
}

/** Identifiers and evidence count as part of the class of their record. */
function classesOf(registry: Registry, subjects: readonly string[]): ReadClasses {
  const classes = new Set(subjects.map((subject) => registry.ofKey(subject)));
  return [...classes].filter((each) => each !== undefined);
}

/** The rows of those records whose classes are cached. */
export async function cachedStatements<T extends object>(
  cached: CachedRows,
  registry: Registry,
  kind: StatementKind<T>,
  subjects: readonly string[],
): Promise<Map<string, readonly T[]>> {
  const found = new Map<string, readonly T[]>();
  for (const subject of subjects) {
    const description = registry.ofKey(subject);
    const answer = description ? cached.statements(kind, description) : null;
    const ofClass = answer instanceof Promise ? await answer : answer;
    if (ofClass) found.set(subject, ofClass.get(subject) ?? []);
  }
  return found;
}
