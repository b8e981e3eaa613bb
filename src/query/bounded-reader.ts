/** What one request may read: so many rows, and nothing more once it has had its time or its client is gone. */
import type { Sql } from 'sql-template-tag';
import { QueryTooComplex } from '../errors';
import type { Row } from '../resource/values';
import type { Reader } from './sql';

/** The bounds of one request. */
export interface Bounds {
  /** Rows that all of its statements may read together. */
  rows: number;
  /** Ends the reading, with its reason. */
  signal: AbortSignal;
}

/** A reader for one request. */
export class BoundedReader implements Reader {
  private rows = 0;

  constructor(
    private readonly reader: Reader,
    private readonly bounds: Bounds,
  ) {}

  get dialect(): Reader['dialect'] {
    return this.reader.dialect;
  }

  /** @throws QueryTooComplex once more rows were read than the request may, and the reason of its signal. */
  async read(statement: Sql): Promise<Row[]> {
    const { rows: most, signal } = this.bounds;
    signal.throwIfAborted();
    if (this.rows > most) throw this.refusal();
    const rows = await this.reader.read(statement, signal);
    this.rows += rows.length;
    if (this.rows > most) throw this.refusal();
    return rows;
  }

  private refusal(): QueryTooComplex {
    return new QueryTooComplex(
      `The query read more than ${this.bounds.rows} rows and was stopped. Give smaller values to "first", or ask in several requests.`,
    );
  }
}
