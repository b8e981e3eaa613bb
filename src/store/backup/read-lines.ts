/** Reads the lines of a backup, and rejects a file that is not one or is incomplete. */
import { StartFailed } from '../../errors';
import { endLine, head, tableLine, type Head, type Value } from './format';

/** A batch of rows of one table. */
export interface Rows {
  table: string;
  columns: readonly string[];
  rows: Value[][];
}

const batchSize = 500;

/** A backup after its head was read. */
export class BackupLines {
  private constructor(
    readonly head: Head,
    private readonly lines: AsyncIterator<string>,
  ) {}

  /** @throws StartFailed when the file is not a backup */
  static async of(text: AsyncIterable<string>): Promise<BackupLines> {
    const lines = text[Symbol.asyncIterator]();
    const first = head.safeParse(parsed((await lines.next()).value as string | undefined));
    if (!first.success) throw new StartFailed('The file is no backup of the gateway.');
    return new BackupLines(first.data, lines);
  }

  /** All rows, table by table. @throws StartFailed at an unexpected line, or when the end is missing */
  async *rows(): AsyncGenerator<Rows> {
    let current: Rows = { table: '', columns: [], rows: [] };
    let read = 0;
    for (;;) {
      const { value, done } = (await this.lines.next()) as IteratorResult<string, undefined>;
      if (done) throw new StartFailed('The backup is not whole: its end is missing. Nothing was restored.');
      const line = parsed(value);
      if (Array.isArray(line)) {
        if (line.length === 0 || line.length !== current.columns.length)
          throw new StartFailed('The backup is damaged: a row does not fit its table. Nothing was restored.');
        read += 1;
        current.rows.push(line as Value[]);
        if (current.rows.length < batchSize) continue;
        yield current;
        current = { ...current, rows: [] };
        continue;
      }
      if (current.rows.length > 0) yield current;
      const end = endLine.safeParse(line);
      if (end.success && end.data.rows === read) return;
      const table = tableLine.safeParse(line);
      if (!table.success) throw new StartFailed('The backup is damaged. Nothing was restored.');
      current = { ...table.data, rows: [] };
    }
  }
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}
