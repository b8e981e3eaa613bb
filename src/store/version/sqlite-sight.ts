/** Sees the version of the data in an SQLite file, which nobody tells: any process may write it. */
import type { DataSource } from 'typeorm';
import { versionText } from './version-text';
import type { VersionSight } from './known-version';

/** It has a connection of its own, so that it neither waits for long statements nor sees what a transaction has not ended. */
export class SqliteSight implements VersionSight {
  readonly listening = false;
  private opening: Promise<DataSource> | null = null;

  constructor(private readonly connection: DataSource) {}

  async look(): Promise<number> {
    this.opening ??= this.connection.initialize();
    const connection = await this.opening.catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    const [row] = await connection.query<{ version: number }[]>(versionText);
    return row?.version ?? 0;
  }

  async close(): Promise<void> {
    const opened = await this.opening?.catch(() => null);
    await opened?.destroy();
  }
}
