import { publishedScheme } from './concept-scheme';
import { healthTable } from './namespaces';

/** Table publisher-type of HealthDCAT-AP Release 8, https://hdeu-dcat.data.health.europa.eu/ */
export const HealthPublisherType = publishedScheme(
  'HealthPublisherType',
  'Types of organisations that publish health data; the table of HealthDCAT-AP.',
  { iri: healthTable('publisher-type'), title: { de: 'Art des Herausgebers', en: 'Publisher type' } },
  {
    ADMINISTRATIVE_INSTITUTION: [
      'administrative-institution',
      'Administrative institution',
      'Verwaltungseinrichtung',
    ],
    BIOBANK: ['biobank', 'Biobank', 'Biobank'],
    GOV_PUBLIC_SECTOR_ORG: [
      'gov-public-sector-org',
      'Governmental or public sector organisation',
      'Staatliche Stelle oder Stelle des öffentlichen Sektors',
    ],
    HEALTH_INSURANCE_COMPANY_ORG: [
      'health-insurance-company-org',
      'Health insurance company or organisation',
      'Krankenversicherung',
    ],
    HEALTH_TECHNOLOGY_MANUFACTURER: [
      'health-technology-manufacturer',
      'Health technology manufacturer',
      'Hersteller von Gesundheitstechnologie',
    ],
    HEALTHCARE_PROVIDERS: ['healthcare-providers', 'Healthcare providers', 'Gesundheitsdienstleister'],
    INPATIENT_INSTITUTE: [
      'inpatient-institute',
      'Inpatient institute (hospital)',
      'Stationäre Einrichtung (Krankenhaus)',
    ],
    LABORATORY: ['laboratory', 'Laboratory', 'Labor'],
    MENTAL_HEALTH_ORG: [
      'mental-health-org',
      'Mental health organisation',
      'Einrichtung für psychische Gesundheit',
    ],
    MUNICIPALITY_OR_OTHER_AREA: [
      'municipality-or-other-area',
      'Municipality or other area',
      'Gemeinde oder andere Gebietskörperschaft',
    ],
    NATIONAL_AUTHORITY: ['national-authority', 'National authority', 'Nationale Behörde'],
    NATIONAL_CANCER_INSTITUTE: [
      'national-cancer-institute',
      'National cancer institute',
      'Nationales Krebsinstitut',
    ],
    NON_GOV_ORG: ['non-gov-org', 'Non-governmental organisation', 'Nichtregierungsorganisation'],
    NOT_FOR_PROFIT_ORG: ['not-for-profit-org', 'Not-for-profit organisation', 'Gemeinnützige Organisation'],
    OTHER_COMPANY: ['other-company', 'Other company', 'Anderes Unternehmen'],
    OTHER_GOVERNMENT_AGENCY: [
      'other-government-agency',
      'Other government agency',
      'Andere staatliche Stelle',
    ],
    OTHER_PUBLIC_INSTITUTE: [
      'other-public-institute',
      'Other public institute',
      'Andere öffentliche Einrichtung',
    ],
    OUTPATIENT_INSTITUTION: ['outpatient-institution', 'Outpatient institution', 'Ambulante Einrichtung'],
    PATHOLOGY_REGISTRY: ['pathology-registry', 'Pathology registry', 'Pathologieregister'],
    PHARMA_COMPANY: ['pharma-company', 'Pharmaceutical company', 'Pharmaunternehmen'],
    PHARMACY: ['pharmacy', 'Pharmacy', 'Apotheke'],
    PRIMARY_CARE_ORG: ['primary-care-org', 'Primary care organisation', 'Einrichtung der Primärversorgung'],
    PRIVATE_COMPANY: ['private-company', 'Private company', 'Privatunternehmen'],
    PRIVATE_HEALTH_INSURANCE: [
      'private-health-insurance',
      'Private health insurance',
      'Private Krankenversicherung',
    ],
    PRIVATE_SECTOR_ENTITIES: [
      'private-sector-entities',
      'Private sector entities',
      'Privatwirtschaftliche Stellen',
    ],
    PUBLIC_HEALTH_INSTITUTE: [
      'public-health-institute',
      'Public health institute',
      'Institut für öffentliche Gesundheit',
    ],
    PUBLIC_HEALTH_ORG: [
      'public-health-org',
      'Public health organisation',
      'Organisation der öffentlichen Gesundheit',
    ],
    PUBLIC_HEALTH_REGISTRY: [
      'public-health-registry',
      'Public health registry',
      'Register des öffentlichen Gesundheitswesens',
    ],
    QUALITY_REGISTRY: ['quality-registry', 'Quality registry', 'Qualitätsregister'],
    REGIONAL_AUTHORITY: ['regional-authority', 'Regional authority', 'Regionale Behörde'],
    RESEARCH_ACADEMIC_ORG: [
      'research-academic-org',
      'Research or academic organisation',
      'Forschungs- oder Hochschuleinrichtung',
    ],
    RESEARCH_INFRA: ['research-infra', 'Research infrastructure', 'Forschungsinfrastruktur'],
    RESEARCH_INSTITUTE_ORG: [
      'research-institute-org',
      'Research institute or organisation',
      'Forschungsinstitut',
    ],
    SOFTWARE_MANUFACTURER: ['software-manufacturer', 'Software manufacturer', 'Softwarehersteller'],
    STAT_AGENCY: ['stat-agency', 'Statistical agency', 'Statistikbehörde'],
    UNIVERSITY: ['university', 'University', 'Universität'],
  },
);
