/** Identifiers and evidence of records, by the key of the record. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Identifier, StatedEvidence } from '../resource/evidence';
import type { Registry } from '../resource/registry';
import {
  evidenceOf,
  evidenceTable,
  identifierOf,
  identifierTable,
  originTable,
} from '../resource/statements';
import type { Row } from '../resource/values';
import type { CachedRows } from './rows/cached-rows';
import { among, column, literal, name, rowsBy, type Reader } from './sql';
import type { KeyRange } from './listing';
import type { ReadClasses } from '../resource/versions';

/** Identifiers or evidence. */
export interface StatementKind<T> {
  name: string;
  /** The tables of its rows, with `t` for the rows themselves, and the selected columns: `id` for the key of the record, and those that `of` reads. */
  from: Sql;
  columns: Sql;
  /** Columns by which the rows are ordered. */
  order: Sql;
  of: (row: Row) => T;
}

/** Whatever origin states it: what two of them state is one identifier. */
export const identifierStatements: StatementKind<Identifier> = {
  name: identifierTable.name,
  from: sql`${name(identifierTable.name)} t`,
  columns: raw('DISTINCT t.subject_id AS id, t.scheme, t.value'),
  order: raw('id, scheme, value'),
  of: identifierOf,
};

/** That of each origin in the order of its import, and the origins in theirs. */
export const evidenceStatements: StatementKind<StatedEvidence> = {
  name: evidenceTable.name,
  from: sql`${name(evidenceTable.name)} t JOIN ${name(originTable.name)} o ON o.name = t.origin`,
  columns: sql`t.subject_id AS id, o.rank, ${join(evidenceTable.columns.map(({ name }) => column('t', name)))}`,
  order: raw('id, rank, origin, position'),
  of: evidenceOf,
};

/** The rows of each record, in order. */
async function readStatements<T>(
  reader: Reader,
  registry: Registry,
  { from, columns, order, of }: StatementKind<T>,
  subjects: readonly string[],
): Promise<Map<string, readonly T[]>> {
  const statement = sql`SELECT ${columns} FROM ${from} WHERE ${among(reader, raw('t.subject_id'), subjects)} ORDER BY ${order}`;
  const rows = await reader.read(Object.assign(statement, { classes: classesOf(registry, subjects) }));
  const bySubject = new Map<string, T[]>(subjects.map((subject) => [subject, []]));
  for (const row of rows) bySubject.get(row.id as string)?.push(of(row));
  return bySubject;
}

/** The rows of all records from one key to another; those without any are absent. */
export async function statementsWithin<T>(
  { reader }: Pick<StatementSource, 'reader'>,
  { from, columns, order, of }: StatementKind<T>,
  range: KeyRange,
): Promise<Map<string, readonly T[]>> {
  const subject = raw('t.subject_id');
  const rows = await reader.read(
    sql`SELECT ${columns} FROM ${from} WHERE ${subject} >= ${range.from} AND ${subject} <= ${range.to} ORDER BY ${order}`,
  );
  const bySubject = rowsBy('id', rows);
  return new Map([...bySubject].map(([key, own]) => [key, own.map(of)]));
}

/** The first record from one key to another that has rows. */
export async function firstSubjectIn<T>(
  { reader }: Pick<StatementSource, 'reader'>,
  { from }: StatementKind<T>,
  range: KeyRange,
): Promise<string | null> {
  const subject = raw('t.subject_id');
  const [row] = await reader.read(
    sql`SELECT ${subject} AS id FROM ${from} WHERE ${subject} >= ${range.from} AND ${subject} <= ${range.to} ORDER BY ${subject} LIMIT ${literal(1)}`,
  );
  return (row?.id as string | undefined) ?? null;
}

/** Identifiers and evidence count as part of the class of their record. */
function classesOf(registry: Registry, subjects: readonly string[]): ReadClasses {
  const classes = new Set(subjects.map((subject) => registry.ofKey(subject)));
  return [...classes].filter((each) => each !== undefined);
}

/** The rows of each record: from the row cache if its class is cached, otherwise from the database. */
export async function findStatements<T extends object>(
  { reader, registry, cached: rows }: StatementSource,
  kind: StatementKind<T>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly T[]>> {
  const cached = rows
    ? await cachedStatements(rows, registry, kind, subjects)
    : new Map<string, readonly T[]>();
  const others = subjects.filter((subject) => !cached.has(subject));
  if (others.length === 0) return cached;
  const read = await readStatements(reader, registry, kind, others);
  return cached.size === 0 ? read : new Map([...cached, ...read]);
}

/** Where they are read from. */
interface StatementSource {
  reader: Reader;
  registry: Registry;
  cached: CachedRows | null;
}

/** The rows of those records whose classes are cached. */
async function cachedStatements<T extends object>(
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
