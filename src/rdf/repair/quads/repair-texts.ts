/** What is said of statements that were mended. */
import type { FindingText } from '../../finding';
import { valueRepairs } from './value-repair-texts';

const retired: Pick<FindingText, 'message' | 'remedy'> = {
  message: {
    de: '{before} ist heute {after}. Es wurde ersetzt.',
    en: '{before} is {after} today. It was replaced.',
  },
  remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
};

/** Mended, and said. */
export const quadRepairs = {
  ...valueRepairs,
  'retired-vocabulary-iri': { severity: 'WARNING', ...retired },
  'retired-property': { severity: 'WARNING', ...retired },
  'namespace-form': {
    severity: 'WARNING',
    message: {
      de: 'Der Namensraum von {before} ist falsch geschrieben. Gelesen wurde {after}.',
      en: 'The namespace of {before} is misspelt. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'iri-characters': {
    severity: 'WARNING',
    message: {
      de: 'In {before} stehen Zeichen, die keine IRI hat. Sie wurden kodiert.',
      en: '{before} has characters that no IRI has. They were encoded.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'address-not-ascii': {
    severity: 'INFO',
    message: {
      de: 'Die Adresse {before} hat Buchstaben, die nicht jedes Programm abrufen kann. Sie wurden kodiert.',
      en: 'The address {before} has letters that not every program can fetch. They were encoded.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'code-spelling': {
    severity: 'WARNING',
    message: {
      de: 'Die IRI des Codes ist anders geschrieben: {before}. Gelesen wurde {after}.',
      en: 'The IRI of the code is spelt otherwise: {before}. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'label-instead-of-code': {
    severity: 'WARNING',
    message: {
      de: 'Bei {property} steht die Bezeichnung {before} statt der IRI des Codes. Gelesen wurde {after}.',
      en: '{property} has the label {before} in place of the IRI of the code. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'literal-instead-of-iri': {
    severity: 'WARNING',
    message: {
      de: 'Bei {property} steht die Adresse {before} als Text. Sie wurde als IRI gelesen.',
      en: '{property} has the address {before} as a text. It was read as an IRI.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'iri-instead-of-literal': {
    severity: 'WARNING',
    message: {
      de: 'Bei {property} gehört ein Text hin, nicht die IRI {before}. Sie wurde als Text gelesen.',
      en: '{property} takes a text, not the IRI {before}. It was read as a text.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'mailto-missing': {
    severity: 'WARNING',
    message: {
      de: 'Die E-Mail-Adresse bei {property} ist keine IRI. Gelesen wurde {after}.',
      en: 'The e-mail address of {property} is no IRI. {after} was read.',
    },
    remedy: {
      de: 'Als {after} schreiben, mit der ganzen Adresse.',
      en: 'Write it as {after}, with the whole address.',
    },
  },
  'mailbox-with-name': {
    severity: 'WARNING',
    message: {
      de: 'Bei {property} steht ein Name vor der E-Mail-Adresse. Gelesen wurde {after}.',
      en: '{property} has a name before the e-mail address. {after} was read.',
    },
    remedy: {
      de: 'Nur die Adresse schreiben, als {after}; der Name gehört zu vcard:fn.',
      en: 'Write only the address, as {after}; the name belongs to vcard:fn.',
    },
  },
  'date-form': {
    severity: 'WARNING',
    message: {
      de: 'Die Zeitangabe {before} bei {property} steht nicht in der Form von XML Schema. Gelesen wurde {after}.',
      en: 'The date {before} of {property} is not in the form of XML Schema. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'datatype-wrong': {
    severity: 'WARNING',
    message: {
      de: 'Der Datentyp von {before} bei {property} fehlt oder passt nicht. Gelesen wurde {after}.',
      en: 'The datatype of {before} of {property} is missing or does not fit. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'number-form': {
    severity: 'WARNING',
    message: {
      de: 'Die Zahl {before} bei {property} steht nicht in der Form von XML Schema. Gelesen wurde {after}.',
      en: 'The number {before} of {property} is not in the form of XML Schema. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'language-tag': {
    severity: 'WARNING',
    message: {
      de: 'Die Sprachangabe von {before} ist keine nach BCP 47. Gelesen wurde {after}.',
      en: 'The language tag of {before} is none of BCP 47. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'language-tag-in-text': {
    severity: 'WARNING',
    message: {
      de: 'Die Sprachangabe steht im Text statt dahinter: {before}. Gelesen wurde {after}.',
      en: 'The language tag stands in the text and not behind it: {before}. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'placeholder-value': {
    severity: 'WARNING',
    message: {
      de: 'Bei {property} steht ein Platzhalter: {before}. Er wurde weggelassen.',
      en: '{property} has a placeholder: {before}. It was left out.',
    },
    remedy: {
      de: 'Den Wert angeben, oder die ganze Aussage weglassen.',
      en: 'State the value, or leave the whole statement out.',
    },
  },
  'moved-to-publisher': {
    severity: 'WARNING',
    message: {
      de: '{before} gehört zum Herausgeber, als {after}. Es wurde ihm zugeordnet.',
      en: '{before} belongs to the publisher, as {after}. It was moved there.',
    },
    remedy: { de: 'Beim Herausgeber {after} angeben.', en: 'State {after} of the publisher.' },
  },
  'missing-class': {
    severity: 'WARNING',
    message: {
      de: 'Bei diesem Knoten steht keine Klasse, obwohl er der Wert von {property} ist. {after} wurde ergänzt.',
      en: 'This node has no class, though it is a value of {property}. {after} was added.',
    },
    remedy: { de: 'a {after} ergänzen.', en: 'Add a {after}.' },
  },
  'missing-superclass': {
    severity: 'INFO',
    message: {
      de: 'Profile fragen nach der Klasse {after}, die hier nicht steht, aber folgt. Sie wurde ergänzt.',
      en: 'Profiles ask for the class {after}, which is not stated here, but follows. It was added.',
    },
    remedy: { de: 'a {after} ergänzen.', en: 'Add a {after}.' },
  },
} as const satisfies Record<string, FindingText>;
