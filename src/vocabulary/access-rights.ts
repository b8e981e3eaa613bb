import { conceptScheme, type CodeOf } from './concept-scheme';

export const AccessRights = conceptScheme(
  'AccessRights',
  'Who may use a dataset; the EU access right authority table.',
  {
    PUBLIC: {
      de: 'öffentlich',
      en: 'Public',
      about: 'Publicly accessible by everyone.',
      iri: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
    },
    RESTRICTED: {
      de: 'eingeschränkt',
      en: 'Restricted',
      about: 'Accessible under conditions.',
      iri: 'http://publications.europa.eu/resource/authority/access-right/RESTRICTED',
    },
    NON_PUBLIC: {
      de: 'nicht öffentlich',
      en: 'Non-public',
      about: 'Not publicly accessible, for privacy or other legal reasons; access can be applied for.',
      iri: 'http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC',
    },
  },
);
export type AccessRights = CodeOf<typeof AccessRights>;
