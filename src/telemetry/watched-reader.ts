/** A reader that reports each of its statements to an observer. */
import { readKeyed, type KeyedRead } from '../query/keyed-read';
import type { Reader } from '../query/sql';

/** Runs a read. `textOf` gives the statement's text for PostgreSQL. */
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
