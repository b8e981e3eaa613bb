/** Reads the links of a step for many records in one statement. With a day, links that do not hold on it are left out. */
import sql, { join, raw } from 'sql-template-tag';
import { endColumn, referenceColumn } from '../../resource/columns';
import { describe, otherSide } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import { codesOf } from '../../vocabulary/concept-scheme';
import { Holding } from '../../vocabulary/holding';
import { holdingOn } from '../holding';
import { declaredList } from '../lists';
import { pointerColumn, table } from '../relation';
import { among, column, isOfClass, type Reader } from '../sql';
import type { Step } from './path';

/** One record leads to another, by a link or a reference. */
export interface Lead {
  from: string;
  to: string;
  link: StoredRecord | null;
  /** How the link holds on the day; without a day, as a reference or as any link. */
  holding: Holding;
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
  return rows.map((row) => ({
    from: row.from as string,
    to: row.to as string,
    link: null,
    holding: 'STATED',
  }));
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
    { asOf, holding: unlessRefuted, roles: by.roles ?? null },
  );
  const columns = join(links.columns.map((each) => column('t', each)));
  const [nearColumn, farColumn] = [endColumn(by.as), endColumn(otherSide(by.as))];
  const [start, end] = [column('t', nearColumn), column('t', farColumn)];
  // An end of a link may be of several classes, so the class is checked.
  const holding = asOf === null ? raw(`'STATED'`) : holdingOn(reader, 't', asOf);
  const rows = await reader.read(
    sql`SELECT ${columns}, ${holding} AS holding ${links.source(reader, keys)} AND ${isOfClass(start, owner)} AND ${isOfClass(end, to)} ORDER BY t.id`,
  );
  return rows.map((row) => ({
    from: row[nearColumn] as string,
    to: row[farColumn] as string,
    link: recordOf(of, row),
    holding: row.holding as Holding,
  }));
}

/** What a link may prove, or leave open. */
const unlessRefuted = codesOf(Holding).filter((each) => each !== 'REFUTED');
