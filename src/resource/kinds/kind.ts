/**
 * The meaning of an attribute's kind in every part of the gateway. Each kind is one object in its own file. Other parts do not
 * check which kind an attribute has; they only use what is defined here.
 */
import type { StatedObject } from '../../vocabulary/term';
import type { ColumnType } from '../columns';
import type { Attribute } from '../description';
import type { LanguageTag, LocalizedTexts } from '../text';
import type { Comparisons } from './comparisons';
import type { Output, ValueType } from './value-type';
import type { ReadBack } from './read-back';
import type { RowForm } from '../row-form';

/** Something for each column of a value, by the suffix that the column's name adds to the attribute's. The main column has none. */
export type Parts<T> = Readonly<Record<string, T>>;

export interface Kind {
  readonly name: string;
  /**
   * `value`: a single value, so that sources can disagree. `values`: a list, whose items are compared and counted separately.
   * `wordings`: texts for the same thing by language.
   */
  readonly holds: 'value' | 'values' | 'wordings';

  // Store.
  /** The columns of the value. */
  readonly columns: Parts<ColumnType>;
  /** Further columns, computed from the value for search and order. */
  computed?(attribute: Attribute): Parts<ColumnType>;
  /** The part that is compared, measured and ordered by. Default: the part without suffix. */
  readonly main?: string;
  /** The part to order by in a language, if it differs. */
  orderedBy?(language: LanguageTag): string;
  /** Converts a value (null if nothing is stated) to its columns. */
  write(value: unknown, attribute: Attribute): Parts<unknown>;
  /** Converts columns, in their order, to the value. */
  read(...stored: unknown[]): unknown;
  /** A part of the value that has its own field. */
  readonly beside?: { part: string; suffix: string; output: ValueType; about: (name: string) => string };
  /** Whether its column holds comparable values, so that an index can serve comparisons. */
  readonly indexed?: true;
  /** Whether the values are codes of a vocabulary, which are few and short, so that indices can include them. */
  readonly few?: true;

  // Intake.
  /**
   * Validates an imported value and converts it.
   * @throws WrongValue
   */
  check(written: unknown, attribute: Attribute): unknown;
  /** How it is written in a table that people fill in; absent for what no import states. */
  readonly row?: RowForm;

  // Schema and lists.
  output(attribute: Attribute): Output;
  /** For localized values: the field with all languages. */
  readonly texts?: { output: Output; of: (texts: LocalizedTexts) => unknown[] };
  /** The comparisons for filters; absent if it cannot be filtered by. */
  comparisons?(attribute: Attribute): Comparisons;
  /** The measure of the values in a group: their range, or their sum per currency. */
  readonly measure?: 'sum' | { name: string; about: string };
  /** Formats a value that the database has grouped as text. */
  counted?(text: string): string;
  /** The texts for full-text search. */
  searched?(value: unknown, attribute: Attribute): { text: string; language: string | null }[];

  /** The default RDF object. */
  stated(attribute: Pick<Attribute, 'address' | 'min'>): StatedObject;
  /** The literals of a value in RDF, where they are not its text with the datatype of its term. `beside` is the part that has its own field. */
  readonly literals?: StatedLiterals;
  /** What the literals of a value leave out, each with the literal that it is about. */
  apart?(value: unknown): readonly AdditionalStatement[];
  /** Completes a value that was read back with what its literals leave out. */
  withApart?(value: unknown, apart: readonly AdditionalStatement[]): unknown;
  /** Reads a value back from its literals, as an import writes it. Absent for what no import states, and for values of several parts. */
  readBack?(stated: readonly StatedLiteral[], attribute: Attribute): ReadBack;
  /** Reads a value of several parts back from the texts of its parts; undefined if it is none. */
  readParts?(parts: Parts<string>): unknown;
  /** Reads a value of several parts from one text, as others write it; undefined if it is none. */
  readText?(text: string): unknown;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- methods of an interface are compared like this, properties are not
type StatedLiterals = (value: any, attribute: Attribute, beside: unknown) => readonly StatedLiteral[];

/** A text in RDF, with its language or its datatype if it has one. */
export interface StatedLiteral {
  readonly text: string;
  /** BCP 47 language tag. */
  readonly language?: string;
  /** IRI of the datatype. */
  readonly datatype?: string;
}

/** What is said of one literal of a value, by the IRIs of properties. */
export interface AdditionalStatement {
  readonly about: StatedLiteral;
  readonly more: Readonly<Record<string, StatedLiteral>>;
}

/** A single value in one column. */
export const single = (type: ColumnType): Pick<Kind, 'holds' | 'columns' | 'write' | 'read'> => ({
  holds: 'value',
  columns: { '': type },
  write: (value) => ({ '': value }),
  read: (stored) => stored,
});

/** A single value with a column for each of its parts. */
export const composed = (columns: Parts<ColumnType>): Pick<Kind, 'holds' | 'columns' | 'write'> => ({
  holds: 'value',
  columns,
  write: (value: Parts<unknown> | null) =>
    Object.fromEntries(Object.keys(columns).map((part) => [part, value?.[part] ?? null])),
});

/** A list in one column, which is null if the list is empty. */
export const list: Pick<Kind, 'columns' | 'write' | 'read'> = {
  columns: { '': 'json' },
  write: (value) => ({ '': Array.isArray(value) && value.length > 0 ? json(value) : null }),
  read: (stored) => parsed(stored) ?? [],
};

export const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));
export const parsed = (stored: unknown): unknown =>
  typeof stored === 'string' ? JSON.parse(stored) : stored;
