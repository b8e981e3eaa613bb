/** How the value of an attribute becomes columns of a row and comes back. */
import { columnOf, columnsOfAttribute, foldedColumn, sortColumn } from './columns';
import type { Attribute } from './description';
import { collationKey, inLanguage, languages, type LocalizedTexts } from './text';
import type { StatedDay } from './time';

/** A row as the store gives and takes it, by column name. */
export type Row = Record<string, unknown>;

/** A statement as a database takes it. */
export interface Statement {
  /** Its text for PostgreSQL, with `$1`. */
  readonly text: string;
  /** Its text for SQLite, with `?`. */
  readonly sql: string;
  readonly values: unknown[];
}

/** An amount of money. */
export interface Money {
  amount: number;
  /** ISO 4217 code. */
  currency: string;
}

/** A name that is or was in use beside the present one; dates as stated: a year, a month or a day. */
export interface OtherName {
  /** BCP 47 tag. */
  language: string;
  value: string;
  validFrom?: string;
  validUntil?: string;
}

/** A span of days; either end may be unknown. */
export interface DaySpan {
  from: string | null;
  until: string | null;
}

/** A point on the map, WGS 84 degrees. */
export interface GeoPoint {
  latitude: number;
  longitude: number;
  precision: string | null;
}

/** Writes a checked value (null where nothing is stated) into the columns of its attribute. */
export function writeValue(attribute: Attribute, value: unknown): Row {
  const column = columnOf(attribute);
  switch (attribute.kind) {
    case 'localized':
      return { [column]: json(value), ...foldedTexts(attribute, value as LocalizedTexts | null) };
    case 'text':
      return {
        [column]: value,
        ...((attribute.order || attribute.filter) && {
          [foldedColumn(attribute)]: folded(value as string | null),
        }),
      };
    case 'texts':
    case 'names':
    case 'concepts':
      return { [column]: Array.isArray(value) && value.length > 0 ? json(value) : null };
    case 'day': {
      const stated = value as StatedDay | null;
      return { [column]: stated?.day ?? null, [columnOf(attribute, 'precision')]: stated?.precision ?? null };
    }
    case 'money':
    case 'place':
    case 'period':
      return Object.fromEntries(
        columnsOfAttribute(attribute).map(({ name }) => [
          name,
          (value as Record<string, unknown> | null)?.[name.slice(column.length + 1)] ?? null,
        ]),
      );
    default:
      return { [column]: value };
  }
}

/** Reads the value of an attribute from a row: plain objects for texts, money and places, `[]` for an empty list. */
export function readValue(attribute: Attribute, row: Row): unknown {
  const stored = row[columnOf(attribute)] ?? null;
  switch (attribute.kind) {
    case 'localized':
      return parsed(stored);
    case 'texts':
    case 'names':
    case 'concepts':
      return parsed(stored) ?? [];
    case 'flag':
      return stored === null ? null : Boolean(stored);
    case 'money': {
      const amount = row[columnOf(attribute, 'amount')];
      return amount == null ? null : { amount, currency: row[columnOf(attribute, 'currency')] };
    }
    case 'period': {
      const from = row[columnOf(attribute, 'from')] ?? null;
      const until = row[columnOf(attribute, 'until')] ?? null;
      return from === null && until === null ? null : { from, until };
    }
    case 'place': {
      const latitude = row[columnOf(attribute, 'latitude')];
      if (latitude == null) return null;
      const longitude = row[columnOf(attribute, 'longitude')];
      return { latitude, longitude, precision: row[columnOf(attribute, 'precision')] ?? null };
    }
    default:
      return stored;
  }
}

const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));
const parsed = (stored: unknown): unknown => (typeof stored === 'string' ? JSON.parse(stored) : stored);

const folded = (text: string | null): string | null => (text === null ? null : collationKey(text));

/** The sort keys of a text in each language, and all its languages folded. */
function foldedTexts(attribute: Attribute, texts: LocalizedTexts | null): Row {
  const row: Row = {};
  if (attribute.order) {
    for (const language of languages) {
      row[sortColumn(attribute, language)] = folded(texts && inLanguage(texts, language));
    }
  }
  if (attribute.filter) {
    const entries = Object.entries(texts ?? {}).map(([tag, text]) => [tag, collationKey(text)]);
    row[foldedColumn(attribute)] = texts && json(Object.fromEntries(entries));
  }
  return row;
}
