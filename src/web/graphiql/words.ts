// The texts of our parts of GraphiQL in both languages.
import type { Language } from './examples';
import type { TableFormat } from './table';

interface Words {
  readonly examples: string;
  readonly oneClick: string;
  readonly noExamples: string;
  readonly searchExamples: string;
  readonly found: (count: number) => string;
  readonly languageOf: string;
  /** The heading of what is shown until the editor is there. */
  readonly answer: string;
  readonly editorLoads: string;
  /** Why an answer cannot be shown. */
  readonly noJson: (status: number) => string;
  readonly prettify: string;
  readonly merge: string;
  readonly copyQuery: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly linkInAddressBar: string;
  readonly downloadTable: string;
  readonly readingTable: string;
  readonly tableSaved: string;
  readonly noTable: string;
  readonly tableFormats: Readonly<Record<TableFormat, string>>;
  /** A comment above the first query that a new visitor sees. */
  readonly welcome: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    examples: 'Examples',
    oneClick: 'One click opens an example and runs it. Each can be saved as a table.',
    searchExamples: 'Search in the examples',
    found: (count) => (count === 1 ? '1 example' : `${count} examples`),
    noExamples: 'There are no examples yet: they are the files of schema/examples.',
    languageOf: 'Language of the examples and of the answers',
    answer: 'Answer',
    editorLoads: 'The editor with the query is loading …',
    noJson: (status) => `The server answered with status ${status} and no JSON:`,
    prettify: 'Prettify query (Shift-Ctrl-P)',
    merge: 'Merge fragments into query (Shift-Ctrl-M)',
    copyQuery: 'Copy query (Shift-Ctrl-C)',
    copyLink: 'Copy a link to this query',
    linkCopied: 'Link copied',
    linkInAddressBar: 'The link is in the address bar',
    downloadTable: 'Download table',
    readingTable: 'The table is being read …',
    tableSaved: 'Table saved',
    noTable: 'No table: the answer says why',
    tableFormats: {
      xlsx: 'Excel (XLSX)',
      csv: 'CSV, for programs',
      ndjson: 'JSON, one record a line',
    },
    welcome: `# Welcome! Run this query with the pink button or Ctrl-Enter,
# or pick an example on the left. Hover over a field to read what it means.
#`,
  },
  de: {
    examples: 'Beispiele',
    oneClick: 'Ein Klick öffnet ein Beispiel und führt es aus. Jedes lässt sich als Tabelle sichern.',
    searchExamples: 'In den Beispielen suchen',
    found: (count) => (count === 1 ? '1 Beispiel' : `${count} Beispiele`),
    noExamples: 'Noch gibt es keine Beispiele: Sie sind die Dateien von schema/examples.',
    languageOf: 'Sprache der Beispiele und der Antworten',
    answer: 'Antwort',
    editorLoads: 'Der Editor mit der Abfrage wird geladen …',
    noJson: (status) => `Der Server antwortete mit Status ${status} und ohne JSON:`,
    prettify: 'Abfrage ordentlich einrücken (Umschalt-Strg-P)',
    merge: 'Fragmente in die Abfrage einsetzen (Umschalt-Strg-M)',
    copyQuery: 'Abfrage kopieren (Umschalt-Strg-C)',
    copyLink: 'Link zu dieser Abfrage kopieren',
    linkCopied: 'Link kopiert',
    linkInAddressBar: 'Der Link steht in der Adresszeile',
    downloadTable: 'Tabelle herunterladen',
    readingTable: 'Die Tabelle wird gelesen …',
    tableSaved: 'Tabelle gespeichert',
    noTable: 'Keine Tabelle: Die Antwort sagt, warum',
    tableFormats: {
      xlsx: 'Excel (XLSX)',
      csv: 'CSV, für Programme',
      ndjson: 'JSON, ein Datensatz je Zeile',
    },
    welcome: `# Willkommen! Der rosa Knopf oder Strg-Enter führt diese Abfrage aus,
# links stehen weitere Beispiele. Was ein Feld bedeutet, erscheint beim Zeigen darauf.
#`,
  },
};
