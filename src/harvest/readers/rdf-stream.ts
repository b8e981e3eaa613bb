/** Reads N-Quads that are too large to be held as a text. */
import type { Quad } from '@rdfjs/types';
import { StreamParser } from 'n3';
import { Readable } from 'node:stream';
import { reasonOf } from '../../errors';
import { Lines, UnreadableDocument } from '../../rdf/reading/document';
import { repairQuads } from '../../rdf/repair/repair-quads';
import type { RepairedDocument } from '../../rdf/repair/read-repaired';
import type { SourceDocument } from '../document';

/** @throws UnreadableDocument with the line at which it breaks off */
export async function readStream(
  { address }: SourceDocument,
  stream: AsyncIterable<Uint8Array>,
): Promise<RepairedDocument> {
  const parser = new StreamParser({ format: 'N-Quads' });
  const quads: Quad[] = [];
  try {
    for await (const quad of Readable.from(stream).pipe(parser) as AsyncIterable<Quad>) quads.push(quad);
  } catch (error) {
    const { context } = error as { context?: { line?: number } };
    throw new UnreadableDocument(
      `These are no N-Quads: ${reasonOf(error)}`,
      context?.line === undefined ? {} : { line: context.line },
    );
  }
  const lines = new Lines();
  const mended = repairQuads(quads, { document: address, lines });
  return { format: 'N-Quads', ...mended, lines, broken: new Set(), text: '', leftOut: [] };
}
