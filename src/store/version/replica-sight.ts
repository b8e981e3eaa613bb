/** Sees the version of the data where it is read: a replica may be behind what is written, and nobody tells when it has it. */
import sql, { raw } from 'sql-template-tag';
import type { StatementReader } from '../reading/statement-reader';
import type { VersionSight } from './known-version';
import { versionText } from './version-text';

export class ReplicaSight implements VersionSight {
  readonly listening = false;

  constructor(private readonly reader: Pick<StatementReader, 'read'>) {}

  async look(): Promise<number> {
    const [row] = await this.reader.read(sql`${raw(versionText)}`);
    return Number(row?.version ?? 0);
  }

  /** The reader is closed by whoever opened it. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
