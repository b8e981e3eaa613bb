/** The words of the page of the vocabularies. */

export const vocabulariesWords = {
  de: {
    title: 'Vokabulare',
    lead: 'Die eigenen kontrollierten Vokabulare des Katalogs: Listen von Begriffen mit Codes, deren Bezeichnungen auf Deutsch und Englisch und deren Bedeutung.',
    concepts: 'Begriffe',
  },
  en: {
    title: 'Vocabularies',
    lead: 'The controlled vocabularies of the catalogue’s own: lists of concepts with codes, with their labels in German and English and their meaning.',
    concepts: 'Concepts',
  },
};
