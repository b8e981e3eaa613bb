import { publishedScheme, type CodeOf } from './concept-scheme';

/** Purposes of the European Health Data Space and of research in the Data Privacy Vocabulary, https://w3id.org/dpv */
export const Purpose = publishedScheme(
  'Purpose',
  'Purposes for which health data may be used; a selection of the Data Privacy Vocabulary.',
  { iri: 'https://w3id.org/dpv', concepts: 'https://w3id.org/dpv', title: { de: 'Zweck', en: 'Purpose' } },
  {
    PUBLIC_INTEREST_RELATED_TO_HEALTH: [
      '/legal/eu/ehds#PublicInterestRelatedToHealth',
      'Public interest related to health',
      'Öffentliches Interesse im Bereich der Gesundheit',
    ],
    PROTECT_AGAINST_CROSS_BORDER_THREATS_TO_HEALTH: [
      '/legal/eu/ehds#ProtectAgainstCrossBorderThreatsToHealth',
      'Protect against cross-border threats to health',
      'Schutz vor grenzüberschreitenden Gesundheitsgefahren',
    ],
    PUBLIC_HEALTH_SURVEILLANCE: [
      '/legal/eu/ehds#PublicHealthSurveillance',
      'Public health surveillance',
      'Überwachung der öffentlichen Gesundheit',
    ],
    ENSURE_QUALITY_SAFETY_HEALTHCARE: [
      '/legal/eu/ehds#EnsureQualitySafetyHealthcare',
      'Ensure quality and safety of healthcare',
      'Qualität und Sicherheit der Versorgung',
    ],
    ENSURE_QUALITY_SAFETY_MEDICINAL_PRODUCTS: [
      '/legal/eu/ehds#EnsureQualitySafetyMedicinalProducts',
      'Ensure quality and safety of medicinal products',
      'Qualität und Sicherheit von Arzneimitteln',
    ],
    ENSURE_QUALITY_SAFETY_MEDICAL_DEVICES: [
      '/legal/eu/ehds#EnsureQualitySafetyMedicalDevices',
      'Ensure quality and safety of medical devices',
      'Qualität und Sicherheit von Medizinprodukten',
    ],
    SUPPORT_AUTHORITIES_REGULATORY_ACTIVITIES: [
      '/legal/eu/ehds#SupportAuthoritiesRegulatoryActivities',
      'Support authorities in regulatory activities',
      'Unterstützung von Behörden bei Regulierungsaufgaben',
    ],
    PROVIDE_HEALTHCARE_OFFICIAL_STATISTICS: [
      '/legal/eu/ehds#ProvideHealthcareOfficialStatistics',
      'Provide healthcare official statistics',
      'Amtliche Statistik',
    ],
    IMPROVE_HEALTHCARE_EDUCATION: [
      '/legal/eu/ehds#ImproveHealthcareEducation',
      'Improve healthcare education',
      'Bildung und Lehre im Gesundheitswesen',
    ],
    HEALTHCARE_SCIENTIFIC_RESEARCH: [
      '/legal/eu/ehds#HealthcareScientificResearch',
      'Healthcare scientific research',
      'Wissenschaftliche Forschung im Gesundheitswesen',
    ],
    DEVELOP_PUBLIC_HEALTH_PRODUCTS_AND_SERVICES: [
      '/legal/eu/ehds#DevelopPublicHealthProductsAndServices',
      'Develop public health products and services',
      'Entwicklung von Produkten und Diensten für die Gesundheit',
    ],
    DEVELOP_SOCIAL_SECURITY_PRODUCTS_AND_SERVICES: [
      '/legal/eu/ehds#DevelopSocialSecurityProductsAndServices',
      'Develop social security products and services',
      'Entwicklung von Produkten und Diensten für die soziale Sicherheit',
    ],
    TRAIN_TEST_AND_EVALUATE_HEALTH_ALGORITHMS: [
      '/legal/eu/ehds#TrainTestAndEvaluateHealthAlgorithms',
      'Train, test and evaluate health-related algorithms',
      'Training und Prüfung von Algorithmen',
    ],
    TRAIN_TEST_AND_EVALUATE_AISYSTEMS_ALGORITHMS: [
      '/legal/eu/ehds#TrainTestAndEvaluateAISystemsAlgorithms',
      'Train, test and evaluate AI systems algorithms',
      'Training und Prüfung von KI-Systemen',
    ],
    TRAIN_TEST_AND_EVALUATE_MEDICAL_DEVICES_ALGORITHMS: [
      '/legal/eu/ehds#TrainTestAndEvaluateMedicalDevicesAlgorithms',
      'Train, test and evaluate medical devices algorithms',
      'Training und Prüfung von Medizinprodukten',
    ],
    TRAIN_TEST_AND_EVALUATE_HEALTH_APPS_ALGORITHMS: [
      '/legal/eu/ehds#TrainTestAndEvaluateHealthAppsAlgorithms',
      'Train, test and evaluate health apps algorithms',
      'Training und Prüfung von Gesundheitsanwendungen',
    ],
    PERSONALISED_HEALTHCARE: [
      '/legal/eu/ehds#PersonalisedHealthcare',
      'Personalised healthcare',
      'Personalisierte Versorgung',
    ],
    ACADEMIC_RESEARCH: ['#AcademicResearch', 'Academic research', 'Akademische Forschung'],
    COMMERCIAL_RESEARCH: ['#CommercialResearch', 'Commercial research', 'Kommerzielle Forschung'],
    SCIENTIFIC_RESEARCH: ['#ScientificResearch', 'Scientific research', 'Wissenschaftliche Forschung'],
    RESEARCH_AND_DEVELOPMENT: [
      '#ResearchAndDevelopment',
      'Research and development',
      'Forschung und Entwicklung',
    ],
    IMPROVE_HEALTHCARE: ['#ImproveHealthcare', 'Improve healthcare', 'Verbesserung der Versorgung'],
    IMPROVE_PUBLIC_SERVICES: [
      '#ImprovePublicServices',
      'Improve public services',
      'Verbesserung öffentlicher Dienste',
    ],
    PROVIDE_OFFICIAL_STATISTICS: [
      '#ProvideOfficialStatistics',
      'Provide official statistics',
      'Amtliche Statistik',
    ],
    DATA_ALTRUISM: ['#DataAltruism', 'Data altruism', 'Datenaltruismus'],
    LEGAL_COMPLIANCE: ['#LegalCompliance', 'Legal compliance', 'Erfüllung rechtlicher Pflichten'],
  },
);
export type Purpose = CodeOf<typeof Purpose>;
