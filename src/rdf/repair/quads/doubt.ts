/** What is odd in a document as a whole. */
import type { Term } from '@rdfjs/types';
import type { Outcome } from './step';

/** Something that is said of a node. */
export interface Doubt extends Pick<Outcome, 'id' | 'words'> {
  readonly subject: Term;
  readonly property: string | null;
  readonly value: Term | null;
}
