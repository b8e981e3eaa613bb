/** Reads RDF documents: mended, made to records, and each fault told with its line. */
import { UnreadableDocument } from '../../rdf/reading/document';
import type { SourceDocument } from '../document';
import type { Reader, ReadingContext, ReadPart } from '../reader';
import { recordsOf } from '../records/records-of';
import { walkFinding } from '../walking/finding-texts';
import { readStream } from './rdf-stream';

export const rdfReader: Reader = {
  async *read(documents, context) {
    for await (const document of documents) yield* partsOf(document, context);
  },
};

/** The records of a document, after what is to be said of it as a whole. */
export async function* partsOf(document: SourceDocument, context: ReadingContext): AsyncGenerator<ReadPart> {
  const read = await readOrReport(document, context);
  if ('severity' in read) {
    yield read;
    return;
  }
  yield* read.findings;
  const { registry, source } = context;
  const { records, findings } = recordsOf(read.quads, {
    registry,
    document,
    lineOf: (...statement) => read.lines.of(...statement),
    persons: source.persons,
  });
  yield* findings;
  for (const record of records)
    yield record.iri !== null && read.broken.has(record.iri) ? { ...record, broken: true } : record;
}

async function readOrReport(document: SourceDocument, { rdfOf }: ReadingContext) {
  try {
    return document.stream ? await readStream(document, document.stream) : await rdfOf(document);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    const finding = walkFinding('unreadable-document', document.address, { value: error.message });
    const { line = null, column = null } = error.position;
    return { ...finding, place: { ...finding.place, line, column } };
  }
}
