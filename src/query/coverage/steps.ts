/** Reads the links of a step for many records in one statement. With a day, it uses the same condition as lists with `asOf`. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { endColumn, referenceColumn } from '../../resource/columns';
import { describe, otherSide, type Description } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import { holdsOn, isTimed } from '../holding';
import { declaredList } from '../listing';
import { pointerColumn, table } from '../relation';
import { allOf, among, column, isOfClass, type Reader } from '../sql';
import type { Step } from './path';

/** One record leads to another, by a link or a reference. */
export interface Lead {
  from: string;
  to: string;
  link: StoredRecord | null;
  /** Whether it proves nothing for the day: no source states both dates of the link, and a record at one of its ends does not run on that day. */
  doubtful: boolean;
}

/** The leads from records of the class where a step begins. */
export async function leadsFrom(
  reader: Reader,
  step: Step,
  keys: readonly string[],
  asOf: string | null,
): Promise<Lead[]> {
  if (keys.length === 0) return [];
  const { by, owner } = step;
  if (by.kind === 'through') return linkLeads(reader, step, keys, 'start', asOf);
  const id = raw('t.id');
  const [of, from, to] =
    by.kind === 'reference'
      ? [owner, id, column('t', referenceColumn(by))]
      : [step.to, column('t', pointerColumn(step.to, by.by)), id];
  const rows = await reader.read(
    sql`SELECT ${from} AS "from", ${to} AS "to" FROM ${table(of, 't')} WHERE ${among(reader, from, keys)} AND ${to} IS NOT NULL ORDER BY ${from}, ${to}`,
  );
  return rows.map((row) => ({ from: row.from as string, to: row.to as string, link: null, doubtful: false }));
}

/** The leads to records of the class where a step ends. Only for links. */
export const leadsTo = (
  reader: Reader,
  step: Step,
  keys: readonly string[],
  asOf: string | null,
): Promise<Lead[]> => linkLeads(reader, step, keys, 'end', asOf);

async function linkLeads(
  reader: Reader,
  { owner, to, by }: Step,
  keys: readonly string[],
  side: 'start' | 'end',
  asOf: string | null,
): Promise<Lead[]> {
  if (by.kind !== 'through') throw new Error(`"${by.name}" of ${owner.type} does not lead over links.`);
  const of = describe(by.link());
  const as = side === 'start' ? by.as : otherSide(by.as);
  const links = declaredList(
    side === 'start' ? owner : to,
    { kind: 'links', name: by.name, about: by.about, link: by.link, as },
    { asOf, roles: by.roles ?? null },
  );
  const columns = join(links.columns.map((each) => column('t', each)));
  const [nearColumn, farColumn] = [endColumn(by.as), endColumn(otherSide(by.as))];
  const [start, end] = [column('t', nearColumn), column('t', farColumn)];
  // An end of a link may be of several classes, so the class is checked.
  const running = allOf([...runsOn(owner, start, asOf), ...runsOn(to, end, asOf)]);
  const rows = await reader.read(
    sql`SELECT ${columns}, CASE WHEN ${running} THEN 1 ELSE 0 END AS ends_run ${links.source(reader, keys)} AND ${isOfClass(start, owner)} AND ${isOfClass(end, to)} ORDER BY t.id`,
  );
  return rows.map((row) => ({
    from: row[nearColumn] as string,
    to: row[farColumn] as string,
    link: recordOf(of, row),
    doubtful: Number(row.ends_run) === 0 && (row.starts_on === null || row.ends_on === null),
  }));
}

/** The condition that a record runs on a day, if its class can be filtered by a day. */
const runsOn = (description: Description, key: Sql, asOf: string | null): Sql[] =>
  asOf !== null && isTimed(description)
    ? [
        sql`EXISTS (SELECT 1 FROM ${table(description, 'r')} WHERE r.id = ${key} AND ${holdsOn(description, 'r', asOf)})`,
      ]
    : [];
