import { conceptScheme, type CodeOf } from './concept-scheme';

export const PublicationKind = conceptScheme(
  'PublicationKind',
  'What kind of publication it is; the terms are those of the COAR Resource Types.',
  {
    JOURNAL_ARTICLE: {
      de: 'Zeitschriftenartikel',
      en: 'Journal article',
      about: 'An article in a scholarly journal.',
      iri: 'http://purl.org/coar/resource_type/c_6501',
    },
    PREPRINT: {
      de: 'Preprint',
      en: 'Preprint',
      about: 'A manuscript that is public on a preprint server; it may appear in a journal later.',
      iri: 'http://purl.org/coar/resource_type/c_816b',
    },
  },
);
export type PublicationKind = CodeOf<typeof PublicationKind>;
