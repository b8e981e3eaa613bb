/** Conditions on a row that other rows meet for it. */
import sql, { type Sql } from 'sql-template-tag';
import type { Description } from '../../resource/description';
import type { Reader } from '../sql';

/** A row that a filter is about. */
export interface RowUnder {
  description: Description;
  alias: string;
  /** Whether each condition must hold, rather than be one of several, or not hold. */
  mustHold: boolean;
}

/** A key, and the column of some rows in which it is looked up. */
interface Membership {
  key: Sql;
  keys: Sql;
  /** FROM with its joins. */
  from: Sql;
  condition: Sql;
}

/**
 * Whether a key is in a column of the rows that satisfy a condition. A subquery that does not depend on the key is evaluated once, so
 * that a filter over many links costs the sum of its steps and not their product. Where the condition must hold, PostgreSQL
 * chooses by itself whether to do so (a semi-join or anti-join).
 */
export const isAmong = (
  { dialect }: Reader,
  { mustHold }: RowUnder,
  { key, keys, from, condition }: Membership,
): Sql =>
  mustHold && dialect === 'postgres'
    ? sql`EXISTS (SELECT 1 ${from} WHERE ${keys} = ${key} AND ${condition})`
    : sql`(${key} IS NOT NULL AND ${key} IN (SELECT ${keys} ${from} WHERE ${keys} IS NOT NULL AND ${condition}))`;
