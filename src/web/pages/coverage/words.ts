/** The words of the page on coverage. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Abdeckung',
  lead: 'Was wird gebraucht? Wer hat alles, wem fehlt was, von wem weiß man es nicht, und wen ruft man an?',
  need: 'Gebraucht wird',
  infrastructures: 'Mitwirkung in Infrastrukturen',
  modalities: 'Zugang zu Daten dieser Art',
  states: 'Nur Standorte in diesen Ländern',
  among: (states: string) => `nur Standorte in ${states}`,
  standards: 'Standards',
  services: 'Dienste',
  more: 'Standards und Dienste',
  choose:
    'Wählen Sie mindestens eine Anforderung. Alle müssen erfüllt sein. Länder grenzen nur ein, welche Standorte gezeigt werden.',
  requirement: 'Anforderung',
  met: 'erfüllt',
  notMet: 'nicht erfüllt',
  unknown: 'unbekannt: keine Quelle sagt es',
  full: (count: string) => `Hat alles (${count})`,
  partial: (count: string) => `Hat einen Teil (${count})`,
  open: (count: string) => `Nichts davon belegt, aber manches unbekannt (${count})`,
  none: (count: string) => `Von ${count} Standorten ist bekannt, dass sie nichts davon haben.`,
  nobody: 'Von keinem Standort ist das bekannt.',
  has: 'Hat',
  lacks: 'Fehlt',
  maybe: 'Unbekannt',
  call: 'Wen anrufen',
  homepage: 'Webseite',
  onMap: 'Auf der Karte zeigen',
  general: 'Was Quellen allgemein sagen, ohne Standorte zu nennen',
  about: (count: string) =>
    `Für jede von ${count} Anforderungen: wie viele Standorte sie erfüllen, nicht erfüllen, und von wie vielen es unbekannt ist.`,
  note: (met: string, no: string, unknown: string) => `${met} ja · ${no} nein · ${unknown} unbekannt`,
  first: 'Gezeigt werden jeweils die ersten 40.',
};

type CoverageWords = typeof de;

const en: CoverageWords = {
  title: 'Coverage',
  lead: 'What is needed? Who has all of it, who lacks what, of whom is it not known, and whom does one call?',
  need: 'Needed',
  infrastructures: 'Takes part in infrastructures',
  modalities: 'Access to data of this kind',
  states: 'Only sites in these states',
  among: (states) => `only sites in ${states}`,
  standards: 'Standards',
  services: 'Services',
  more: 'Standards and services',
  choose: 'Choose at least one requirement. All must be met. States only narrow down which sites are shown.',
  requirement: 'Requirement',
  met: 'met',
  notMet: 'not met',
  unknown: 'unknown: no source says',
  full: (count) => `Has all (${count})`,
  partial: (count) => `Has a part (${count})`,
  open: (count) => `Not known to have any, but not all is known (${count})`,
  none: (count) => `${count} sites are known to have nothing of it.`,
  nobody: 'No site is known to.',
  has: 'Has',
  lacks: 'Lacks',
  maybe: 'Unknown',
  call: 'Whom to call',
  homepage: 'Home page',
  onMap: 'Show on the map',
  general: 'What sources say in general, without naming sites',
  about: (count) =>
    `For each of ${count} requirements: how many sites meet it, how many do not, and of how many it is unknown.`,
  note: (met, no, unknown) => `${met} yes · ${no} no · ${unknown} unknown`,
  first: 'The first 40 of each are shown.',
};

export const coverageWords: Label<CoverageWords> = { de, en };
