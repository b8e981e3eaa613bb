/** What is said of statements that are left as they are. */
import type { FindingText } from '../../finding';

/** Left as it is: only a person knows what is meant. */
export const quadDoubts = {
  'text-instead-of-node': {
    severity: 'ERROR',
    message: {
      de: 'Bei {property} muss eine IRI oder ein Knoten stehen, nicht der Text {value}.',
      en: '{property} takes an IRI or a node, not the text {value}.',
    },
    remedy: {
      de: 'Die IRI dessen schreiben, was gemeint ist, oder einen Knoten mit Namen.',
      en: 'Write the IRI of what is meant, or a node with a name.',
    },
  },
  'iri-instead-of-text': {
    severity: 'ERROR',
    message: {
      de: 'Bei {property} muss ein Text stehen, nicht die IRI {value}.',
      en: '{property} takes a text, not the IRI {value}.',
    },
    remedy: { de: 'Den Text in Anführungszeichen schreiben.', en: 'Write the text in quotation marks.' },
  },
  'date-ambiguous': {
    severity: 'ERROR',
    message: {
      de: 'Die Zeitangabe {value} bei {property} ist nicht eindeutig, oder es gibt sie nicht.',
      en: 'The date {value} of {property} may mean several days, or none.',
    },
    remedy: {
      de: 'Als 2024-12-31 schreiben, mit dem Datentyp xsd:date.',
      en: 'Write it like 2024-12-31, with the datatype xsd:date.',
    },
  },
  'number-ambiguous': {
    severity: 'ERROR',
    message: {
      de: 'Der Wert {value} bei {property} ist keine Zahl, oder nicht eindeutig eine.',
      en: 'The value {value} of {property} is no number, or may be several.',
    },
    remedy: { de: 'Nur Ziffern schreiben: 12000.', en: 'Write digits only: 12000.' },
  },
  'negative-count': {
    severity: 'ERROR',
    message: {
      de: 'Die Anzahl {value} bei {property} ist kleiner als null.',
      en: 'The count {value} of {property} is less than zero.',
    },
    remedy: {
      de: 'Die richtige Anzahl angeben; ist sie unbekannt, die Aussage weglassen.',
      en: 'State the right count; if it is not known, leave the statement out.',
    },
  },
  'boolean-ambiguous': {
    severity: 'ERROR',
    message: {
      de: 'Der Wert {value} bei {property} ist weder wahr noch falsch.',
      en: 'The value {value} of {property} is neither true nor false.',
    },
    remedy: {
      de: 'true oder false schreiben, ohne Anführungszeichen.',
      en: 'Write true or false, without quotation marks.',
    },
  },
  'unknown-code': {
    severity: 'ERROR',
    message: {
      de: 'Den Code {value} hat die Liste nicht, aus der die Werte von {property} sind.',
      en: 'The list of which the values of {property} are has no code {value}.',
    },
    remedy: { de: 'Einen Code der Liste nehmen: {codes}.', en: 'Take a code of the list: {codes}.' },
  },
  'unknown-term': {
    severity: 'WARNING',
    message: { de: 'Den Begriff {value} gibt es nicht.', en: 'There is no term {value}.' },
    remedy: {
      de: 'Einen Begriff des Vokabulars nehmen{likeDe}.',
      en: 'Take a term of the vocabulary{likeEn}.',
    },
  },
  'removed-property': {
    severity: 'WARNING',
    message: {
      de: '{property} gibt es nicht mehr, und nichts ist an seine Stelle getreten.',
      en: '{property} does not exist any more, and nothing has come in its place.',
    },
    remedy: { de: '{property} entfernen.', en: 'Remove {property}.' },
  },
  'doubtful-property': {
    severity: 'WARNING',
    message: {
      de: '{property} gilt nicht mehr. Gemeint ist vielleicht {instead}.',
      en: '{property} is not used any more. Perhaps {instead} is meant.',
    },
    remedy: { de: 'Prüfen, ob {instead} gemeint ist.', en: 'Check whether {instead} is meant.' },
  },
  'mistaken-law': {
    severity: 'WARNING',
    message: {
      de: 'Das ist die KI-Verordnung. Gemeint ist vielleicht der Europäische Gesundheitsdatenraum.',
      en: 'This is the AI Act. Perhaps the European Health Data Space is meant.',
    },
    remedy: { de: 'Prüfen, ob {instead} gemeint ist.', en: 'Check whether {instead} is meant.' },
  },
  'period-reversed': {
    severity: 'ERROR',
    message: {
      de: 'Der Zeitraum endet, bevor er beginnt: {value}.',
      en: 'The period ends before it begins: {value}.',
    },
    remedy: { de: 'Beginn und Ende prüfen.', en: 'Check its beginning and its end.' },
  },
  'local-address': {
    severity: 'WARNING',
    message: {
      de: '{value} ist eine Adresse, die nur auf einem Rechner oder in einem Netz gilt.',
      en: '{value} is an address that holds on one computer or in one network only.',
    },
    remedy: {
      de: 'Die öffentliche Adresse schreiben; oft fehlt dem Programm, das exportiert, nur eine Einstellung.',
      en: 'Write the public address; often the program that exports only lacks a setting.',
    },
  },
  'keywords-in-one': {
    severity: 'WARNING',
    message: {
      de: 'In einem Schlagwort stehen wohl mehrere: {value}.',
      en: 'One keyword seems to have several: {value}.',
    },
    remedy: {
      de: 'Für jedes Schlagwort einen eigenen Wert schreiben: "eins", "zwei".',
      en: 'Write a value for each keyword: "one", "two".',
    },
  },
  'several-values': {
    severity: 'WARNING',
    message: {
      de: '{property} hat {count} Werte, obwohl nur einer gelten kann. Alle bleiben stehen, als strittig.',
      en: '{property} has {count} values, though only one can hold. All are kept, as disputed.',
    },
    remedy: { de: 'Den Wert behalten, der gilt.', en: 'Keep the value that holds.' },
  },
  'distribution-not-linked': {
    severity: 'WARNING',
    message: {
      de: 'Kein Datensatz nennt diese Distribution.',
      en: 'No dataset names this distribution.',
    },
    remedy: {
      de: 'Beim Datensatz dcat:distribution {value} ergänzen.',
      en: 'Add dcat:distribution {value} to the dataset.',
    },
  },
  'shared-contact': {
    severity: 'INFO',
    message: {
      de: '{count} Datensätze teilen sich einen Kontakt ohne IRI.',
      en: '{count} datasets share a contact without an IRI.',
    },
    remedy: { de: 'Dem Kontakt eine IRI geben.', en: 'Give the contact an IRI.' },
  },
  'possible-duplicate': {
    severity: 'WARNING',
    message: {
      de: '{value} ist vielleicht derselbe Datensatz: {why}.',
      en: '{value} may be the same dataset: {whyEn}.',
    },
    remedy: {
      de: 'Eine der beiden IRIs überall verwenden, oder sie mit owl:sameAs verbinden.',
      en: 'Use one of the two IRIs everywhere, or connect them by owl:sameAs.',
    },
  },
} as const satisfies Record<string, FindingText>;
