/** What is said of signs that no parser reads, and of what stands around the RDF. */
import type { FindingText } from '../../finding';

export const signRepairs = {
  'address-without-scheme': {
    severity: 'WARNING',
    message: {
      de: 'Der Adresse {before} fehlt der Anfang. Sie wurde als {after} gelesen.',
      en: 'The address {before} lacks its beginning. It was read as {after}.',
    },
    remedy: { de: '{after} schreiben, wenn das stimmt.', en: 'Write {after}, if that is right.' },
  },
  'html-entity': {
    severity: 'WARNING',
    message: {
      de: '{before} ist eine Entität von HTML, die XML nicht kennt. Sie wurde als {after} gelesen.',
      en: '{before} is an entity of HTML, which XML does not know. It was read as {after}.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'attribute-without-prefix': {
    severity: 'WARNING',
    message: {
      de: 'Das Attribut {before} hat kein Präfix. Es wurde als {after} gelesen.',
      en: 'The attribute {before} has no prefix. It was read as {after}.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'typographic-quotes': {
    severity: 'WARNING',
    message: {
      de: 'Der Text steht in typographischen Anführungszeichen: {before}. Sie wurden durch gerade ersetzt.',
      en: 'The text stands in typographic quotation marks: {before}. They were replaced by straight ones.',
    },
    remedy: { de: '{after} schreiben.', en: 'Write {after}.' },
  },
  'odd-blanks': {
    severity: 'WARNING',
    message: {
      de: 'Hier stehen Leerzeichen, die in Turtle keine sind, etwa geschützte. Sie wurden durch einfache ersetzt.',
      en: 'There are blanks here that are none in Turtle, such as no-break spaces. They were replaced by plain ones.',
    },
    remedy: {
      de: 'Das Dokument in einem Texteditor bearbeiten, nicht in einer Textverarbeitung.',
      en: 'Edit the document in a text editor, not in a word processor.',
    },
  },
  'declaration-dot': {
    severity: 'WARNING',
    message: {
      de: 'Nach @prefix und @base steht ein Punkt, nach PREFIX und BASE keiner. So wurde es gelesen.',
      en: 'A dot follows @prefix and @base, and none follows PREFIX and BASE. It was read so.',
    },
    remedy: { de: 'So schreiben: {after}', en: 'Write it so: {after}' },
  },
  'language-tag-impossible': {
    severity: 'WARNING',
    message: {
      de: '{before} kann keine Sprachangabe nach BCP 47 sein. Sie wurde weggelassen.',
      en: '{before} can be no language tag of BCP 47. It was left out.',
    },
    remedy: { de: 'Die Sprache angeben, etwa @de oder @en.', en: 'State the language, such as @de or @en.' },
  },
  'embedded-in-page': {
    severity: 'INFO',
    message: {
      de: 'Das ist eine HTML-Seite. Gelesen wurde das JSON-LD darin ({number}-mal).',
      en: 'This is an HTML page. The JSON-LD in it was read ({number} times).',
    },
    remedy: { de: 'Nichts ist zu tun.', en: 'Nothing has to be done.' },
  },
  'markdown-fence': {
    severity: 'WARNING',
    message: {
      de: 'Das RDF steht in einem Text in Markdown. Nur was zwischen den Zeilen ``` steht, wurde gelesen.',
      en: 'The RDF stands in a text in Markdown. Only what stands between the lines ``` was read.',
    },
    remedy: { de: 'Nur das RDF speichern.', en: 'Save the RDF alone.' },
  },
  'rdf-in-xml': {
    severity: 'INFO',
    message: {
      de: 'Das RDF steht in anderem XML, etwa einer Antwort von OAI-PMH. Gelesen wurden {number} Teile.',
      en: 'The RDF stands in other XML, such as an answer of OAI-PMH. {number} parts were read.',
    },
    remedy: { de: 'Nichts ist zu tun.', en: 'Nothing has to be done.' },
  },
  'context-left-out': {
    severity: 'INFO',
    message: {
      de: 'Das ist {format}; der Kontext, der sagt, was die Namen bedeuten, steht nicht dabei. Er wurde ergänzt.',
      en: 'This is {format}; the context that says what its names mean is left out. It was added.',
    },
    remedy: {
      de: 'Am Anfang ergänzen, damit es auch andere Programme lesen: {after}',
      en: 'Add at the top, so that other programs read it, too: {after}',
    },
  },
  'json-lines': {
    severity: 'INFO',
    message: {
      de: 'Das Dokument ist kein JSON, sondern hat in jeder Zeile eines. {number} Zeilen wurden gelesen.',
      en: 'The document is no JSON, but has one in each line. {number} lines were read.',
    },
    remedy: {
      de: 'Nichts zu tun; andere Programme erwarten eine Liste: [ …, … ].',
      en: 'Nothing has to be done; other programs expect a list: [ …, … ].',
    },
  },
  'json-name-twice': {
    severity: 'WARNING',
    message: {
      de: 'Der Name {value} steht zweimal in demselben Objekt; von diesen Werten gilt nur der letzte.',
      en: 'The name {value} stands twice in one object; of these values, only the last one counts.',
    },
    remedy: {
      de: 'Ihn einmal schreiben, und mehrere Werte als Liste: {value}: [ …, … ].',
      en: 'Write it once, and several values as a list: {value}: [ …, … ].',
    },
  },
  'name-without-meaning': {
    severity: 'WARNING',
    message: {
      de: 'Der Kontext sagt nicht, was {value} bedeutet ({number}×). In JSON-LD ist damit nichts ausgesagt; es wurde ausgelassen.',
      en: 'The context does not say what {value} means ({number}×). In JSON-LD it states nothing, and was left out.',
    },
    remedy: {
      de: 'Den Namen im „@context“ erklären, als {value}: "…" mit der IRI, oder einen verwenden, den er kennt.',
      en: 'Declare the name in the "@context", as {value}: "…" with the IRI, or use one that it knows.',
    },
  },
} as const satisfies Record<string, FindingText>;
