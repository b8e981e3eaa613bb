/**
 * What a kind of attribute means in every part of the gateway. Each kind is one object in a file of its own;
 * no other part asks which kind an attribute is of, only what that kind says.
 */
import type { StatedObject } from '../../vocabulary/term';
import type { ColumnType } from '../columns';
import type { Attribute } from '../description';
import type { LanguageTag, LocalizedTexts } from '../text';
import type { Comparisons } from './comparisons';
import type { Output, ValueType } from './value-type';

/** Something for each part of a value, by what follows the name of the attribute in the name of its column. */
export type Parts<T> = Readonly<Record<string, T>>;

export interface Kind {
  readonly name: string;
  /**
   * `value`: one, so that two sources that state different ones disagree. `values`: several, each listed, compared and counted by itself.
   * `wordings`: several of one thing, by language.
   */
  readonly holds: 'value' | 'values' | 'wordings';

  // The store.
  /** The columns of the value. */
  readonly columns: Parts<ColumnType>;
  /** Columns beside them that are computed of the value, to find and to order it. */
  computed?(attribute: Attribute): Parts<ColumnType>;
  /** The part that is compared and measured, and by which it is ordered; by default the one without a name. */
  readonly main?: string;
  /** The part by which it is ordered in a language, where that is another one. */
  orderedBy?(language: LanguageTag): string;
  /** What stands in the columns; of null where nothing is stated. */
  write(value: unknown, attribute: Attribute): Parts<unknown>;
  /** The value of what stands in its columns, in their order. */
  read(...stored: unknown[]): unknown;
  /** A part that records hold beside the value, in a field with a name of its own. */
  readonly beside?: { part: string; suffix: string; output: ValueType; about: (name: string) => string };
  /** Whether it is compared as it stands in its column, so that an index finds it. */
  readonly indexed?: true;
  /** Whether it comes from a vocabulary: few short values, which an index may hold beside others. */
  readonly few?: true;

  // The intake.
  /**
   * The value that a written one means.
   * @throws WrongValue
   */
  check(written: unknown, attribute: Attribute): unknown;

  // The schema and its lists.
  output(attribute: Attribute): Output;
  /** A value that has a text for each language: all of them are shown, too. */
  readonly texts?: { output: Output; of: (texts: LocalizedTexts) => unknown[] };
  /** What one can filter by; nothing where it is not given. */
  comparisons?(attribute: Attribute): Comparisons;
  /** What is measured of the values in a group: from where to where they go, or what amounts add up to in each currency. */
  readonly measure?: 'sum' | { name: string; about: string };
  /** How a value is shown that a database has counted as text. */
  counted?(text: string): string;
  /** The texts in which the search looks. */
  searched?(value: unknown, attribute: Attribute): { text: string; language: string | null }[];

  /** What stands at the object where it is stated in RDF, unless the declaration says otherwise. */
  stated(attribute: Pick<Attribute, 'address' | 'min'>): StatedObject;
}

/** A single value in one column. */
export const single = (type: ColumnType): Pick<Kind, 'holds' | 'columns' | 'write' | 'read'> => ({
  holds: 'value',
  columns: { '': type },
  write: (value) => ({ '': value }),
  read: (stored) => stored,
});

/** A single value whose parts stand in a column each. */
export const composed = (columns: Parts<ColumnType>): Pick<Kind, 'holds' | 'columns' | 'write'> => ({
  holds: 'value',
  columns,
  write: (value: Parts<unknown> | null) =>
    Object.fromEntries(Object.keys(columns).map((part) => [part, value?.[part] ?? null])),
});

/** A list in one column, which is empty where nothing is stated. */
export const list: Pick<Kind, 'columns' | 'write' | 'read'> = {
  columns: { '': 'json' },
  write: (value) => ({ '': Array.isArray(value) && value.length > 0 ? json(value) : null }),
  read: (stored) => parsed(stored) ?? [],
};

export const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));
export const parsed = (stored: unknown): unknown =>
  typeof stored === 'string' ? JSON.parse(stored) : stored;
