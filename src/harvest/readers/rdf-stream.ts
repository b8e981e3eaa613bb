/** Reads N-Quads that are too large to be held: record after record. */
import type { Quad } from '@rdfjs/types';
import { StreamParser } from 'n3';
import { Readable } from 'node:stream';
import { reasonOf } from '../../errors';
import { Lines, UnreadableDocument } from '../../rdf/reading/document';
import { repairQuads } from '../../rdf/repair/repair-quads';
import type { SourceDocument } from '../document';
import type { ReadingContext, ReadPart } from '../reader';
import { groupsOf } from '../records/groups';
import { RecordsReader } from '../records/records-of';

/** @throws UnreadableDocument with the line at which it breaks off */
export async function* partsOfStream(
  document: SourceDocument,
  stream: AsyncIterable<Uint8Array>,
  { registry, source }: ReadingContext,
): AsyncGenerator<ReadPart> {
  const reader = new RecordsReader({ registry, document, persons: source.persons });
  for await (const group of groupsOf(quadsIn(stream), registry)) {
    const { quads, findings } = repairQuads(group, { document: document.address, lines: new Lines() });
    yield* findings;
    yield* reader.read(quads, 'group');
  }
  yield* reader.rest();
  yield* reader.findings;
}

async function* quadsIn(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Quad> {
  const parser = new StreamParser({ format: 'N-Quads' });
  try {
    yield* Readable.from(stream).pipe(parser) as AsyncIterable<Quad>;
  } catch (error) {
    const { context } = error as { context?: { line?: number } };
    throw new UnreadableDocument(
      `These are no N-Quads: ${reasonOf(error)}`,
      context?.line === undefined ? {} : { line: context.line },
    );
  }
}
