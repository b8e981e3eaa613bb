/** What is said of texts, classes and addresses that were mended. */
import type { FindingText } from '../../finding';

export const valueRepairs = {
  'encoded-twice': {
    severity: 'WARNING',
    message: {
      de: 'Der Text bei {property} wurde zweimal kodiert: {before}. Gelesen wurde {after}.',
      en: 'The text of {property} was encoded twice: {before}. {after} was read.',
    },
    remedy: {
      de: 'Das Dokument dort, wo es entsteht, nur einmal in UTF-8 umwandeln.',
      en: 'Where the document is made, turn it into UTF-8 once only.',
    },
  },
  'control-characters': {
    severity: 'WARNING',
    message: {
      de: 'Der Text bei {property} hat Steuerzeichen. Sie wurden weggelassen.',
      en: 'The text of {property} has control characters. They were left out.',
    },
    remedy: { de: 'Sie entfernen.', en: 'Remove them.' },
  },
  'markup-in-text': {
    severity: 'WARNING',
    message: {
      de: 'Der Text bei {property} hat Auszeichnungen von HTML: {before}. Gelesen wurde {after}.',
      en: 'The text of {property} has markup of HTML: {before}. {after} was read.',
    },
    remedy: { de: 'Reinen Text schreiben.', en: 'Write plain text.' },
  },
  'class-as-text': {
    severity: 'WARNING',
    message: {
      de: 'Die Klasse steht als Text oder anders geschrieben: {before}. Gelesen wurde {after}.',
      en: 'The class is written as a text, or spelt otherwise: {before}. {after} was read.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'scheme-missing': {
    severity: 'WARNING',
    message: {
      de: 'Der Adresse {before} bei {property} fehlt der Anfang. Gelesen wurde {after}.',
      en: 'The address {before} of {property} lacks its beginning. {after} was read.',
    },
    remedy: { de: '{after} schreiben, wenn das stimmt.', en: 'Write {after}, if that is right.' },
  },
  'list-instead-of-values': {
    severity: 'WARNING',
    message: {
      de: '{property} führt zu einer Liste von RDF. Gelesen wurden ihre Einträge als einzelne Werte.',
      en: '{property} leads to a list of RDF. Its items were read as values of their own.',
    },
    remedy: {
      de: 'Die Werte einzeln angeben, in JSON-LD ohne „@list“.',
      en: 'State the values one by one, in JSON-LD without "@list".',
    },
  },
  'value-in-a-node': {
    severity: 'INFO',
    message: {
      de: '{property} führt zu einem Knoten mit vcard:hasValue. Gelesen wurde der Wert darin.',
      en: '{property} leads to a node with vcard:hasValue. The value in it was read.',
    },
    remedy: {
      de: 'Nichts zu tun; HealthDCAT-AP verlangt den Wert selbst, etwa <mailto:…>.',
      en: 'Nothing has to be done; HealthDCAT-AP demands the value itself, such as <mailto:…>.',
    },
  },
  'mailbox-instead-of-contact': {
    severity: 'WARNING',
    message: {
      de: 'Bei {property} steht eine E-Mail-Adresse statt eines Kontakts. Gelesen wurde ein Kontakt mit dieser Adresse.',
      en: '{property} has an e-mail address in place of a contact. A contact with that address was read.',
    },
    remedy: {
      de: '[ a vcard:Kind ; vcard:hasEmail <mailto:…> ] schreiben, am besten mit dem Namen der Stelle (vcard:fn).',
      en: 'Write [ a vcard:Kind ; vcard:hasEmail <mailto:…> ], best with the name of the office (vcard:fn).',
    },
  },
} as const satisfies Record<string, FindingText>;
