/** What is needed to read the records of a document. */
import type { RecordsContext } from './context';
import type { Mentioning } from './mentions';
import type { Persons } from './persons-left-out';

export interface RecordReading extends Mentioning {
  readonly context: RecordsContext;
  readonly persons: Persons;
  /** Parts whose whole the document does not name. */
  readonly withoutOwner: string[];
}
