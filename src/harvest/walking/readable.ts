/** The statements of a document for the walk, which goes on without those that cannot be read. */
import type { Quad } from '@rdfjs/types';
import { UnreadableDocument } from '../../rdf/reading/document';
import type { SourceDocument } from '../document';
import { isPacked } from './unpack';
import type { Walking } from './walking';

/** None for an archive, and for a document that cannot be read: its reader says why. */
export async function statementsOrNone(
  document: SourceDocument,
  { rdfOf }: Walking,
): Promise<readonly Quad[]> {
  if (isPacked(document.bytes)) return [];
  try {
    return (await rdfOf(document)).quads;
  } catch (error) {
    if (error instanceof UnreadableDocument) return [];
    throw error;
  }
}
