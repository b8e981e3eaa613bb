/** Which records of a class changed since a moment: they themselves, or what their documents describe with them. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { endColumn, referenceColumn, tableOf } from '../../resource/columns';
import { describe, endOf, otherSide, type Description, type Side } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { pointerColumn } from '../relation';
import { column, isOfClass, name } from '../sql';

const sides: readonly Side[] = ['from', 'to'];

/**
 * The condition that a record, with the alias `t`, changed since a moment. A reference, a listed record, a link, or the record at its
 * other end counts, too: whoever takes over what changed would otherwise keep the former name of a publisher. What was removed leaves no
 * trace here.
 * @param since ISO 8601, or its beginning
 */
export function modifiedSince(registry: Registry, of: Description, since: string): Sql {
  const changed = (alias: string): Sql => sql`${column(alias, 'modified_at')} >= ${since}`;
  const around = [
    sql`SELECT id FROM ${name(tableOf(of))} m WHERE ${changed('m')}`,
    ...of.references.map(
      (reference) =>
        sql`SELECT r.id FROM ${name(tableOf(of))} r JOIN ${name(tableOf(describe(reference.to())))} m ON m.id = ${column('r', referenceColumn(reference))} WHERE ${changed('m')}`,
    ),
    ...of.lists.flatMap((list) => {
      if (list.kind !== 'inverse' || !list.term) return [];
      const listed = describe(list.to());
      return [
        sql`SELECT ${column('m', pointerColumn(listed, list.by))} FROM ${name(tableOf(listed))} m WHERE ${changed('m')}`,
      ];
    }),
    ...registry.links.flatMap((link) =>
      sides
        .filter((side) => mayBeAt(link, side, of))
        .flatMap((side) => changedLinks(link, side, of, changed)),
    ),
  ];
  return sql`t.id IN (${join(around, ' UNION ')})`;
}

const mayBeAt = (link: Description, side: Side, of: Description): boolean => {
  const classes = endOf(link, side).to();
  return classes.length === 0 || classes.includes(of.class);
};

/** The records of a class at an end of links that changed, or at whose other end something did. */
function changedLinks(
  link: Description,
  side: Side,
  of: Description,
  changed: (alias: string) => Sql,
): Sql[] {
  const [near, far] = [endColumn(side), endColumn(otherSide(side))];
  const ofClass = isOfClass(column('l', near), of);
  const select = sql`SELECT ${column('l', near)} FROM ${name(tableOf(link))} l`;
  const others = endOf(link, otherSide(side)).to().map(describe);
  return [
    sql`${select} WHERE ${ofClass} AND ${changed('l')}`,
    ...others.map(
      (other) =>
        sql`${select} JOIN ${raw(`"${tableOf(other)}"`)} m ON m.id = ${column('l', far)} WHERE ${ofClass} AND ${changed('m')}`,
    ),
  ];
}
