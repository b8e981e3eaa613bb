/** What is known of the documents whose statements become records. */
import type { Quad } from '@rdfjs/types';
import type { Registry } from '../../resource/registry';
import type { HarvestedFrom } from '../harvested-record';

export interface RecordsContext {
  readonly registry: Registry;
  /** Where the statements stand. */
  readonly document: HarvestedFrom;
  /** The line of a statement, of the first one about its subject, or null. `Lines.of` of an `RdfDocument` fits. */
  readonly lineOf?: (
    subject: Quad['subject'],
    property?: string | null,
    value?: Quad['object'] | null,
  ) => number | null;
  /** Whether the source may state individuals. Default: false. */
  readonly persons?: boolean;
  /** What is already known of nodes that these statements only mention; for documents that come in groups of subjects. */
  readonly elsewhere?: (iri: string) => readonly Quad[];
}
