import { conceptScheme, type CodeOf } from './concept-scheme';
import { euTable } from './namespaces';

export const AccessRights = conceptScheme(
  'AccessRights',
  'Who may use a dataset; the EU access right authority table.',
  {
    PUBLIC: {
      de: 'öffentlich',
      en: 'Public',
      about: 'Publicly accessible by everyone.',
      iri: euTable('access-right/PUBLIC'),
    },
    RESTRICTED: {
      de: 'eingeschränkt',
      en: 'Restricted',
      about: 'Accessible under conditions.',
      iri: euTable('access-right/RESTRICTED'),
    },
    NON_PUBLIC: {
      de: 'nicht öffentlich',
      en: 'Non-public',
      about: 'Not publicly accessible, for privacy or other legal reasons; access can be applied for.',
      iri: euTable('access-right/NON_PUBLIC'),
    },
  },
  { iri: euTable('access-right'), title: { de: 'Zugangsrecht', en: 'Access right' } },
);
export type AccessRights = CodeOf<typeof AccessRights>;
