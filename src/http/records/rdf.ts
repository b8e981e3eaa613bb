/** Records, lists and vocabularies in an RDF format. */
import type { RdfFormat } from '../../rdf/formats/format';
import type { Quad } from '@rdfjs/types';
import type { FollowingQuads } from '../harvest/record-document';
import type { NamedProfile } from '../../rdf/profiles/named-profile';
import { checkConforms } from './conforming';
import { readDocument } from './documents';
import type { Representation } from './representation';
import type { QueryOf } from './subject-queries';

/** @param usual the default profile */
export const rdf = (
  format: RdfFormat,
  queryOf: QueryOf,
  usual: NamedProfile | undefined,
): Representation => ({
  name: format.name,
  extension: format.extension,
  types: format.types,
  of: ['record', 'list', 'vocabulary'],
  isProfiled: true,
  write: async (request) => {
    const { quads, links, more } = await readDocument(request, queryOf);
    checkConforms(quads, request, usual);
    const { contentType } = format;
    if (!more) return { text: format.text(quads), contentType, links };
    const stream = { pieces: format.write(followed(quads, more)), version: more.version };
    return { text: '', stream, contentType, links };
  },
});

async function* followed(
  quads: readonly Quad[],
  { batches }: FollowingQuads,
): AsyncGenerator<readonly Quad[]> {
  yield quads;
  yield* batches;
}
