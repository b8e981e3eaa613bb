import { publishedScheme, type CodeOf } from './concept-scheme';
import { healthTable } from './namespaces';

/** Table healthcategories of HealthDCAT-AP Release 8, https://hdeu-dcat.data.health.europa.eu/ */
export const HealthCategory = publishedScheme(
  'HealthCategory',
  'Categories of health data of the European Health Data Space (Regulation (EU) 2025/327, article 51).',
  {
    iri: healthTable('healthcategories'),
    title: { de: 'Kategorie von Gesundheitsdaten', en: 'Health category' },
  },
  {
    EHRS: ['EHRS', 'Electronic health data from EHRs', 'Elektronische Gesundheitsakten'],
    DIOH: [
      'DIOH',
      'Data on factors impacting on health, including socio-economic, environmental and behavioural determinants of health',
      'Daten zu gesundheitsbeeinflussenden Faktoren, einschließlich sozioökonomischer, umweltbedingter und verhaltensbezogener Determinanten der Gesundheit',
    ],
    NRPE: [
      'NRPE',
      'Aggregated data on healthcare needs, resources allocated to healthcare, the provision of and access to healthcare, healthcare expenditure and financing',
      'Aggregierte Daten zu Gesundheitsbedürfnissen, den für die Gesundheitsversorgung zugewiesenen Ressourcen, der Bereitstellung und dem Zugang zur Gesundheitsversorgung, den Gesundheitsausgaben und der Gesundheitsfinanzierung',
    ],
    RPDG: [
      'RPDG',
      'Data on pathogens that impact human health',
      'Pathogendaten mit Auswirkungen auf die menschliche Gesundheit',
    ],
    HRAD: [
      'HRAD',
      'Healthcare-related administrative data, including on dispensations, reimbursement claims and reimbursements',
      'Verwaltungsdaten im Zusammenhang mit dem Gesundheitswesen, einschließlich Daten zur Abgabe, zu Ansprüchen und zur Erstattung',
    ],
    HGPD: [
      'HGPD',
      'Human genetic, epigenomic and genomic data',
      'Menschliche genetische, epigenomische und genomische Daten',
    ],
    HPML: [
      'HPML',
      'Other human molecular data such as proteomic, transcriptomic, metabolomic, lipidomic and other omic data',
      'Andere menschliche molekulare Daten wie proteomische, transkriptomische, metabolomische, lipidomische und andere omische Daten',
    ],
    PGEH: [
      'PGEH',
      'Personal electronic health data automatically generated through medical devices',
      'Automatisch generierte persönliche elektronische Gesundheitsdaten durch medizinische Geräte',
    ],
    WELA: ['WELA', 'Data from wellness applications', 'Daten aus Wellness-Anwendungen'],
    IDHP: [
      'IDHP',
      'Data on professional status, and on the specialisation and institution of health professionals involved in the treatment of a natural person',
      'Daten zum beruflichen Status, zur Spezialisierung und zur Einrichtung von Gesundheitsfachkräften, die an der Behandlung einer natürlichen Person beteiligt sind',
    ],
    PHDR: [
      'PHDR',
      'Data from population-based health data registries such as public health registries',
      'Bevölkerungsbezogene Gesundheitsdatenregister (Register der öffentlichen Gesundheit)',
    ],
    MRMR: [
      'MRMR',
      'Data from medical registries and mortality registries',
      'Daten aus medizinischen Registern und Sterberegistern',
    ],
    EHCT: [
      'EHCT',
      'Data from clinical trials, clinical studies, clinical investigations and performance studies subject to Regulation (EU) No 536/2014, Regulation (EU) 2024/1938, Regulation (EU) 2017/745 and Regulation (EU) 2017/746',
      'Daten aus klinischen Prüfungen, klinischen Studien und klinischen Untersuchungen, die der Verordnung (EU) 536/2014, der Verordnung [SOHO], der Verordnung (EU) 2017/745 und der Verordnung (EU) 2017/746 unterliegen',
    ],
    EMRD: ['EMRD', 'Other health data from medical devices', 'Andere Gesundheitsdaten von Medizinprodukten'],
    RMMD: [
      'RMMD',
      'Data from registries for medicinal products and medical devices',
      'Daten aus Registern für Arzneimittel und Medizinprodukte',
    ],
    RQSH: [
      'RQSH',
      'Data from research cohorts, questionnaires and surveys related to health, after the first publication of the related results',
      'Daten aus Forschungskohorten, Fragebögen und Umfragen im Zusammenhang mit Gesundheit, nach der ersten Veröffentlichung der Ergebnisse',
    ],
    EINS: [
      'EINS',
      'Health data from biobanks and associated databases',
      'Gesundheitsdaten aus Biobanken und zugehörigen Datenbanken',
    ],
  },
);
export type HealthCategory = CodeOf<typeof HealthCategory>;
