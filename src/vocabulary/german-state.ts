import { conceptScheme, type CodeOf, type Concept } from './concept-scheme';

/** @param short what it is called in short, beside its code of ISO 3166-2 */
const state = (code: string, item: string, de: string, en: string, ...short: string[]): Concept => ({
  de,
  en,
  about: `${en}, ISO 3166-2 code DE-${code}.`,
  iri: `http://www.wikidata.org/entity/${item}`,
  otherLabels: [`DE-${code}`, ...short],
});

export const GermanState = conceptScheme('GermanState', 'The German federal states (Bundesländer).', {
  BADEN_WUERTTEMBERG: state('BW', 'Q985', 'Baden-Württemberg', 'Baden-Württemberg'),
  BAVARIA: state('BY', 'Q980', 'Bayern', 'Bavaria'),
  BERLIN: state('BE', 'Q64', 'Berlin', 'Berlin'),
  BRANDENBURG: state('BB', 'Q1208', 'Brandenburg', 'Brandenburg'),
  BREMEN: state('HB', 'Q1209', 'Bremen', 'Bremen'),
  HAMBURG: state('HH', 'Q1055', 'Hamburg', 'Hamburg'),
  HESSE: state('HE', 'Q1199', 'Hessen', 'Hesse'),
  LOWER_SAXONY: state('NI', 'Q1197', 'Niedersachsen', 'Lower Saxony'),
  MECKLENBURG_WESTERN_POMERANIA: state(
    'MV',
    'Q1196',
    'Mecklenburg-Vorpommern',
    'Mecklenburg-Western Pomerania',
    'MeckPomm',
  ),
  NORTH_RHINE_WESTPHALIA: state('NW', 'Q1198', 'Nordrhein-Westfalen', 'North Rhine-Westphalia', 'NRW'),
  RHINELAND_PALATINATE: state('RP', 'Q1200', 'Rheinland-Pfalz', 'Rhineland-Palatinate', 'RLP'),
  SAARLAND: state('SL', 'Q1201', 'Saarland', 'Saarland'),
  SAXONY: state('SN', 'Q1202', 'Sachsen', 'Saxony'),
  SAXONY_ANHALT: state('ST', 'Q1206', 'Sachsen-Anhalt', 'Saxony-Anhalt'),
  SCHLESWIG_HOLSTEIN: state('SH', 'Q1194', 'Schleswig-Holstein', 'Schleswig-Holstein'),
  THURINGIA: state('TH', 'Q1205', 'Thüringen', 'Thuringia'),
});
export type GermanState = CodeOf<typeof GermanState>;
