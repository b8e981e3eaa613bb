import { publishedScheme, type CodeOf } from './concept-scheme';
import { healthTable } from './namespaces';

/** Table health-theme of HealthDCAT-AP Release 8, https://hdeu-dcat.data.health.europa.eu/ */
export const HealthTheme = publishedScheme(
  'HealthTheme',
  'Themes of health data; the table of HealthDCAT-AP.',
  { iri: healthTable('health-theme'), title: { de: 'Gesundheitsthema', en: 'Health theme' } },
  {
    ANTIMICROBIAL_CONTROL: [
      'ANTIMICROBIAL_CONTROL',
      'Antimicrobial resistance & infection control',
      'Antimikrobielle Resistenz und Infektionskontrolle',
    ],
    BLOOD_INFECTIONS: ['BLOOD_INFECTIONS', 'Blood-borne infections', 'Durch Blut übertragene Infektionen'],
    CANCER_DISEASE: ['CANCER_DISEASE', 'Cancer', 'Krebs'],
    CLIMATE_HEALTH: ['CLIMATE_HEALTH', 'Climate and health', 'Klima und Gesundheit'],
    EMERGENCY_SETTINGS: ['EMERGENCY_SETTINGS', 'Emergency settings', 'Notfallversorgung'],
    ENTERIC_INFECTIONS: ['ENTERIC_INFECTIONS', 'Enteric infections', 'Darminfektionen'],
    ENVIRONMENTAL_HEALTH: ['ENVIRONMENTAL_HEALTH', 'Environmental health', 'Umweltbedingte Gesundheit'],
    HEALTH_PRODUCTS: ['HEALTH_PRODUCTS', 'Health products', 'Gesundheitsprodukte'],
    HEALTH_SYSTEMS: ['HEALTH_SYSTEMS', 'Health systems', 'Gesundheitssysteme'],
    IMMUNIZATION_DISEASES: [
      'IMMUNIZATION_DISEASES',
      'Immunization and vaccine-preventable diseases',
      'Impfung und impfpräventable Krankheiten',
    ],
    INJURY_PREVENTION: ['INJURY_PREVENTION', 'Injury prevention', 'Verletzungsprävention'],
    LIFECOURSE_HEALTH: ['LIFECOURSE_HEALTH', 'Life-course health', 'Gesundheit im Lebensverlauf'],
    MENTAL_HEALTH: ['MENTAL_HEALTH', 'Mental health', 'Psychische Gesundheit'],
    NONCOMMUNICABLE_DISEASES: [
      'NONCOMMUNICABLE_DISEASES',
      'Noncommunicable diseases',
      'Nichtübertragbare Krankheiten',
    ],
    NUTRITION_SECURITY: [
      'NUTRITION_SECURITY',
      'Nutrition and food security',
      'Ernährung und Ernährungssicherheit',
    ],
    REPRODUCTIVE_HEALTH: ['REPRODUCTIVE_HEALTH', 'Reproductive health', 'Reproduktive Gesundheit'],
    RESPIRATORY_DISEASES: ['RESPIRATORY_DISEASES', 'Respiratory diseases', 'Atemwegserkrankungen'],
    SENSORY_HEALTH: ['SENSORY_HEALTH', 'Sensory health', 'Sinnesgesundheit'],
    TROPICAL_DISEASES: ['TROPICAL_DISEASES', 'Tropical diseases', 'Tropenkrankheiten'],
    VECTOR_DISEASES: ['VECTOR_DISEASES', 'Vector-borne diseases', 'Vektorübertragene Krankheiten'],
  },
);
export type HealthTheme = CodeOf<typeof HealthTheme>;
