import { conceptScheme, type CodeOf } from './concept-scheme';

/** In which role an institution, infrastructure or project stands behind a dataset or service. */
export const ProvisionRole = conceptScheme(
  'ProvisionRole',
  'In which role something is provided; the terms follow DCAT-AP and PROV.',
  {
    PUBLISHER: {
      de: 'veröffentlicht',
      en: 'Publisher',
      about: 'Responsible for making it available (dct:publisher).',
      iri: 'http://purl.org/dc/terms/publisher',
    },
    CUSTODIAN: {
      de: 'verwahrt',
      en: 'Custodian',
      about: 'Keeps the data and answers for them.',
      iri: 'https://schema.org/maintainer',
    },
    CREATOR: {
      de: 'hat erstellt',
      en: 'Creator',
      about: 'Produced it (dct:creator).',
      iri: 'http://purl.org/dc/terms/creator',
    },
    PROVIDER: {
      de: 'bietet an',
      en: 'Provider',
      about: 'Offers it to researchers.',
      iri: 'https://schema.org/provider',
    },
  },
);
export type ProvisionRole = CodeOf<typeof ProvisionRole>;
