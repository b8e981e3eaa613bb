/** Orders of lists: the declared ones, ended by the key so that no two rows are equal; null values come last. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import {
  columnsOfAttribute,
  referenceColumn,
  sortColumn,
  tableOf,
  type ColumnType,
} from '../resource/columns';
import { attributeOf, describe, type Attribute, type Description } from '../resource/description';
import type { LanguageTag } from '../resource/text';
import type { Row } from '../resource/values';
import type { Listing } from './listing';
import type { Search } from './search/hits';
import { allOf, anyOf, column, name } from './sql';

export type Direction = 'ASC' | 'DESC';

/** What a client asks for: a field by which one can order, and a direction. */
export interface OrderBy {
  field: string;
  /** Ascending when it is not given. */
  direction?: Direction | null;
}

/** One column to order by: of the row itself, or of the record to which it points. */
export interface OrderTerm {
  column: string;
  type: ColumnType;
  direction: Direction;
  nullable: boolean;
  /** Table of the record pointed to, and the column that points. */
  linked?: { table: string; pointer: string };
  /** Of a score: what is searched for, as scores of different searches cannot be compared. */
  asked?: readonly string[];
}

/** A field by which a list can be ordered. */
export interface OrderField {
  /** Name of an attribute, or of a reference or end followed by `Name`: `infrastructureName`. */
  name: string;
  about: string;
  attribute: Attribute;
  /** Class of the record pointed to, the column that points, and whether every row points to one. */
  linked?: { to: Description; pointer: string; required: boolean };
}

/** The fields by which a list of a class can be ordered: its attributes, and the names of the records to which it points. */
export function orderFieldsOf(description: Description): OrderField[] {
  const own = description.attributes.filter(({ order }) => order);
  const references = description.references.map((reference) => ({
    ...reference,
    classes: [reference.to()],
    pointer: referenceColumn(reference),
  }));
  const ends = description.ends.map((end) => ({
    ...end,
    classes: end.to(),
    pointer: `${end.side}_id`,
    required: true,
  }));
  return [
    ...own.map((attribute) => ({ name: attribute.name, about: attribute.about, attribute })),
    ...[...ends, ...references].flatMap(
      ({ name, classes: [only, ...others], pointer, required }): OrderField[] => {
        const to = only && others.length === 0 ? describe(only) : undefined;
        const attribute = to && attributeOf(to, 'name');
        if (!to || !attribute) return [];
        return [
          {
            name: `${name}Name`,
            about: `Name of its \`${name}\`.`,
            attribute,
            linked: { to, pointer, required },
          },
        ];
      },
    ),
  ];
}

const byKey: OrderTerm = { column: 'id', type: 'text', direction: 'ASC', nullable: false };

/** Whether rows are ordered by nothing but their key. */
export const isByKey = ([first, ...others]: readonly OrderTerm[]): boolean =>
  first?.column === byKey.column && !first.linked && first.direction === 'ASC' && others.length === 0;

/** The column with the score of a row in a list that is narrowed by a search. */
export const scoreColumn = 'search_score';

const byScore = ({ words }: Search): OrderTerm => ({
  column: scoreColumn,
  type: 'integer',
  direction: 'DESC',
  nullable: false,
  asked: words.map(({ word }) => word),
});

/**
 * The columns to order by; what is searched comes by its score where the client names no order.
 * A field that is named again adds nothing: rows that reach it are equal in it.
 */
export function orderTerms(
  { of, search }: Pick<Listing, 'of' | 'search'>,
  orderBy: readonly OrderBy[],
  language: LanguageTag,
): OrderTerm[] {
  if (search && orderBy.length === 0) return [byScore(search), byKey];
  const fields = of ? orderFieldsOf(of) : [];
  const terms = new Map<string, OrderTerm>();
  for (const { field, direction } of orderBy) {
    const found = fields.find((candidate) => candidate.name === field);
    if (found && !terms.has(field)) terms.set(field, termOf(found, direction ?? 'ASC', language));
  }
  return [...terms.values(), byKey];
}

function termOf({ attribute, linked }: OrderField, direction: Direction, language: LanguageTag): OrderTerm {
  const sorted = sortColumn(attribute, language);
  const type = columnsOfAttribute(attribute).find(({ name }) => name === sorted)?.type ?? 'text';
  const nullable = !attribute.required || linked?.required === false;
  return {
    column: sorted,
    type,
    direction,
    nullable,
    ...(linked && { linked: { table: tableOf(linked.to), pointer: linked.pointer } }),
  };
}

