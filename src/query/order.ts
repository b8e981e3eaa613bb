/** The order of lists: as requested, with the key as last term so that it is total. Nulls come last. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import {
  columnsOfAttribute,
  endColumn,
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
import { column, name } from './sql';

export type Direction = 'ASC' | 'DESC';

/** A requested order: a field and a direction. */
export interface OrderBy {
  field: string;
  /** Default: ascending. */
  direction?: Direction | null;
}

/** A column to order by: of the row itself, or of a record that it refers to. */
export interface OrderTerm {
  column: string;
  type: ColumnType;
  direction: Direction;
  nullable: boolean;
  /** Table of the other record, and the column that refers to it. */
  linked?: { table: string; pointer: string };
  /** For a score: the words of the search. Scores of different searches cannot be compared, so cursors must not be either. */
  asked?: readonly string[];
}

/** A field by which a list can be ordered. */
export interface OrderField {
  /** Name of an attribute, or of a reference or end followed by `Name`: `infrastructureName`. */
  name: string;
  about: string;
  attribute: Attribute;
  /** Class of the other record, the column that refers to it, and whether it is never null. */
  linked?: { to: Description; pointer: string; required: boolean };
}

/** The fields by which a class can be ordered: its attributes, and the names of records that it refers to. */
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
    pointer: endColumn(end.side),
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

/** Whether rows are ordered only by their key. */
export const isByKey = ([first, ...others]: readonly OrderTerm[]): boolean =>
  first?.column === byKey.column && !first.linked && first.direction === 'ASC' && others.length === 0;

/** The column with the score in a list with a search. */
export const scoreColumn = 'search_score';

const byScore = ({ words }: Search): OrderTerm => ({
  column: scoreColumn,
  type: 'integer',
  direction: 'DESC',
  nullable: false,
  asked: words.map(({ word }) => word),
});

/** The columns to order by. A search is ordered by score by default. A repeated field is ignored, as rows that are compared by it are equal. */
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

/** The value of a term for a row. */
export const cellOf = ({ column: sorted, linked }: OrderTerm): Sql =>
  linked
    ? sql`(SELECT ${column('o', sorted)} FROM ${name(linked.table)} o WHERE ${column('o', 'id')} = ${column('t', linked.pointer)})`
    : column('t', sorted);

/** The column name of a term's value in the result. */
const nameInRow = ({ column: sorted, linked }: OrderTerm): string =>
  linked ? `${linked.pointer}_${sorted}` : sorted;

/** Further columns that must be selected to know the place of each row. */
export const placeColumns = (terms: readonly OrderTerm[]): Sql[] =>
  terms.filter(({ linked }) => linked).map((term) => sql`${cellOf(term)} AS ${name(nameInRow(term))}`);

/** The place of each row with uniform column names, for statements that sort their intermediate results. */
export const namedPlace = (terms: readonly OrderTerm[]): Sql[] =>
  terms.map((term, index) => sql`${cellOf(term)} AS ${name(namesInPlace(index))}`);

/** ORDER BY the columns of `namedPlace`. */
export const orderByNamedPlace = (terms: readonly OrderTerm[], alias: string): Sql =>
  orderSql(terms, false, (_, index) => column(alias, namesInPlace(index)));

/** The place of a row from the columns of `namedPlace`; its last value is the key. */
export const namedPlaceIn = (terms: readonly OrderTerm[], row: Row): Place[number][] =>
  terms.map((_, index) => row[namesInPlace(index)] as Place[number]);

const namesInPlace = (index: number): string => `place_${index}`;

/** The names of these columns. */
export const placeNames = (terms: readonly OrderTerm[]): string[] =>
  terms.filter(({ linked }) => linked).map(nameInRow);

/** The place of a row in the order. */
export const placeIn = (terms: readonly OrderTerm[], row: Row): Place =>
  terms.map((term) => row[nameInRow(term)] as Place[number]);

/**
 * The ORDER BY list, reversed for the last rows of a list. PostgreSQL uses an index only if NULLS LAST is given as in the index,
 * even for a column that is never null.
 * @param cell the SQL of a term's value
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

/** The values of the order's columns for one row, which determine its place in the list. */
export type Place = readonly (string | number | boolean | null)[];
