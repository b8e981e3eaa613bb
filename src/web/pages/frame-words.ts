/** The words of what surrounds every page. */

const de = {
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  start: 'Start',
  path: 'Pfad',
  footer: 'Jede Aussage nennt ihre Quelle; was niemand belegt hat, bleibt leer.',
  browse: 'Stöbern',
  pictures: 'Karten und Grafiken',
  forDevelopers: 'Für Entwickler',
  schema: 'GraphQL-Schema',
  find: 'Suchen',
  suggestions: 'Vorschläge',
  cannotAnswer: 'Das lässt sich so nicht beantworten.',
  notices: 'Rechtliches und Kontakt',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  contact: 'Kontakt',
  sourceCode: 'Quelltext',
  independent:
    'Ein unabhängiges Projekt unter der Apache-2.0-Lizenz; keine Veröffentlichung des Netzwerks Universitätsmedizin.',
};

const en: typeof de = {
  skip: 'Skip to the content',
  navigation: 'Main navigation',
  start: 'Home',
  path: 'Breadcrumb',
  footer: 'Every statement names its source; what nobody has stated stays empty.',
  browse: 'Browse',
  pictures: 'Maps and charts',
  forDevelopers: 'For developers',
  schema: 'GraphQL schema',
  find: 'Search',
  suggestions: 'Suggestions',
  cannotAnswer: 'This cannot be answered.',
  notices: 'Legal notices and contact',
  imprint: 'Imprint',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  contact: 'Contact',
  sourceCode: 'Source code',
  independent:
    'An independent project under the Apache 2.0 licence; not a publication of the Network of University Medicine.',
};

export const frameWords = { de, en };
