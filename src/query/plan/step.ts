/** The steps of a plan, which can be observed while they are executed. */
import type { Writer } from './writer';

/** A field for which something may be read. */
export interface Step {
  /** The response keys that lead to it. */
  path: readonly string[];
  /** Its coordinate, such as `Institution.participations`. */
  field: string;
  /** Whether it reads a page of a list per parent, a record per parent, or calls a resolver. */
  reads: 'list' | 'record' | 'resolver';
}

/** Observes the execution of a step. */
export type Watch = (step: Step, writer: Writer) => Writer;
