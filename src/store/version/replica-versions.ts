/** Reads the versions from where the data are read. A replica may lag behind, and it does not notify when a write has arrived. */
import sql, { raw } from 'sql-template-tag';
import type { StatementReader } from '../reading/statement-reader';
import type { Versions } from '../../resource/versions';
import type { VersionSource } from './version-tracker';
import { versionsIn, versionsText } from './version-text';

export class ReplicaVersions implements VersionSource {
  readonly listening = false;

  constructor(private readonly database: Pick<StatementReader, 'read'> & { readonly moves?: number }) {}

  get moves(): number {
    return this.database.moves ?? 0;
  }

  async read(): Promise<Versions> {
    return versionsIn(await this.database.read(sql`${raw(versionsText)}`));
  }

  /** The reader belongs to the caller. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
