import { publishedScheme, type CodeOf } from './concept-scheme';

/** Legal bases of the General Data Protection Regulation in the Data Privacy Vocabulary, https://w3id.org/dpv/legal/eu/gdpr */
export const LegalBasis = publishedScheme(
  'LegalBasis',
  'Legal bases of processing in the General Data Protection Regulation; a selection of the Data Privacy Vocabulary.',
  {
    iri: 'https://w3id.org/dpv/legal/eu/gdpr',
    concepts: 'https://w3id.org/dpv/legal/eu/gdpr#',
    title: { de: 'Rechtsgrundlage', en: 'Legal basis' },
  },
  {
    A6_1_A: ['A6-1-a', 'Art. 6(1)(a) consent', 'Einwilligung'],
    A6_1_B: ['A6-1-b', 'Art. 6(1)(b) contract', 'Vertrag'],
    A6_1_C: ['A6-1-c', 'Art. 6(1)(c) legal obligation', 'Rechtliche Verpflichtung'],
    A6_1_D: ['A6-1-d', 'Art. 6(1)(d) vital interest', 'Lebenswichtiges Interesse'],
    A6_1_E: ['A6-1-e', 'Art. 6(1)(e) public interest or official authority', 'Öffentliches Interesse'],
    A6_1_F: ['A6-1-f', 'Art. 6(1)(f) legitimate interest', 'Berechtigtes Interesse'],
    A9_2_A: ['A9-2-a', 'Art. 9(2)(a) explicit consent', 'Ausdrückliche Einwilligung'],
    A9_2_B: ['A9-2-b', 'Art. 9(2)(b) employment, social security', 'Arbeits- und Sozialrecht'],
    A9_2_C: ['A9-2-c', 'Art. 9(2)(c) vital interest', 'Lebenswichtiges Interesse'],
    A9_2_H: ['A9-2-h', 'Art. 9(2)(h) health care', 'Gesundheitsversorgung'],
    A9_2_I: ['A9-2-i', 'Art. 9(2)(i) public health', 'Öffentliche Gesundheit'],
    A9_2_J: ['A9-2-j', 'Art. 9(2)(j) research and statistics', 'Forschung und Statistik'],
  },
);
export type LegalBasis = CodeOf<typeof LegalBasis>;
