import { publishedScheme, type CodeOf } from './concept-scheme';
import { healthTable } from './namespaces';

/** Table health-activity of HealthDCAT-AP Release 8, https://hdeu-dcat.data.health.europa.eu/ */
export const HealthActivity = publishedScheme(
  'HealthActivity',
  'Activities by which health data come about; the table of HealthDCAT-AP.',
  {
    iri: healthTable('health-activity'),
    title: { de: 'Tätigkeit im Gesundheitswesen', en: 'Health activity' },
  },
  {
    ADMINISTRATIVE_PROCESSES: ['ADMINISTRATIVE_PROCESSES', 'Administrative processes', 'Verwaltungsvorgänge'],
    ADMISSION_DISCHARGE: [
      'ADMISSION_DISCHARGE',
      'Patient admission, care and discharge',
      'Aufnahme, Versorgung und Entlassung von Patienten',
    ],
    AUTOMATIC_GENERATION: ['AUTOMATIC_GENERATION', 'Automatic generation', 'Automatische Erzeugung'],
    BIOBANK_COLLECTION: ['BIOBANK_COLLECTION', 'Biobank/sample collection', 'Biobank/Probensammlung'],
    CENSUS_DATA: ['CENSUS_DATA', 'Census data', 'Volkszählungsdaten'],
    CLINICAL_TRIAL: ['CLINICAL_TRIAL', 'Clinical trial', 'Klinische Prüfung'],
    COHORT: ['COHORT', 'Cohort', 'Kohorte'],
    DISEASE_MONITORING: [
      'DISEASE_MONITORING',
      'Infectious disease monitoring',
      'Überwachung von Infektionskrankheiten',
    ],
    EHEALTH_APPLICATION: ['EHEALTH_APPLICATION', 'Application of eHealth', 'E-Health-Anwendung'],
    GEOSPATIAL_MONITORING: ['GEOSPATIAL_MONITORING', 'Geospatial monitoring', 'Geospatiale Überwachung'],
    HEALTHCARE_VISIT: ['HEALTHCARE_VISIT', 'Healthcare visit', 'Besuch im Gesundheitswesen'],
    HEALTH_REGISTRIES: ['HEALTH_REGISTRIES', 'National Health Registries', 'Nationale Gesundheitsregister'],
    HEALTH_SURVEILLANCE: [
      'HEALTH_SURVEILLANCE',
      'Public Health Surveillance',
      'Überwachung der öffentlichen Gesundheit',
    ],
    HEALTH_SURVEY: ['HEALTH_SURVEY', 'Health survey', 'Gesundheitserhebung'],
    HOSPITAL_RECORDS: ['HOSPITAL_RECORDS', 'Hospital records database', 'Datenbank der Krankenhausakten'],
    INSURANCE_CLAIMS: ['INSURANCE_CLAIMS', 'Insurance claims', 'Versicherungsabrechnungen'],
    LABORATORY_TESTS: ['LABORATORY_TESTS', 'Laboratory tests', 'Laboruntersuchungen'],
    MEASUREMENTS: ['MEASUREMENTS', 'Measurements', 'Messungen'],
    MEDICAL_DEVICES: ['MEDICAL_DEVICES', 'Use of medical devices', 'Nutzung von Medizinprodukten'],
    MEDICAL_REGISTRY: ['MEDICAL_REGISTRY', 'Medical registry', 'Medizinisches Register'],
    MODELS_SIMULATIONS: ['MODELS_SIMULATIONS', 'Models and simulations', 'Modelle und Simulationen'],
    MUNICIPAL_REPOSITORY: ['MUNICIPAL_REPOSITORY', 'Municipal repository', 'Kommunaler Datenspeicher'],
    NONMEDICAL_APPLICATION: [
      'NONMEDICAL_APPLICATION',
      'Non-medical application',
      'Nichtmedizinische Anwendung',
    ],
    OBSERVATIONAL_DATA: ['OBSERVATIONAL_DATA', 'Observational data', 'Beobachtungsdaten'],
    PATIENT_OUTCOMES: ['PATIENT_OUTCOMES', 'PROM', 'Patientenberichtete Ergebnisse'],
    PRESCRIBING_DISPENSING: ['PRESCRIBING_DISPENSING', 'Prescribing and dispensing', 'Verordnung und Abgabe'],
    PROBABILITY_SURVEY: ['PROBABILITY_SURVEY', 'Probability survey', 'Wahrscheinlichkeitserhebung'],
    QUALITY_REGISTRIES: [
      'QUALITY_REGISTRIES',
      'National Medical Quality Registries',
      'Nationale medizinische Qualitätsregister',
    ],
    QUALITY_REGISTRY: ['QUALITY_REGISTRY', 'Quality registry', 'Qualitätsregister'],
    RESEARCH_DATABASE: ['RESEARCH_DATABASE', 'Dedicated research database', 'Eigene Forschungsdatenbank'],
    RESEARCH_PROJECT: ['RESEARCH_PROJECT', 'Research project', 'Forschungsprojekt'],
    ROUTINE_RECORDS: [
      'ROUTINE_RECORDS',
      'Routine records (non-health)',
      'Routineaufzeichnungen (nicht Gesundheit)',
    ],
    SAMPLE_COLLECTIONS: ['SAMPLE_COLLECTIONS', 'Sample collections', 'Probensammlungen'],
    SURVEILLANCE: ['SURVEILLANCE', 'Surveillance', 'Surveillance'],
  },
);
export type HealthActivity = CodeOf<typeof HealthActivity>;
