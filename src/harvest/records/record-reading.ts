/** What is needed to read the records of a document. */
import type { RecordsContext } from './context';
import type { Mentioning } from './mentions';
import type { Persons } from './persons-left-out';

export interface RecordReading extends Mentioning {
  readonly context: RecordsContext;
  readonly persons: Persons;
  /** Whether all statements of the document are here, or those of some of its records. */
  readonly extent: 'whole' | 'group';
  /** Parts whose whole the document does not name. */
  readonly withoutOwner: string[];
}
