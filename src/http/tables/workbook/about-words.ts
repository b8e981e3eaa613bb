/** The words of the sheet that says what a workbook is. */
import type { LanguageTag } from '../../../resource/text';

interface AboutWords {
  readonly about: string;
  readonly what: string;
  readonly value: string;
  readonly operation: string;
  readonly query: string;
  readonly variables: string;
  readonly language: string;
  readonly dataVersion: string;
  readonly changedAt: string;
  readonly madeAt: string;
  readonly address: string;
  readonly sheet: string;
  readonly source: string;
  readonly publisher: string;
  readonly licence: string;
  readonly licenceOfSources: string;
  readonly complete: string;
  readonly truncated: string;
  readonly noRecord: string;
  readonly truncatedOf: (total: number) => string;
  readonly recordsOf: (total: number) => string;
  readonly moreSources: (more: number) => string;
}

export const aboutWords: Readonly<Record<LanguageTag, AboutWords>> = {
  en: {
    about: 'About',
    what: 'What',
    value: 'Value',
    operation: 'Operation',
    query: 'Query',
    variables: 'Variables',
    language: 'Language',
    dataVersion: 'Version of the data',
    changedAt: 'Data last changed',
    madeAt: 'Workbook made',
    address: 'Address',
    sheet: 'Sheet',
    source: 'Source',
    publisher: 'Publisher',
    licence: 'Licence',
    licenceOfSources:
      'Each source keeps its own licence; an empty field says that the catalogue knows of none. The sources are those of the whole catalogue.',
    complete: 'The whole list, as the query asks for it.',
    truncated: 'The beginning of a longer list.',
    noRecord: 'Nothing: there is no record that could have this list.',
    truncatedOf: (total) => `The beginning of a list of ${total} records.`,
    recordsOf: (total) => `From a list of ${total} records.`,
    moreSources: (more) => `and ${more} more: ask for "sources".`,
  },
  de: {
    about: 'Über diese Mappe',
    what: 'Was',
    value: 'Wert',
    operation: 'Operation',
    query: 'Abfrage',
    variables: 'Variablen',
    language: 'Sprache',
    dataVersion: 'Version der Daten',
    changedAt: 'Daten zuletzt geändert',
    madeAt: 'Mappe erstellt',
    address: 'Adresse',
    sheet: 'Blatt',
    source: 'Quelle',
    publisher: 'Herausgeber',
    licence: 'Lizenz',
    licenceOfSources:
      'Jede Quelle behält ihre eigene Lizenz; ein leeres Feld heißt, dass der Katalog keine kennt. Die Quellen sind die des ganzen Katalogs.',
    complete: 'Die ganze Liste, wie die Abfrage sie verlangt.',
    truncated: 'Der Anfang einer längeren Liste.',
    noRecord: 'Nichts: Es gibt keinen Datensatz, der diese Liste haben könnte.',
    truncatedOf: (total) => `Der Anfang einer Liste von ${total} Datensätzen.`,
    recordsOf: (total) => `Aus einer Liste von ${total} Datensätzen.`,
    moreSources: (more) => `und ${more} weitere: zu erfragen mit „sources“.`,
  },
};
