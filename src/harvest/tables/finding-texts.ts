/** What is said of tables and their cells. */
import { findingsOf, type Finding, type FindingFacts, type FindingText } from '../finding';
import { cellTexts } from './cell-texts';

const tables = {
  'column-unknown': {
    severity: 'WARNING',
    message: {
      de: '{cell}: Die Spalte „{text}“ gibt es bei {class} nicht; sie wurde nicht gelesen.',
      en: '{cell}: There is no column "{text}" in {class}; it was not read.',
    },
    remedy: {
      de: 'Die Überschrift der Vorlage nehmen („num-gateway template {class}“).',
      en: 'Take the head of the template ("num-gateway template {class}").',
    },
  },
  'column-misspelt': {
    severity: 'WARNING',
    message: {
      de: '{cell}: Die Spalte „{text}“ gibt es bei {class} nicht; sie wurde nicht gelesen. Gemeint ist vielleicht „{likely}“.',
      en: '{cell}: There is no column "{text}" in {class}; it was not read. Perhaps "{likely}" is meant.',
    },
    remedy: { de: 'Die Überschrift in „{likely}“ ändern.', en: 'Change the head to "{likely}".' },
  },
  'column-without-head': {
    severity: 'WARNING',
    message: {
      de: '{cell}: Über „{text}“ steht keine Überschrift; die Spalte wurde nicht gelesen.',
      en: '{cell}: No head stands above "{text}"; the column was not read.',
    },
    remedy: {
      de: 'Eine Überschrift der Vorlage darüber schreiben. In CSV: prüfen, ob ein Wert mit Trennzeichen in Anführungszeichen steht.',
      en: 'Write a head of the template above it. In CSV: check that a value with a separator stands in quotation marks.',
    },
  },
  'column-repeated': {
    severity: 'WARNING',
    message: {
      de: '{cell}: Die Spalte „{text}“ steht zweimal da; gelesen wurde die erste.',
      en: '{cell}: The column "{text}" stands there twice; the first one was read.',
    },
    remedy: { de: 'Eine der beiden löschen.', en: 'Delete one of them.' },
  },
  'sheet-hidden': {
    severity: 'INFO',
    message: {
      de: '{sheet}: Das Blatt ist ausgeblendet; es wurde nicht gelesen.',
      en: '{sheet}: The sheet is hidden; it was not read.',
    },
    remedy: {
      de: 'Nichts zu tun; wer es einlesen will, blendet es ein.',
      en: 'Nothing has to be done; unhide it to have it read.',
    },
  },
  'no-table-of-records': {
    severity: 'ERROR',
    message: {
      de: '{sheet}: Keine Überschrift ist die eines Feldes, das hier bekannt ist. Das ist keine ausgefüllte Vorlage.',
      en: '{sheet}: No head is that of a field that is known here. This is no template that was filled in.',
    },
    remedy: {
      de: 'Mit „num-gateway template Dataset“ eine Vorlage schreiben lassen und die Werte dorthin übertragen.',
      en: 'Have a template written by "num-gateway template Dataset", and move the values there.',
    },
  },
  'class-not-clear': {
    severity: 'ERROR',
    message: {
      de: '{sheet}: Es ist nicht klar, von welcher Klasse die Zeilen sind ({classes}).',
      en: '{sheet}: It is not clear of which class the rows are ({classes}).',
    },
    remedy: {
      de: 'Das Blatt oder die Datei nach der Klasse benennen, etwa „Dataset“, oder die erste Überschrift „[Dataset.slug]“.',
      en: 'Name the sheet or the file after the class, such as "Dataset", or the first head "[Dataset.slug]".',
    },
  },
  'sheet-left-out': {
    severity: 'INFO',
    message: {
      de: '{sheet}: Das Blatt gehört nicht zur Vorlage und wurde nicht gelesen.',
      en: '{sheet}: The sheet is none of the template and was not read.',
    },
    remedy: {
      de: 'Nichts zu tun, außer wenn Datensätze darin stehen: dann nach ihrer Klasse benennen.',
      en: 'Nothing has to be done, unless it has records: then name it after their class.',
    },
  },
  'no-rows': {
    severity: 'WARNING',
    message: {
      de: 'Keine Zeile ist ausgefüllt.',
      en: 'No row is filled in.',
    },
    remedy: {
      de: 'Unter der Überschrift je Datensatz eine Zeile ausfüllen.',
      en: 'Fill in one row for each record, below the head.',
    },
  },
  'quotes-broken': {
    severity: 'ERROR',
    message: {
      de: 'Ab Zeile {row} lässt sich die Tabelle nicht lesen: {reasonDe}.',
      en: 'From line {row} on the table cannot be read: {reasonEn}.',
    },
    remedy: {
      de: 'Anführungszeichen in Texten verdoppeln (""), und jedes öffnende schließen; Tabellenprogramme tun das beim Speichern.',
      en: 'Double quotation marks within texts (""), and close each one; spreadsheets do so when they save.',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type CellFindingId = keyof typeof cellTexts;

const texts: Readonly<Record<keyof typeof cellTexts | keyof typeof tables, FindingText>> = {
  ...cellTexts,
  ...tables,
};

const ofTables = findingsOf('mapping', texts);

/** A part of the source that could not be read: then nothing of it counts as vanished. */
const unread: ReadonlySet<string> = new Set(['no-table-of-records', 'class-not-clear', 'quotes-broken']);

export function tableFinding(id: keyof typeof texts, facts: FindingFacts): Finding {
  const finding = ofTables(id, facts);
  return unread.has(id) ? { ...finding, kind: 'fetch' } : finding;
}
