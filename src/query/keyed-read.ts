/** Reads by keys. The statement is made once and run for any keys. */
import type { Sql } from 'sql-template-tag';
import type { Row, Statement } from '../resource/values';
import { laterKeys, parameterOf, type Dialect, type Reader } from './sql';

/** What is read by keys, and with which statement. */
interface KeyedReadOptions<Found> {
  /** The statement for `laterKeys`. Its text may depend on the database but not on keys. */
  statement: (reader: Reader) => Sql;
  /**
   * Converts rows to results by key. Keys without rows are absent.
   * @param shared whether several requests get the same results
   */
  found: (rows: Row[], shared: boolean) => ReadonlyMap<string, Found>;
  /** The number of rows that belong to a result. */
  rowsIn: (found: Found) => number;
}

/** A read by keys. Callers that use the same object read the same thing, so their keys can be combined in one statement. */
export class KeyedRead<Found> {
  private readonly made: Partial<Record<Dialect, Statement>> = {};

  constructor(private readonly options: KeyedReadOptions<Found>) {}

  /** The statement for these keys. */
  statement(reader: Reader, keys: readonly string[]): Statement {
    const { text, sql, values } = this.madeFor(reader);
    const { dialect } = reader;
    return {
      text,
      sql,
      values: values.map((value) => (value === laterKeys ? parameterOf(dialect, keys) : value)),
    };
  }

  /** The text of the statement, which is the same for all keys. */
  textOn(reader: Reader): string {
    return this.madeFor(reader).text;
  }

  get found(): KeyedReadOptions<Found>['found'] {
    return this.options.found;
  }

  get rowsIn(): KeyedReadOptions<Found>['rowsIn'] {
    return this.options.rowsIn;
  }

  private madeFor(reader: Reader): Statement {
    const cached = this.made[reader.dialect];
    if (cached) return cached;
    const { text, sql, values } = this.options.statement(reader);
    return (this.made[reader.dialect] = { text, sql, values });
  }
}

/** Reads by these keys, which must be distinct. */
export const readKeyed = <Found>(
  reader: Reader,
  read: KeyedRead<Found>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Found>> =>
  reader.readFor
    ? reader.readFor(read, keys)
    : reader.read(read.statement(reader, keys)).then((rows) => read.found(rows, false));
