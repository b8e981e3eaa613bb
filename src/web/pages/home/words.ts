/** The words of the front page. */
import type { LanguageTag } from '../../../resource/text';

const de = {
  title: 'Medizinische Forschungs\u00adinfrastrukturen, verknüpft in einem Graphen',
  lead: 'Standorte, Infrastrukturen, Förderung, Projekte, Datensätze und Dienste des Netzwerks Universitätsmedizin (NUM): was es gibt, wer beteiligt ist, seit wann – und welche Quelle es sagt.',
  searchFor: 'Wonach suchen Sie?',
  suchAs: 'Zum Beispiel:',
  examples: ['Bilddaten', 'Notaufnahme', 'Schlaganfall', 'Bioproben', 'Köln'],
  figures: 'Das Verzeichnis in Zahlen',
  sites: 'Standorte der Universitätsmedizin',
  sources: 'Quellen',
  disputed: 'Einträge, über die sich Quellen widersprechen',
  waysIn: 'Wege hinein',
  byState: 'Nach Land',
  byTheme: 'Nach Art der Daten',
  byAccess: 'Nach Zugang',
  byPeriod: 'Nach Förderperiode',
  funding: 'Förderung',
  goals: 'Ziele',
  lately: 'Was sich zuletzt tat',
  latelyLead: 'Was nach den Quellen zuletzt begonnen oder geendet hat.',
  allChanges: 'Alle Veränderungen, nach Tagen und Förderperioden',
  changed: (moment: string) => `Das Verzeichnis wurde zuletzt geändert: ${moment}.`,
  developers: 'Für Entwickler',
  developersLead:
    'Ein GraphQL-Endpunkt; jede Seite hier ist eine Abfrage an ihn. Listen sind Relay-Connections, Texte gibt es auf Deutsch und Englisch, jeder Eintrag hat eine beständige Adresse und steht auch als RDF bereit.',
  curl: 'Eine erste Abfrage mit curl',
  open: 'GraphiQL öffnen',
};

const en: typeof de = {
  title: 'Medical research infrastructures, linked in one graph',
  lead: 'Sites, infrastructures, funding, projects, datasets and services of the German Network of University Medicine (NUM): what there is, who takes part, since when – and which source says so.',
  searchFor: 'What are you looking for?',
  suchAs: 'For example:',
  examples: ['imaging', 'emergency department', 'stroke', 'biosamples', 'Cologne'],
  figures: 'The catalogue in numbers',
  sites: 'University medical centres',
  sources: 'Sources',
  disputed: 'Records on which sources disagree',
  waysIn: 'Ways in',
  byState: 'By state',
  byTheme: 'By kind of data',
  byAccess: 'By access',
  byPeriod: 'By funding period',
  funding: 'Funding',
  goals: 'Goals',
  lately: 'What happened lately',
  latelyLead: 'What began or ended most recently, as sources state it.',
  allChanges: 'All changes, by days and funding periods',
  changed: (moment) => `The catalogue was last changed on ${moment}.`,
  developers: 'For developers',
  developersLead:
    'One GraphQL endpoint; every page here is a query to it. Lists are Relay connections, texts come in German and English, and every record has a stable address and comes as RDF, too.',
  curl: 'A first query with curl',
  open: 'Open GraphiQL',
};

export const homeWords: Readonly<Record<LanguageTag, typeof de>> = { de, en };
