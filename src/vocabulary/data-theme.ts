import { publishedScheme, type CodeOf } from './concept-scheme';
import { euTable } from './namespaces';

/** EU authority table data-theme, https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
export const DataTheme = publishedScheme(
  'DataTheme',
  'Themes of data portals; the EU table of data themes.',
  { iri: euTable('data-theme'), title: { de: 'Datenthema', en: 'Data theme' } },
  {
    AGRI: [
      'AGRI',
      'Agriculture, fisheries, forestry and food',
      'Landwirtschaft, Fischerei, Forstwirtschaft und Nahrungsmittel',
    ],
    ECON: ['ECON', 'Economy and finance', 'Wirtschaft und Finanzen'],
    EDUC: ['EDUC', 'Education, culture and sport', 'Bildung, Kultur und Sport'],
    ENER: ['ENER', 'Energy', 'Energie'],
    ENVI: ['ENVI', 'Environment', 'Umwelt'],
    GOVE: ['GOVE', 'Government and public sector', 'Regierung und öffentlicher Sektor'],
    HEAL: ['HEAL', 'Health', 'Gesundheit'],
    INTR: ['INTR', 'International issues', 'Internationale Themen'],
    JUST: [
      'JUST',
      'Justice, legal system and public safety',
      'Justiz, Rechtssystem und öffentliche Sicherheit',
    ],
    REGI: ['REGI', 'Regions and cities', 'Regionen und Städte'],
    SOCI: ['SOCI', 'Population and society', 'Bevölkerung und Gesellschaft'],
    TECH: ['TECH', 'Science and technology', 'Wissenschaft und Technologie'],
    TRAN: ['TRAN', 'Transport', 'Verkehr'],
  },
);
export type DataTheme = CodeOf<typeof DataTheme>;
