/** The words that all pages with pictures have. */
import type { Label } from '../../../vocabulary/label';

const de = {
  asTable: 'Dasselbe als Tabelle',
  draw: 'Anzeigen',
  on: 'An welchem Tag',
  allTimes: 'leer: zu allen Zeiten',
  show: 'Was gezeigt wird',
  ofDay: (day: string) => `am ${day}`,
  atAnyTime: 'zu allen Zeiten',
  version: (version: string) => `Daten in Version ${version}`,
  of: (day: string) => `vom ${day}`,
  queries: 'Die Abfragen hinter dieser Seite',
  runs: 'läuft in GraphiQL',
  saveSvg: 'Als SVG speichern',
  savePng: 'Als PNG speichern',
  infrastructures: 'Infrastrukturen',
  sites: 'Standorte',
  projects: 'Projekte',
  periods: 'Förderperioden',
  datasets: 'Datensätze',
  site: 'Standort',
  state: 'Land',
  reasons: {
    STATED: 'Quellen geben es an',
    CONTINUED: 'vermutlich weiterhin: früher belegt, und keine Quelle nennt ein Ende',
    OTHER_VALUE: 'nein: hat einen anderen Wert',
    NOT_LISTED: 'nein: eine vollständige Liste nennt es nicht',
    NOT_AT_THAT_TIME: 'nein: gab es an dem Tag noch nicht oder nicht mehr',
    DISPUTED: 'unbekannt: Quellen widersprechen sich',
    NOT_DATED: 'unbekannt: Quellen nennen es ohne Datum',
    NOT_YET_SEEN: 'unbekannt: erst später belegt',
    NOT_STATED: 'unbekannt: keine Quelle sagt es',
  } as Readonly<Record<string, string>>,
};

export type PictureWords = typeof de;

const en: PictureWords = {
  asTable: 'The same as a table',
  draw: 'Show',
  on: 'On which day',
  allTimes: 'empty: at any time',
  show: 'What is shown',
  ofDay: (day) => `on ${day}`,
  atAnyTime: 'at any time',
  version: (version) => `data in version ${version}`,
  of: (day) => `of ${day}`,
  queries: 'The queries behind this page',
  runs: 'runs in GraphiQL',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG',
  infrastructures: 'Infrastructures',
  sites: 'Sites',
  projects: 'Projects',
  periods: 'Funding periods',
  datasets: 'Datasets',
  site: 'Site',
  state: 'State',
  reasons: {
    STATED: 'sources say so',
    CONTINUED: 'probably still: shown before, and no source says that it ended',
    OTHER_VALUE: 'no: has another value',
    NOT_LISTED: 'no: a complete list leaves it out',
    NOT_AT_THAT_TIME: 'no: had not begun on that day, or had ended',
    DISPUTED: 'unknown: sources disagree',
    NOT_DATED: 'unknown: sources say so without a date',
    NOT_YET_SEEN: 'unknown: shown only later',
    NOT_STATED: 'unknown: no source says',
  },
};

export const pictureWords: Label<PictureWords> = { de, en };
