/** Records, lists and vocabularies in an RDF format. */
import type { RdfFormat } from '../../rdf/formats/format';
import { checkConforms } from './conforming';
import { readDocument } from './documents';
import type { Representation } from './representation';
import type { QueryOf } from './subject-queries';

export const rdf = (format: RdfFormat, queryOf: QueryOf): Representation => ({
  name: format.name,
  extension: format.extension,
  types: format.types,
  of: ['record', 'list', 'vocabulary'],
  isProfiled: true,
  write: async (asked) => {
    const { quads, links } = await readDocument(asked, queryOf);
    checkConforms(quads, asked.profile, asked);
    return { text: format.text(quads), contentType: format.contentType, links };
  },
});
