/** A reader that has each of its statements watched. */
import type { Sql } from 'sql-template-tag';
import type { Reader } from '../query/sql';

export const watchedReader = (
  reader: Reader,
  watch: <T>(run: () => Promise<T>, statement: Sql) => Promise<T>,
): Reader => ({
  dialect: reader.dialect,
  read: (statement, signal) => watch(() => reader.read(statement, signal), statement),
});
