/**
 * The format of a backup: the rows of all tables as gzipped lines of JSON. It does not depend on the database, so it can also move
 * a catalogue from SQLite to PostgreSQL or back. Derived data (views, search index) are not included.
 *
 * The first line is the head. Then each table has a line with its columns, followed by its rows. The last line is the end mark.
 */
import { z } from 'zod';

export const head = z.object({
  format: z.literal('num-gateway backup'),
  version: z.literal(1),
  /** The release of the gateway that wrote it. */
  release: z.string(),
  takenAt: z.string(),
  /** The migrations that had been run. */
  migrations: z.array(z.string()).min(1),
  /** The version of the data. */
  data: z.number(),
});
export type Head = z.infer<typeof head>;

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export const endLine = z.object({ end: z.literal(true), rows: z.number() });

export type Value = string | number | boolean | null;
