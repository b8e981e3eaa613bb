/** Records, lists and vocabularies in an RDF format. */
import type { RdfFormat } from '../../rdf/formats/format';
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
    return { text: format.text(quads), contentType: format.contentType, links };
  },
});
