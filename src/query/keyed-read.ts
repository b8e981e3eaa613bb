/** Statements that read something for each of some keys: they are made once, and run for whatever keys are asked for. */
import type { Sql } from 'sql-template-tag';
import type { Row, Statement } from '../resource/values';
import { laterKeys, parameterOf, type Dialect, type Reader } from './sql';

/** What is read for keys, and by which statement. */
interface KeyedReadOptions<Found> {
  /** The statement for `laterKeys`; its text may depend on the database, but on no keys. */
  statement: (reader: Reader) => Sql;
  /**
   * What the rows say of each key of which they say something.
   * @param shared whether several requests get the same.
   */
  found: (rows: Row[], shared: boolean) => ReadonlyMap<string, Found>;
  /** How many rows were read for what was found for one key. */
  rowsIn: (found: Found) => number;
}

/** Reads something for each of some keys. Whoever asks by the same object asks the same, so that it can be read for all of them together. */
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

  /** The text of the statement, whatever the keys. */
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

/** Reads for these keys, which are all different. */
export const readKeyed = <Found>(
  reader: Reader,
  read: KeyedRead<Found>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Found>> =>
  reader.readFor
    ? reader.readFor(read, keys)
    : reader.read(read.statement(reader, keys)).then((rows) => read.found(rows, false));
