/** What is said of statements for which no record has a place, and of individuals who are left out. */
import { type Finding, findingsOf, type FindingText, type Place } from '../finding';

const mapping = {
  'property-without-place': {
    severity: 'INFO',
    message: {
      de: '{property} hat hier bei {of} keinen Platz ({number}×).',
      en: 'There is no place here for {property} of {of} ({number}×).',
    },
    remedy: {
      de: 'Nichts zu tun; wer den Wert zeigen will, ergänzt das Feld in der Klasse.',
      en: 'Nothing has to be done; to show the value, declare a field for it in the class.',
    },
  },
  'value-not-understood': {
    severity: 'WARNING',
    message: {
      de: '{property} hat Werte, die hier nicht verständlich oder einer zu viel sind ({number}×), zum Beispiel „{value}“.',
      en: '{property} has values that are not understood here, or one too many ({number}×), such as "{value}".',
    },
    remedy: {
      de: 'Den Wert so schreiben, wie das Profil ihn verlangt: mit der IRI des Vokabulars, als Datum oder Zahl, und nur einmal, wo nur einer erlaubt ist.',
      en: 'Write the value as the profile demands: with the IRI of the vocabulary, as a date or a number, and once where one is allowed.',
    },
  },
  'text-without-language': {
    severity: 'INFO',
    message: {
      de: 'Texte ohne Sprache: {number}. Sie gelten als „{language}“.',
      en: 'Texts without a language: {number}. They are taken for "{language}".',
    },
    remedy: {
      de: 'Die Sprache dazuschreiben, etwa "Titel"@de.',
      en: 'Add the language, such as "title"@en.',
    },
  },
  'record-without-owner': {
    severity: 'WARNING',
    message: {
      de: '{subject} ist ein Teil eines anderen Datensatzes, den das Dokument nicht nennt ({class}).',
      en: '{subject} is a part of another record that the document does not name ({class}).',
    },
    remedy: {
      de: 'Den Verweis ergänzen, etwa dcat:distribution beim Datensatz.',
      en: 'Add the reference, such as dcat:distribution at the dataset.',
    },
  },
} satisfies Record<string, FindingText>;

const person = {
  'persons-left-out': {
    severity: 'INFO',
    message: {
      de: 'Personen sind nicht übernommen: {number} (Namen, E-Mail-Adressen, Telefonnummern).',
      en: 'Individuals are left out: {number} (names, addresses of e-mail, telephone numbers).',
    },
    remedy: {
      de: 'Eine Stelle statt einer Person nennen, oder der Quelle Personen erlauben („persons: true“).',
      en: 'Name an office instead of a person, or allow persons to the source ("persons: true").',
    },
  },
  'personal-address-left-out': {
    severity: 'INFO',
    message: {
      de: 'E-Mail-Adressen oder Telefonnummern einzelner Personen sind nicht übernommen: {number}. Die Stellen bleiben.',
      en: 'Addresses of e-mail or telephone numbers of individuals are left out: {number}. The offices stay.',
    },
    remedy: {
      de: 'Die Adresse der Stelle angeben, etwa info@….',
      en: 'State the address of the office, such as info@….',
    },
  },
} satisfies Record<string, FindingText>;

export const mappingFinding = findingsOf('mapping', mapping);
const findingOfPersons = findingsOf('person', person);

/** @param number how many were left out */
export const personFinding = (id: keyof typeof person, place: Place, number: number): Finding => ({
  ...findingOfPersons(id, { place, words: { number } }),
  number,
});
