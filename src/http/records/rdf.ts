/** Records, lists and vocabularies in an RDF format. */
import type { RdfFormat } from '../../rdf/formats/format';
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
  write: async (asked) => {
    const { quads, links } = await readDocument(asked, queryOf);
    checkConforms(quads, asked, usual);
    return { text: format.text(quads), contentType: format.contentType, links };
  },
});
