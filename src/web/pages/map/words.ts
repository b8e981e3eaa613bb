/** The words of the map. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Karte',
  lead: 'Die Universitätskliniken des Netzwerks, dort, wo Quellen sie verorten.',
  counts: 'Wie viele Quellen nennen',
  of: {
    infrastructures: 'Infrastrukturen je Standort',
    projects: 'Projekte je Standort',
    datasets: 'Datensätze je Standort',
  },
  roles: 'Welche Rolle sie haben in',
  coverage: 'Wer erfüllt, was gebraucht wird',
  none: 'keine genannt (das heißt nicht: keine)',
  some: 'so viele nennen Quellen',
  probably: 'vermutlich weiterhin beteiligt',
  maybe: 'unbekannt: genannt, aber nicht für diesen Tag',
  unknown: 'unbekannt: keine Quelle sagt es',
  no: 'nein',
  full: 'erfüllt alles',
  partial: 'erfüllt einen Teil',
  says: 'Was Quellen sagen',
  location: 'Worauf der Punkt zeigt',
  about: (sites: string) =>
    `Deutschland mit ${sites} Standorten. Form und Farbe der Zeichen erklärt die Legende.`,
  unplaced: (names: string) => `Für diese Standorte nennt keine Quelle einen Ort: ${names}.`,
  listed: (named: string, stated: string | null) =>
    `Namentlich genannt: ${named} Standorte${stated === null ? '' : `; gezählt, ohne Namen: ${stated}`}.`,
  outline: 'Umrisse: Natural Earth (gemeinfrei).',
  missing: 'Diese Infrastruktur gibt es nicht.',
  change: 'Anforderungen ändern',
};

type MapWords = typeof de;

const en: MapWords = {
  title: 'Map',
  lead: 'The university medical centres of the network, where sources place them.',
  counts: 'How many sources name',
  of: {
    infrastructures: 'Infrastructures of each site',
    projects: 'Projects of each site',
    datasets: 'Datasets of each site',
  },
  roles: 'Which role they have in',
  coverage: 'Who meets what is needed',
  none: 'none named (which is not: none)',
  some: 'so many are named by sources',
  probably: 'probably still takes part',
  maybe: 'unknown: named, but not for this day',
  unknown: 'unknown: no source says',
  no: 'no',
  full: 'meets all',
  partial: 'meets a part',
  says: 'What sources say',
  location: 'What the point points at',
  about: (sites) => `Germany with ${sites} sites. The legend explains the shapes and colours of the marks.`,
  unplaced: (names) => `No source says where these sites are: ${names}.`,
  listed: (named, stated) =>
    `Named: ${named} sites${stated === null ? '' : `; counted without names: ${stated}`}.`,
  outline: 'Outlines: Natural Earth (public domain).',
  missing: 'There is no such infrastructure.',
  change: 'Change the requirements',
};

export const mapWords: Label<MapWords> = { de, en };
