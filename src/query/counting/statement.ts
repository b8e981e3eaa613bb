/** The statement that counts a list in groups: for each parent, the largest groups, and apart from them those in which a value is missing. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnOf } from '../../resource/columns';
import type { Attribute } from '../../resource/description';
import type { Listing } from '../listing';
import { byBytes, column, name, type Reader } from '../sql';
import type { CountedField } from './fields';
import { keySql } from './keys';

/** What is counted and measured. */
export interface Grouping {
  fields: readonly CountedField[];
  /** How many groups for each parent; as many again of those in which a value is missing. */
  first: number;
  /** Attributes of which the smallest and largest value is told. */
  ranges: readonly Attribute[];
  /** An amount of money that is added up, for each currency. */
  money: Attribute | null;
}

/** The name under which a group's value of a field stands in a row. */
export const keyName = (index: number): string => `k${index}`;
/** The names under which the range of an attribute stands in a row. */
export const rangeNames = ({ name }: Attribute) => ({
  min: `min_${name}`,
  max: `max_${name}`,
  known: `known_${name}`,
});

/**
 * Columns of a row: `parent_key`, the values of the fields, `missing` (1 where one of them is), `total` (records of the group),
 * `place` among the groups, `group_count` and `member_count` (groups and their records in all, shown or not), and what is measured:
 * the ranges; of money a row for each `currency` with `amount` and `counted`.
 */
export function groupStatement(
  reader: Reader,
  listing: Listing,
  { fields, first, ranges, money }: Grouping,
  parents: readonly string[],
): Sql {
  const keys = fields.map((field, index) => ({
    ...keySql(reader, field, keyName(index)),
    key: raw(keyName(index)),
  }));
  const measured = [...ranges.map((attribute) => columnOf(attribute)), ...(money ? moneyColumns(money) : [])];
  const listOf = (parts: readonly Sql[]) => (parts.length > 0 ? sql`, ${join(parts)}` : empty);
  const each = (prefix: string) => listOf(measured.map((cell) => column(prefix, cell)));
  const byKeys = listOf(keys.map(({ key }) => key));
  const inOrder = listOf(keys.map(({ key }) => sql`${byBytes(reader, key)} NULLS LAST`));

  const read = listOf(keys.flatMap(({ read, key }) => (read ? [sql`${read} AS ${key}`] : [])));
  const base = sql`SELECT t.id AS id, ${listing.parent ?? raw("''")} AS parent_key${read}${each('t')} ${listing.source(reader, parents)}`;
  const values = listOf(keys.map(({ value, key }) => sql`CAST(${value} AS text) AS ${key}`));
  const once = keys.some(({ several }) => several) ? raw('DISTINCT ') : empty;
  const valued = sql`SELECT ${once}base.parent_key, base.id${values}${each('base')} FROM base${join([empty, ...keys.map(({ joins }) => joins)], '')}`;
  const missing =
    keys.length === 0
      ? raw('0')
      : sql`CASE WHEN ${join(
          keys.map(({ key }) => sql`${key} IS NULL`),
          ' OR ',
        )} THEN 1 ELSE 0 END`;
  const [amount, currency] = money ? moneyColumns(money).map(name) : [];
  const sums = amount && currency ? sql`, ${currency} AS currency, sum(${amount}) AS amount` : empty;
  const cells = sql`SELECT parent_key${byKeys}, count(*) AS counted${sums}${listOf(ranges.flatMap(rangeSql))} FROM valued GROUP BY parent_key${byKeys}${currency ? sql`, ${currency}` : empty}`;
  // A group has one cell, or one for each currency.
  const total = money ? sql`sum(counted) OVER (PARTITION BY parent_key${byKeys})` : raw('counted');
  const groups = sql`SELECT cells.*, ${total} AS total, ${missing} AS missing FROM cells`;
  const beside = raw('PARTITION BY parent_key, missing');
  return sql`WITH base AS (${base}), valued AS (${valued}), cells AS (${cells}), groups AS (${groups}),
ranked AS (SELECT groups.*, dense_rank() OVER (${beside} ORDER BY total DESC${inOrder}) AS place, count(*) OVER (${beside}) AS group_count, sum(counted) OVER (${beside}) AS member_count FROM groups)
SELECT * FROM ranked WHERE place <= ${first} ORDER BY parent_key, missing, place`;
}

const moneyColumns = (money: Attribute): [amount: string, currency: string] => [
  columnOf(money, 'amount'),
  columnOf(money, 'currency'),
];

function rangeSql(attribute: Attribute): Sql[] {
  const cell = name(columnOf(attribute));
  const { min, max, known } = rangeNames(attribute);
  return [
    sql`min(${cell}) AS ${name(min)}`,
    sql`max(${cell}) AS ${name(max)}`,
    sql`count(${cell}) AS ${name(known)}`,
  ];
}
