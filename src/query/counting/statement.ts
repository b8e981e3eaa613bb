/** The statement that groups a list: for each parent the largest groups, and separately the largest of those with a missing value. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnOf } from '../../resource/columns';
import type { Attribute } from '../../resource/description';
import type { Listing } from '../listing';
import { byBytes, column, itemsOf, name, type Reader } from '../sql';
import type { CountedField } from './fields';
import { keySql } from './keys';
import { materializedGroups } from './materialized-groups';

/** What is counted and measured. */
export interface Grouping {
  fields: readonly CountedField[];
  /** Maximum number of groups per parent, and of those with a missing value. */
  first: number;
  /** Attributes whose range is computed. */
  ranges: readonly Attribute[];
  /** An amount of money that is summed per currency and qualifier. */
  money: Attribute | null;
}

/** The column with a group's value of a field. */
export const keyName = (index: number): string => `k${index}`;
/** The columns with the range of an attribute. */
export const rangeNames = ({ name }: Attribute) => ({
  min: `min_${name}`,
  max: `max_${name}`,
  known: `known_${name}`,
});

/**
 * Columns: `parent_key`, the values of the fields, `missing` (1 if one of them is missing), `total` (records in the group), `place`
 * (rank),
 * `group_count` and `member_count` (number of all groups and of their records, including those not shown), and the measures:
 * ranges; for money a row per `currency` and `qualifier` with `hundredths` (as text) and `counted`.
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
    held: raw(`held_${index}`),
  }));
  const measured = [...ranges.map((attribute) => columnOf(attribute)), ...(money ? moneyColumns(money) : [])];
  const measuredIn = (alias: string) => more(measured.map((cell) => column(alias, cell)));
  const byKeys = more(keys.map(({ key }) => key));
  const byHeld = more(keys.map(({ held }) => held));
  const [amount, currency, qualifier] = money ? moneyColumns(money).map(name) : [];
  const byWording = money ? raw(', currency, qualifier') : empty;

  // A constant parent in GROUP BY would keep databases from counting along an index.
  const apartBy = [...keys.map(({ held }) => held), ...(currency && qualifier ? [currency, qualifier] : [])];
  const isOne = !listing.parent && apartBy.length > 0;
  const ofParent = isOne ? [] : [raw('parent_key')];

  // The records with their values. Lists are not split yet.
  const read = more(keys.flatMap(({ read, key }) => (read ? [sql`${read} AS ${key}`] : [])));
  const base = sql`SELECT t.id AS id, ${listing.parent ?? raw("''")} AS parent_key${read}${measuredIn('t')} ${listing.source(reader, parents)}`;
  const once = keys.some(({ repeats }) => repeats) ? raw('DISTINCT ') : empty;
  const held = more(keys.map(({ cell, held }) => sql`${cell} AS ${held}`));
  const valued = sql`SELECT ${once}${join([...ofParent, raw('base.id')])}${held}${measuredIn('base')} FROM base${join([empty, ...keys.map(({ joins }) => joins)], '')}`;

  // Equal values are counted first: there are few different lists, and splitting them is slow.
  const sums =
    amount && currency && qualifier
      ? sql`, ${currency} AS currency, ${qualifier} AS qualifier, ${hundredths(amount)} AS hundredths`
      : empty;
  const counted = sql`SELECT ${isOne ? raw("'' AS parent_key") : raw('parent_key')}${byHeld}${sums}, count(*) AS counted${more(ranges.flatMap(rangeOfColumn))} FROM valued GROUP BY ${join([...ofParent, ...apartBy])}`;

  const lists = keys.filter(({ isList }) => isList);
  const apart = lists.map(
    ({ held, key }) => sql` LEFT JOIN ${itemsOf(reader, sql`counted.${held}`, `item_${key.sql}`)} ON 1 = 1`,
  );
  const valueOf = ({ isList, held, key }: (typeof keys)[number]) =>
    isList ? column(`item_${key.sql}`, 'value') : held;
  const values = more(keys.map((one) => sql`CAST(${valueOf(one)} AS text) AS ${one.key}`));
  // A list may contain a value twice.
  const apartOnce = lists.length > 0 ? raw('DISTINCT ') : empty;
  const expanded = sql`SELECT ${apartOnce}counted.*${values} FROM counted${join([empty, ...apart], '')}`;
  const added = sql`sum(counted) AS counted${amount ? raw(', CAST(sum(hundredths) AS text) AS hundredths') : empty}${more(ranges.flatMap(rangeOfRanges))}`;
  const cells = sql`SELECT parent_key${byKeys}${byWording}, ${added} FROM expanded GROUP BY parent_key${byKeys}${byWording}`;

  // A group has one cell, or one per currency and qualifier.
  const total = money ? sql`sum(counted) OVER (PARTITION BY parent_key${byKeys})` : raw('counted');
  const groups = sql`SELECT cells.*, ${total} AS total, ${missingAmong(keys)} AS missing FROM cells`;
  const relations = sql`base AS (${base}), valued AS (${valued}), counted AS (${counted}), expanded AS (${expanded}), cells AS (${cells}), groups AS (${groups})`;
  return ranked(
    reader,
    relations,
    keys.map(({ key }) => key),
    first,
  );
}

/** Reads the same from the kept counts of a whole class; null if they are not enough. */
export function materializedStatement(reader: Reader, listing: Listing, grouping: Grouping): Sql | null {
  const materialized = materializedGroups(listing, grouping);
  return materialized && ranked(reader, sql`groups AS (${materialized})`, [raw(keyName(0))], grouping.first);
}

