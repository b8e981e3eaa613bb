/** The document of a record, as a profile wants it. */
import type { WholeRecord } from '../../../resource/whole-record';
import type { NamedNode } from '../../factory';
import type { Graph } from '../../graph';
import type { Terms } from '../../terms';
import type { ProfileSettings } from '../profile';

/** What a rule reads and changes. */
export interface Face {
  /** What is stated so far, which is DCAT-AP. */
  readonly graph: Graph;
  readonly terms: Terms;
  readonly whole: WholeRecord;
  /** The node of the record. */
  readonly node: NamedNode;
  readonly settings: ProfileSettings;
}

/** Changes a document to what a profile wants and DCAT-AP does not say. */
export type Rule = (face: Face) => void;
