import { conceptScheme, type CodeOf } from './concept-scheme';
import { dct, foaf, geodcatap, healthdcatap, schema } from './namespaces';
import type { RoleTerm } from './term';

/** The RDF property by which a dataset, service or software refers to who stands behind it. */
const byWhom = (predicate: string): RoleTerm => ({
  of: 'to',
  predicate,
  object: 'iri',
  class: foaf('Agent'),
});

/** Profiles allow one of them. */
const byOne = (predicate: string): RoleTerm => ({ ...byWhom(predicate), single: true });

export const ProvisionRole = conceptScheme(
  'ProvisionRole',
  'In which role something is provided; the terms follow DCAT-AP and PROV.',
  {
    PUBLISHER: {
      de: 'veröffentlicht',
      en: 'Publisher',
      about: 'Responsible for making it available (dct:publisher).',
      iri: 'http://purl.org/dc/terms/publisher',
      term: byOne(dct('publisher')),
    },
    CUSTODIAN: {
      de: 'verwahrt',
      en: 'Custodian',
      about: 'Keeps the data and answers for them.',
      iri: 'https://schema.org/maintainer',
      term: byOne(geodcatap('custodian')),
    },
    CREATOR: {
      de: 'hat erstellt',
      en: 'Creator',
      about: 'Produced it (dct:creator).',
      iri: 'http://purl.org/dc/terms/creator',
      term: byWhom(dct('creator')),
    },
    RIGHTS_HOLDER: {
      de: 'hält die Rechte',
      en: 'Rights holder',
      about: 'Holds the rights to it, such as the copyright (dct:rightsHolder).',
      iri: 'http://purl.org/dc/terms/rightsHolder',
      term: byWhom(dct('rightsHolder')),
    },
    PROVIDER: {
      de: 'bietet an',
      en: 'Provider',
      about: 'Offers it to researchers.',
      iri: 'https://schema.org/provider',
      term: byWhom(schema('provider')),
    },
    HEALTH_DATA_ACCESS_BODY: {
      de: 'entscheidet über den Zugang',
      en: 'Health data access body',
      about:
        'The body that decides on applications for the data under the European Health Data Space (healthdcatap:hdab).',
      iri: healthdcatap('hdab'),
      term: byOne(healthdcatap('hdab')),
    },
    HEALTH_DATA_ACCESS_COORDINATOR: {
      de: 'koordiniert die Zugangsstellen',
      en: 'Coordinator of the access bodies',
      about:
        'The body that coordinates the health data access bodies of its country (healthdcatap:hdabCoordinator).',
      iri: healthdcatap('hdabCoordinator'),
      term: byOne(healthdcatap('hdabCoordinator')),
    },
  },
);
export type ProvisionRole = CodeOf<typeof ProvisionRole>;
