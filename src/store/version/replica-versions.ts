/** Reads the versions of the data where the data are read: a replica may be behind what is written, and nobody tells when it has it. */
import sql, { raw } from 'sql-template-tag';
import type { StatementReader } from '../reading/statement-reader';
import type { Versions } from '../../resource/versions';
import type { VersionSource } from './version-tracker';
import { versionsIn, versionsText } from './version-text';

export class ReplicaVersions implements VersionSource {
  readonly listening = false;

  constructor(private readonly database: Pick<StatementReader, 'read'>) {}

  async read(): Promise<Versions> {
    return versionsIn(await this.database.read(sql`${raw(versionsText)}`));
  }

  /** The reader is closed by whoever opened it. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
