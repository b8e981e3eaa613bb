import { publishedScheme } from './concept-scheme';

/** ADMS publisher types, https://joinup.ec.europa.eu/collection/semic-support-centre/solution/asset-description-metadata-schema-adms */
export const AdmsPublisherType = publishedScheme(
  'AdmsPublisherType',
  'Types of publishers of the Asset Description Metadata Schema, which DCAT-AP asks for.',
  {
    iri: 'http://purl.org/adms/publishertype/1.0',
    concepts: 'http://purl.org/adms/publishertype/',
    title: { de: 'Art des Herausgebers', en: 'Publisher type' },
  },
  {
    ACADEMIA_SCIENTIFIC_ORGANISATION: [
      'Academia-ScientificOrganisation',
      'Academia / scientific organisation',
      'Hochschule oder wissenschaftliche Einrichtung',
    ],
    COMPANY: ['Company', 'Company', 'Unternehmen'],
    INDUSTRY_CONSORTIUM: ['IndustryConsortium', 'Industry consortium', 'Industriekonsortium'],
    LOCAL_AUTHORITY: ['LocalAuthority', 'Local authority', 'Kommunale Behörde'],
    NATIONAL_AUTHORITY: ['NationalAuthority', 'National authority', 'Nationale Behörde'],
    NON_GOVERNMENTAL_ORGANISATION: [
      'NonGovernmentalOrganisation',
      'Non-governmental organisation',
      'Nichtregierungsorganisation',
    ],
    NON_PROFIT_ORGANISATION: [
      'NonProfitOrganisation',
      'Non-profit organisation',
      'Gemeinnützige Organisation',
    ],
    PRIVATE_INDIVIDUAL: ['PrivateIndividual', 'Private individual', 'Privatperson'],
    REGIONAL_AUTHORITY: ['RegionalAuthority', 'Regional authority', 'Regionale Behörde'],
    STANDARDISATION_BODY: ['StandardisationBody', 'Standardisation body', 'Normungsorganisation'],
    SUPRA_NATIONAL_AUTHORITY: ['SupraNationalAuthority', 'Supranational authority', 'Supranationale Behörde'],
  },
);
