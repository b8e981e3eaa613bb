/** Reads the versions of an SQLite file. Any process may write it, and there are no notifications. */
import type { DataSource } from 'typeorm';
import type { Row } from '../../resource/values';
import type { Versions } from '../../resource/versions';
import { versionsIn, versionsText } from './version-text';
import type { VersionSource } from './version-tracker';

/** It has its own connection, so that it neither waits for long statements nor sees uncommitted writes. */
export class SqliteVersions implements VersionSource {
  readonly listening = false;
  private opening: Promise<DataSource> | null = null;

  constructor(private readonly connection: DataSource) {}

  async read(): Promise<Versions> {
    this.opening ??= this.connection.initialize();
    const connection = await this.opening.catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return versionsIn(await connection.query<Row[]>(versionsText));
  }

  async close(): Promise<void> {
    const opened = await this.opening?.catch(() => null);
    await opened?.destroy();
  }
}
