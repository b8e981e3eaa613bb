/**
 * Whether something holds on a day, and how that is known: one expression, which lists, filters, counts, coverage, paths and edges use.
 * It reads the columns that `store/times` derives. docs/time.md explains the answers.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { isTimed, type Description } from '../resource/description';
import { listedByDefault, type Holding } from '../vocabulary/holding';
import { column, itemsOf, spans, type Reader } from './sql';

/** A day, and with which answers something is wanted. */
export interface OnDay {
  /** ISO 8601. */
  asOf: string;
  /** The answers; those that lists show by default if it is missing. */
  holding?: readonly Holding[] | null | undefined;
}

/** The answer for the row under an alias on a day: a code of `Holding`. */
export const holdingOn = (reader: Reader, alias: string, day: string): Sql => {
  const [attested, until] = [column(alias, 'attested_from'), column(alias, 'attested_until')];
  return sql`CASE
    WHEN NOT (${isPossible(reader, alias, day)}) THEN 'REFUTED'
    WHEN ${column(alias, 'bounded')} = 1 THEN 'STATED'
    WHEN ${column(alias, 'listed_from')} > ${day} THEN 'NOT_YET_SEEN'
    WHEN ${attested} IS NULL OR ${attested} > ${day} THEN 'UNDATED'
    WHEN ${until} < ${day} THEN 'CONTINUED'
    ELSE 'ATTESTED' END`;
};

/** Whether the row under an alias holds on a day, with one of the answers. */
export function holdsOn(reader: Reader, alias: string, { asOf, holding }: OnDay): Sql {
  if (holding && !isUsual(holding))
    return holding.length > 0 ? sql`${holdingOn(reader, alias, asOf)} IN (${join(holding)})` : raw('1 = 0');
  const [from, until] = [column(alias, 'listed_from'), column(alias, 'possible_until')];
  return sql`${spans(from, until, asOf)} AND ${isNotLeftOut(reader, alias, asOf)}`;
}

/** The same for records of a class, all of which hold if the class has no time. */
export const recordsHoldOn = (reader: Reader, of: Description, alias: string, day: OnDay): Sql =>
  isTimed(of) ? holdsOn(reader, alias, day) : raw('1 = 1');

/** Whether these are the answers that lists show by default. */
export const isUsual = (holding: readonly Holding[]): boolean =>
  holding.length === listedByDefault.length && listedByDefault.every((each) => holding.includes(each));

const isPossible = (reader: Reader, alias: string, day: string): Sql => {
  const [from, until] = [column(alias, 'possible_from'), column(alias, 'possible_until')];
  return sql`${spans(from, until, day)} AND ${isNotLeftOut(reader, alias, day)}`;
};

/** Whether no list that is complete for the day leaves it out. Few rows have such lists. */
const isNotLeftOut = (reader: Reader, alias: string, day: string): Sql => {
  const lists = column(alias, 'left_out');
  const span = raw('span.value');
  return sql`(${lists} IS NULL OR NOT EXISTS (SELECT 1 FROM ${itemsOf(reader, lists, 'span')} WHERE substr(${span}, 1, 10) <= ${day} AND substr(${span}, 12) >= ${day}))`;
};
