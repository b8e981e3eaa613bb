/** Orders of lists: the declared ones, ended by the key so that no two rows are equal; null values come last. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { columnsOfAttribute, sortColumn, type ColumnType } from '../resource/columns';
import { attributeOf, type Attribute, type Description } from '../resource/description';
import type { LanguageTag } from '../resource/text';
import { column } from './sql';

export type Direction = 'ASC' | 'DESC';

/** What a client asks for: a declared attribute and a direction. */
export interface OrderBy {
  field: string;
  /** Ascending when it is not given. */
  direction?: Direction | null;
}

/** One column to order by. */
export interface OrderTerm {
  column: string;
  type: ColumnType;
  direction: Direction;
  nullable: boolean;
}

const byKey: OrderTerm = { column: 'id', type: 'text', direction: 'ASC', nullable: false };

/** The columns to order by. A field that is named again adds nothing: rows that reach it are equal in it. */
export function orderTerms(
  of: Description | null,
  orderBy: readonly OrderBy[],
  language: LanguageTag,
): OrderTerm[] {
  const terms = new Map<string, OrderTerm>();
  for (const { field, direction } of orderBy) {
    const attribute = of && attributeOf(of, field);
    if (attribute && !terms.has(field)) terms.set(field, termOf(attribute, direction ?? 'ASC', language));
  }
  return [...terms.values(), byKey];
}

function termOf(attribute: Attribute, direction: Direction, language: LanguageTag): OrderTerm {
  const sorted = sortColumn(attribute, language);
  const type = columnsOfAttribute(attribute).find(({ name }) => name === sorted)?.type ?? 'text';
  return { column: sorted, type, direction, nullable: !attribute.required };
}

/** The ORDER BY list; read backwards for the last rows of a list. */
export function orderSql(terms: readonly OrderTerm[], backward: boolean): Sql {
  const written = terms.map(({ column: name, direction, nullable }) => {
    const descending = (direction === 'DESC') !== backward;
    const nulls = nullable ? (backward ? ' NULLS FIRST' : ' NULLS LAST') : '';
    return sql`${column('t', name)}${raw((descending ? ' DESC' : ' ASC') + nulls)}`;
  });
  return join(written, ', ');
}

/** Values of the order's columns in one row: the place of the row in the list. */
export type Place = readonly (string | number | boolean | null)[];

/**
 * Whether a row comes strictly after (or before) a place in the order.
 * Column by column: equal in those before, beyond in this one. Rows inserted meanwhile move nothing.
 */
export function beyond(terms: readonly OrderTerm[], place: Place, side: 'after' | 'before'): Sql {
  const alternatives = terms.flatMap((term, index) => {
    const further = furtherThan(term, place[index] ?? null, side);
    if (!further) return [];
    const equal = terms.slice(0, index).map((earlier, position) => same(earlier, place[position] ?? null));
    return [sql`(${join([...equal, further], ' AND ')})`];
  });
  return sql`(${join(alternatives, ' OR ')})`;
}

function same({ column: name }: OrderTerm, value: Place[number]): Sql {
  return value === null ? sql`${column('t', name)} IS NULL` : sql`${column('t', name)} = ${value}`;
}

function furtherThan(
  { column: name, direction, nullable }: OrderTerm,
  value: Place[number],
  side: 'after' | 'before',
): Sql | null {
  const cell = column('t', name);
  if (value === null) return side === 'after' ? null : sql`${cell} IS NOT NULL`;
  const greater = (direction === 'ASC') === (side === 'after');
  const further = greater ? sql`${cell} > ${value}` : sql`${cell} < ${value}`;
  return nullable && side === 'after' ? sql`(${further} OR ${cell} IS NULL)` : further;
}
