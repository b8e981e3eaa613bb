/** What is said of faults in the text of a document. */
import type { FindingText } from '../../finding';
import { signRepairs } from './sign-texts';

/** Mended before the document is parsed. */
export const textRepairs = {
  ...signRepairs,
  'byte-order-mark': {
    severity: 'INFO',
    message: {
      de: 'Am Anfang steht eine Bytereihenfolge-Marke (BOM), die manche Programme nicht verstehen. Sie wurde weggelassen.',
      en: 'The document begins with a byte order mark, which some programs do not understand. It was left out.',
    },
    remedy: { de: 'Als UTF-8 ohne BOM speichern.', en: 'Save it as UTF-8 without a byte order mark.' },
  },
  'encoding-not-utf-8': {
    severity: 'WARNING',
    message: {
      de: 'Das Dokument ist nicht UTF-8. {lines} Zeile(n) wurden als {before} gelesen.',
      en: 'The document is not UTF-8. {lines} line(s) were read as {before}.',
    },
    remedy: { de: 'Als UTF-8 speichern.', en: 'Save it as UTF-8.' },
  },
  'encoding-header-wrong': {
    severity: 'WARNING',
    message: {
      de: 'Der Server nennt die Kodierung {before}, das Dokument ist aber UTF-8. Es wurde als UTF-8 gelesen.',
      en: 'The server states the encoding {before}, but the document is UTF-8. It was read as UTF-8.',
    },
    remedy: {
      de: 'Den Server „charset=utf-8“ nennen lassen.',
      en: 'Let the server state charset=utf-8.',
    },
  },
  'media-type-wrong': {
    severity: 'WARNING',
    message: {
      de: 'Der Server nennt den Medientyp {before}, das Dokument ist aber {after}. Es wurde als solches gelesen.',
      en: 'The server states the media type {before}, but the document is {after}. It was read as such.',
    },
    remedy: {
      de: 'Den Server den Medientyp {type} nennen lassen.',
      en: 'Let the server state the media type {type}.',
    },
  },
  'undeclared-prefix': {
    severity: 'WARNING',
    message: {
      de: 'Das Präfix {before} ist nicht vereinbart. Es wurde gelesen, wie es üblich ist.',
      en: 'The prefix {before} is not declared. It was read as is usual.',
    },
    remedy: { de: 'Am Anfang ergänzen: {after}', en: 'Add at the top: {after}' },
  },
  'namespace-wrong': {
    severity: 'WARNING',
    message: {
      de: 'Der Namensraum {before} ist nicht der des Präfixes {prefix}. Er wurde ersetzt.',
      en: 'The namespace {before} is not that of the prefix {prefix}. It was replaced.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'prefixed-name-with-slash': {
    severity: 'WARNING',
    message: {
      de: 'Ein Name mit Präfix darf keinen Schrägstrich haben. {before} wurde als ganze IRI gelesen.',
      en: 'A name with a prefix may not have a slash. {before} was read as the whole IRI.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'prefix-in-brackets': {
    severity: 'WARNING',
    message: {
      de: 'In spitzen Klammern gelten keine Präfixe. {before} wurde als Name mit Präfix gelesen.',
      en: 'There are no prefixes in angle brackets. {before} was read as a name with a prefix.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'iri-characters': {
    severity: 'WARNING',
    message: {
      de: 'In dieser IRI stehen Zeichen, die keine IRI hat. Sie wurden kodiert.',
      en: 'This IRI has characters that no IRI has. They were encoded.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'language-tag': {
    severity: 'WARNING',
    message: {
      de: 'Die Sprachangabe {before} ist keine nach BCP 47. Sie wurde ersetzt.',
      en: 'The language tag {before} is none of BCP 47. It was replaced.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'json-not-strict': {
    severity: 'WARNING',
    message: {
      de: 'JSON kennt weder Kommentare noch ein Komma nach dem letzten Wert. Sie wurden übergangen.',
      en: 'JSON has neither comments nor a comma after the last value. They were passed over.',
    },
    remedy: { de: 'Sie entfernen.', en: 'Remove them.' },
  },
  ampersand: {
    severity: 'WARNING',
    message: {
      de: 'In XML steht & für den Beginn einer Entität. Es wurde als Zeichen gelesen.',
      en: 'In XML, & begins an entity. It was read as a sign.',
    },
    remedy: { de: '&amp; schreiben.', en: 'Write &amp;.' },
  },
  'relative-iri': {
    severity: 'INFO',
    message: {
      de: 'Die Adresse {value} ist relativ, und das Dokument nennt keine Basis. Sie wurde zu {after} ergänzt.',
      en: 'The address {value} is relative, and the document states no base. It was completed to {after}.',
    },
    remedy: { de: 'Die ganze Adresse schreiben.', en: 'Write the whole address.' },
  },
} as const satisfies Record<string, FindingText>;

/** What cannot be read. */
export const syntaxFaults = {
  'broken-statement': {
    severity: 'ERROR',
    message: {
      de: 'Hier ist kein wohlgeformtes {format}: {whatDe}. Die Aussage über <{subject}> wurde weggelassen; der Eintrag ist damit nicht vollständig.',
      en: 'This is no well-formed {format}: {whatEn}. The statement about <{subject}> was left out, so that record is not complete.',
    },
    remedy: { de: '{howDe}', en: '{howEn}' },
  },
  'broken-part': {
    severity: 'ERROR',
    message: {
      de: 'Hier ist kein wohlgeformtes {format}: {whatDe}. Dieser Teil wurde weggelassen.',
      en: 'This is no well-formed {format}: {whatEn}. This part was left out.',
    },
    remedy: { de: '{howDe}', en: '{howEn}' },
  },
  'too-many-faults': {
    severity: 'ERROR',
    message: {
      de: 'Nach {count} Fehlern wurde nicht weitergelesen.',
      en: 'After {count} faults, reading stopped.',
    },
    remedy: {
      de: 'Die Fehler oben beheben und das Dokument noch einmal prüfen.',
      en: 'Mend the faults above, and check the document again.',
    },
  },
} as const satisfies Record<string, FindingText>;
