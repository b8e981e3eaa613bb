/** Bounds the reads of one request: a maximum number of rows, and nothing after its deadline or when its client is gone. */
import { QueryTooComplex } from '../errors';
import type { Row, Statement } from '../resource/values';
import type { Cancellation } from './cancellation';
import type { KeyedRead } from './keyed-read';
import type { ReadBatcher } from './read-batcher';
import type { Reader } from './sql';

/** The bounds of one request. */
export interface Bounds {
  /** Maximum number of rows of all its statements. */
  rows: number;
  /** Cancels reading, with a reason. */
  cancellation: Cancellation;
}

/** A reader for one request. */
export class BoundedReader implements Reader {
  private rows = 0;

  /** @param shared batches reads with those of other requests; null if each request reads alone */
  constructor(
    private readonly reader: Reader,
    private readonly shared: ReadBatcher | null,
    private readonly bounds: Bounds,
  ) {}

  get dialect(): Reader['dialect'] {
    return this.reader.dialect;
  }

  /** @throws QueryTooComplex when the maximum number of rows is exceeded; the reason of a cancellation */
  async read(statement: Statement): Promise<Row[]> {
    this.check();
    const rows = await this.reader.read(statement, this.bounds.cancellation.signal);
    this.add(rows.length);
    return rows;
  }

  /** Reads by keys. Rows that were read for other requests do not count. @throws like `read` */
  async readFor<Found>(read: KeyedRead<Found>, keys: readonly string[]): Promise<ReadonlyMap<string, Found>> {
    this.check();
    const { cancellation } = this.bounds;
    const found = this.shared
      ? await this.shared.read(read, keys, cancellation)
      : read.found(await this.reader.read(read.statement(this, keys), cancellation.signal), false);
    let rows = 0;
    for (const key of keys) {
      const own = found.get(key);
      if (own !== undefined) rows += read.rowsIn(own);
    }
    this.add(rows);
    return found;
  }

  private check(): void {
    const { reason } = this.bounds.cancellation;
    if (reason) throw reason;
    if (this.rows > this.bounds.rows) throw this.refusal();
  }

  private add(rows: number): void {
    this.rows += rows;
    if (this.rows > this.bounds.rows) throw this.refusal();
  }

  private refusal(): QueryTooComplex {
    return new QueryTooComplex(
      `The query read more than ${this.bounds.rows} rows and was stopped. Give smaller values to "first", or ask in several requests.`,
    );
  }
}
