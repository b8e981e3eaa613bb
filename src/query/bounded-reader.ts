/** What one request may read: so many rows, and nothing more once it has had its time or its client is gone. */
import { QueryTooComplex } from '../errors';
import type { Row, Statement } from '../resource/values';
import type { Ending } from './ending';
import type { KeyedRead } from './keyed-read';
import type { SharedReads } from './shared-reads';
import type { Reader } from './sql';

/** The bounds of one request. */
export interface Bounds {
  /** Rows that all of its statements may read together. */
  rows: number;
  /** Ends the reading, with its reason. */
  ending: Ending;
}

/** A reader for one request. */
export class BoundedReader implements Reader {
  private rows = 0;

  /** @param shared where keys are read together with those of other requests; null where each request reads alone. */
  constructor(
    private readonly reader: Reader,
    private readonly shared: SharedReads | null,
    private readonly bounds: Bounds,
  ) {}

  get dialect(): Reader['dialect'] {
    return this.reader.dialect;
  }

  /** @throws QueryTooComplex once more rows were read than the request may, and the reason of its end. */
  async read(statement: Statement): Promise<Row[]> {
    this.check();
    const rows = await this.reader.read(statement, this.bounds.ending.signal);
    this.add(rows.length);
    return rows;
  }

  /** Reads for keys; of what was read for others, nothing counts. @throws like `read`. */
  async readFor<Found>(read: KeyedRead<Found>, keys: readonly string[]): Promise<ReadonlyMap<string, Found>> {
    this.check();
    const { ending } = this.bounds;
    const found = this.shared
      ? await this.shared.read(read, keys, ending)
      : read.found(await this.reader.read(read.statement(this, keys), ending.signal), false);
    let rows = 0;
    for (const key of keys) {
      const own = found.get(key);
      if (own !== undefined) rows += read.rowsIn(own);
    }
    this.add(rows);
    return found;
  }

  private check(): void {
    const { reason } = this.bounds.ending;
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
