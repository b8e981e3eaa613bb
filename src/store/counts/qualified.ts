/** Which links a kept count is about, as SQL that both databases understand. */
import { endColumn, tableOf } from '../../resource/columns';
import { otherSide } from '../../resource/description';
import { anyValueOf, type MaterializedLinks } from '../../resource/materialized-counts';
import type { Dialect } from '../driver';
import { putCounts } from './tables';

/** The columns of a link with the counted record, and with the record that it is counted for. */
export const endsOf = ({ list }: MaterializedLinks): { near: string; far: string } => ({
  near: `"${endColumn(list.as)}"`,
  far: `"${endColumn(otherSide(list.as))}"`,
});

/** The condition that a link is one of the list's. @param row its alias */
export function isListed(links: MaterializedLinks, row: string): string {
  const { near, far } = endsOf(links);
  const { roles } = links.list;
  const conditions = [
    ...(links.mixed.near ? [isOfPath(`${row}.${near}`, links.near.path)] : []),
    ...(links.mixed.far ? [isOfPath(`${row}.${far}`, links.far.path)] : []),
    ...(roles ? [`${row}."role" IN (${roles.map((role) => `'${role}'`).join(', ')})`] : []),
  ];
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}

/** As `isOfClass` of the query layer. */
const isOfPath = (key: string, path: string): string => `${key} >= '${path}/' AND ${key} < '${path}0'`;

/** The links of the list, under the alias `l`. */
export const listedLinks = (links: MaterializedLinks): string =>
  `FROM "${tableOf(links.from)}" l WHERE ${isListed(links, 'l')}`;

/** The columns that decide what a link counts for. The key of a link tells them, so only a migration changes them. */
export const decidingColumns = (links: MaterializedLinks): string[] => [
  ...Object.values(endsOf(links)),
  ...(links.list.roles ? ['"role"'] : []),
];

/** The condition of a trigger that an update changes one of them. @param differs `IS NOT`, or what means the same */
export const isDecidedAnew = (links: MaterializedLinks, differs: string): string =>
  decidingColumns(links)
    .map((column) => `OLD.${column} ${differs} NEW.${column}`)
    .join(' OR ');

/** The statements that count afresh after such an update. */
export function recounted(dialect: Dialect, links: MaterializedLinks): string[] {
  const { near, far } = endsOf(links);
  const { name, from } = links;
  const count = (condition: string) => `(SELECT count(DISTINCT l.${near}) ${listedLinks(links)}${condition})`;
  const changed = `(SELECT OLD.${far} AS far UNION SELECT NEW.${far}) changed`;
  return [
    `SELECT '${name}', changed.far, ${count(` AND l.${far} = changed.far`)} FROM ${changed} WHERE true`,
    `SELECT '${anyValueOf(name)}', '', ${count('')} WHERE true`,
  ].map((select) => putCounts(dialect, from, 'replace', select));
}
