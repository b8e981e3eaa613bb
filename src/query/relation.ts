/** SQL of tables and links, for lists, filters, counts and coverage. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { endColumn, referenceColumn, tableOf } from '../resource/columns';
import { otherSide, type Description, type Side } from '../resource/description';
import { column, name } from './sql';

/** The table of a class under an alias. */
export const table = (of: Description, alias: string): Sql => sql`${name(tableOf(of))} ${raw(alias)}`;

/** The column of a reference. @throws Error for a name that the class does not have */
export function pointerColumn(of: Description, by: string): string {
  const reference = of.references.find((candidate) => candidate.name === by);
  if (!reference) throw new Error(`${of.type} has no reference "${by}".`);
  return referenceColumn(reference);
}

/** The condition that links have one of some roles; empty if there is no restriction. */
export const rolesIn = (alias: string, roles: readonly string[] | null | undefined): Sql[] =>
  roles ? [roles.length > 0 ? sql`${column(alias, 'role')} IN (${join(roles)})` : raw('1 = 0')] : [];

/** Links of a type as seen from one of their ends. */
interface LinksFrom {
  table: Sql;
  /** The keys at this end and at the other. */
  near: Sql;
  far: Sql;
  /** Conditions on the links themselves. */
  narrowing: Sql[];
}

export const linksFrom = (
  link: Description,
  as: Side,
  roles: readonly string[] | null | undefined,
  alias: string,
): LinksFrom => ({
  table: table(link, alias),
  near: column(alias, endColumn(as)),
  far: column(alias, endColumn(otherSide(as))),
  narrowing: rolesIn(alias, roles),
});
