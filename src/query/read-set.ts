/** The read set of a request: its answer is valid until one of these classes is written. */
import type { ReadClass, ReadClasses } from '../resource/versions';
import { readKeyed, type KeyedRead } from './keyed-read';
import type { Reader } from './sql';
import type { StatementClasses } from './statement-classes';

export class ReadSet {
  private readonly noted = new Set<ReadClass>();
  private isEverything = false;

  /** Records that something was read from these classes. */
  add(classes: ReadClasses): void {
    if (classes === 'everything') this.isEverything = true;
    else for (const each of classes) this.noted.add(each);
  }

  /** The classes that were read so far. */
  get classes(): ReadClasses {
    return this.isEverything ? 'everything' : [...this.noted];
  }
}

/** A reader that records the classes of each statement, whichever code runs it. */
export const notingReader = (reader: Reader, known: StatementClasses, reads: ReadSet): Reader => {
  const { dialect } = reader;
  return {
    dialect,
    read: (statement, signal) => {
      reads.add(statement.classes ?? known.of(dialect === 'sqlite' ? statement.sql : statement.text));
      return reader.read(statement, signal);
    },
    readFor: <Found>(read: KeyedRead<Found>, keys: readonly string[]) => {
      reads.add(known.of(read.textOn(reader)));
      return readKeyed(reader, read, keys);
    },
  };
};
