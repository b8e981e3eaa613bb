/** Reads N-Quads that are too large to be held: record after record. */
import { Lines } from '../../rdf/reading/document';
import { repairQuads } from '../../rdf/repair/repair-quads';
import type { SourceDocument } from '../document';
import type { ReadingContext, ReadPart } from '../reader';
import { groupsOf } from '../records/groups';
import { RecordsReader } from '../records/records-of';
import { nQuadsIn } from './n-quads-stream';

/** @throws UnreadableDocument with the line at which it breaks off */
export async function* partsOfStream(
  document: SourceDocument,
  stream: AsyncIterable<Uint8Array>,
  { registry, source }: ReadingContext,
): AsyncGenerator<ReadPart> {
  const reader = new RecordsReader({ registry, document, persons: source.persons });
  for await (const group of groupsOf(nQuadsIn(stream), registry)) {
    const { quads, findings } = repairQuads(group, { document: document.address, lines: new Lines() });
    yield* findings;
    yield* reader.read(quads, 'group');
  }
  yield* reader.rest();
  yield* reader.findings;
}