/** The value by which a term orders a row. */
const cellOf = ({ column: sorted, linked }: OrderTerm): Sql =>
  linked
    ? sql`(SELECT ${column('o', sorted)} FROM ${name(linked.table)} o WHERE ${column('o', 'id')} = ${column('t', linked.pointer)})`
    : column('t', sorted);

/** The name under which a read row holds the value of a term. */
const nameInRow = ({ column: sorted, linked }: OrderTerm): string =>
  linked ? `${linked.pointer}_${sorted}` : sorted;

/** What must be read beside the columns of a list, so that the place of each row is known. */
export const placeColumns = (terms: readonly OrderTerm[]): Sql[] =>
  terms.filter(({ linked }) => linked).map((term) => sql`${cellOf(term)} AS ${name(nameInRow(term))}`);

/** The place of each row, each value under a name of its own, for statements that put what they have read in order. */
export const namedPlace = (terms: readonly OrderTerm[]): Sql[] =>
  terms.map((term, index) => sql`${cellOf(term)} AS ${name(namesInPlace(index))}`);

/** The ORDER BY list by what `namedPlace` read under an alias. */
export const orderByNamedPlace = (terms: readonly OrderTerm[], alias: string): Sql =>
  orderSql(terms, false, (_, index) => column(alias, namesInPlace(index)));

/** The place of a row that `namedPlace` read; its last value is the key. */
export const namedPlaceIn = (terms: readonly OrderTerm[], row: Row): Place[number][] =>
  terms.map((_, index) => row[namesInPlace(index)] as Place[number]);

const namesInPlace = (index: number): string => `place_${index}`;

/** The names of these columns. */
export const placeNames = (terms: readonly OrderTerm[]): string[] =>
  terms.filter(({ linked }) => linked).map(nameInRow);

/** The place of a read row in the order. */
export const placeIn = (terms: readonly OrderTerm[], row: Row): Place =>
  terms.map((term) => row[nameInRow(term)] as Place[number]);

/**
 * The ORDER BY list; read backwards for the last rows of a list. PostgreSQL wants to be told of null values wherever its index was,
 * also for a column that has none.
 * @param cell where the value of a term stands.
 */
export function orderSql(
  terms: readonly OrderTerm[],
  backward: boolean,
  cell: (term: OrderTerm, index: number) => Sql = cellOf,
): Sql {
  const written = terms.map((term, index) => {
    const { direction, nullable } = term;
    const descending = (direction === 'DESC') !== backward;
    const nulls = nullable || direction === 'DESC' ? (backward ? ' NULLS FIRST' : ' NULLS LAST') : '';
    return sql`${cell(term, index)}${raw((descending ? ' DESC' : ' ASC') + nulls)}`;
  });
  return join(written, ', ');
}

/** Values of the order's columns in one row: the place of the row in the list. */
export type Place = readonly (string | number | boolean | null)[];

/** Whether a row comes strictly after (or before) a place in the order. Rows inserted meanwhile move nothing. */
export const beyond = (terms: readonly OrderTerm[], place: Place, side: 'after' | 'before'): Sql =>
  anyOf(rangesBeyond(terms, place, side));

/**
 * What comes strictly after (or before) a place in the order, in ranges that have no row in common.
 * Column by column: equal in those before, further in this one. Each range is a part of the index that an order has, as no `OR` is.
 */
export const rangesBeyond = (terms: readonly OrderTerm[], place: Place, side: 'after' | 'before'): Sql[] =>
  terms.flatMap((term, index) => {
    const equal = terms.slice(0, index).map((earlier, position) => same(earlier, place[position] ?? null));
    return furtherThan(term, place[index] ?? null, side).map((further) => allOf([...equal, further]));
  });

function same(term: OrderTerm, value: Place[number]): Sql {
  return value === null ? sql`${cellOf(term)} IS NULL` : sql`${cellOf(term)} = ${value}`;
}

function furtherThan(term: OrderTerm, value: Place[number], side: 'after' | 'before'): Sql[] {
  const { direction, nullable } = term;
  const cell = cellOf(term);
  if (value === null) return side === 'after' ? [] : [sql`${cell} IS NOT NULL`];
  const greater = (direction === 'ASC') === (side === 'after');
  const further = greater ? sql`${cell} > ${value}` : sql`${cell} < ${value}`;
  return nullable && side === 'after' ? [further, sql`${cell} IS NULL`] : [further];
}
