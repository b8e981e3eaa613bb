/** Reads RDF documents: mended, made to records, and each fault told with its line. */
import type { Quad } from '@rdfjs/types';
import type { SourceDocument } from '../document';
import type { Reader, ReadingContext, ReadPart } from '../reader';
import { recordsOf } from '../records/records-of';
import { partsOfStream } from './rdf-stream';
import { unreadable } from './unreadable';

export const rdfReader: Reader = {
  async *read(documents, context) {
    for await (const document of documents) yield* partsOf(document, context);
  },
};

/**
 * The records of a document, after what is to be said of it as a whole.
 * @param besides gives what is known of the document's records from elsewhere
 */
export async function* partsOf(
  document: SourceDocument,
  context: ReadingContext,
  besides: (quads: readonly Quad[]) => readonly Quad[] = () => [],
): AsyncGenerator<ReadPart> {
  if (document.stream) {
    try {
      const { readStream = partsOfStream } = context;
      yield* readStream(document, document.stream, context);
    } catch (error) {
      yield unreadable(document, error);
    }
    return;
  }
  const read = await readOrReport(document, context);
  if ('severity' in read) {
    yield read;
    return;
  }
  yield* read.findings;
  const { registry, source } = context;
  const { records, findings } = recordsOf([...read.quads, ...besides(read.quads)], {
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
    return await rdfOf(document);
  } catch (error) {
    return unreadable(document, error);
  }
}