/** The largest groups of each parent, of what `relations` define as `groups`. */
function ranked(reader: Reader, relations: Sql, keys: readonly Sql[], first: number): Sql {
  const beside = raw('PARTITION BY parent_key, missing');
  const inOrder = more(keys.map((key) => sql`${byBytes(reader, key)} NULLS LAST`));
  return sql`WITH ${relations},
ranked AS (SELECT groups.*, dense_rank() OVER (${beside} ORDER BY total DESC${inOrder}) AS place, count(*) OVER (${beside}) AS group_count, sum(counted) OVER (${beside}) AS member_count FROM groups)
SELECT * FROM ranked WHERE place <= ${first} ORDER BY parent_key, missing, place`;
}

/** Appends columns to a list of columns. */
const more = (columns: readonly Sql[]): Sql => (columns.length > 0 ? sql`, ${join(columns)}` : empty);

/** 1 if one of the values of a group is missing. */
function missingAmong(keys: readonly { key: Sql }[]): Sql {
  if (keys.length === 0) return raw('0');
  const isMissing = keys.map(({ key }) => sql`${key} IS NULL`);
  return sql`CASE WHEN ${join(isMissing, ' OR ')} THEN 1 ELSE 0 END`;
}

/** Amounts added up as whole numbers, which any order of adding gives alike. */
const hundredths = (amount: Sql): Sql => sql`sum(CAST(round(${amount} * 100) AS bigint))`;

const moneyColumns = (money: Attribute): [amount: string, currency: string, qualifier: string] => [
  columnOf(money, 'amount'),
  columnOf(money, 'currency'),
  columnOf(money, 'qualifier'),
];

function rangeOfColumn(attribute: Attribute): Sql[] {
  const cell = name(columnOf(attribute));
  const { min, max, known } = rangeNames(attribute);
  return [
    sql`min(${cell}) AS ${name(min)}`,
    sql`max(${cell}) AS ${name(max)}`,
    sql`count(${cell}) AS ${name(known)}`,
  ];
}

function rangeOfRanges(attribute: Attribute): Sql[] {
  const { min, max, known } = rangeNames(attribute);
  return [
    sql`min(${name(min)}) AS ${name(min)}`,
    sql`max(${name(max)}) AS ${name(max)}`,
    sql`sum(${name(known)}) AS ${name(known)}`,
  ];
}
