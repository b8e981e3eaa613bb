/**
 * A backup: the rows of all tables as lines of JSON, gzipped. It knows neither of the two databases, so that it also moves a catalogue from
 * one to the other. What is derived (views, search index) is not in it.
 *
 * The first line is the head, then each table tells its columns in a line and its rows in the lines that follow, then comes the end.
 */
import { z } from 'zod';

export const head = z.object({
  format: z.literal('num-gateway backup'),
  version: z.literal(1),
  /** The release of the gateway that wrote it. */
  release: z.string(),
  takenAt: z.string(),
  /** The migrations that the tables had had. */
  migrations: z.array(z.string()).min(1),
  /** The version of the data. */
  data: z.number(),
});
export type Head = z.infer<typeof head>;

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export const endLine = z.object({ end: z.literal(true), rows: z.number() });

export type Value = string | number | boolean | null;
