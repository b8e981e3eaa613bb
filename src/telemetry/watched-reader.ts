/** A reader that has each of its statements watched. */
import { readKeyed, type KeyedRead } from '../query/keyed-read';
import type { Reader } from '../query/sql';

/** Runs what reads; the text is that of the statement for PostgreSQL. */
type WatchStatement = <T>(run: () => Promise<T>, textOf: () => string) => Promise<T>;

export const watchedReader = (reader: Reader, watch: WatchStatement): Reader => ({
  dialect: reader.dialect,
  read: (statement, signal) =>
    watch(
      () => reader.read(statement, signal),
      () => statement.text,
    ),
  ...(reader.readFor && {
    readFor: <Found>(read: KeyedRead<Found>, keys: readonly string[]) =>
      watch(
        () => readKeyed(reader, read, keys),
        () => read.textOn(reader),
      ),
  }),
});
