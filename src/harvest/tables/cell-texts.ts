/** What is said of cells, with sheet, row and column. */
import type { FindingText } from '../finding';

export const cellTexts = {
  'date-form': {
    severity: 'INFO',
    message: {
      de: '{cell}: Das Datum „{before}“ wurde als {after} gelesen.',
      en: '{cell}: The date "{before}" was read as {after}.',
    },
    remedy: {
      de: 'Nichts zu tun; sicher ist die Form {after}.',
      en: 'Nothing has to be done; {after} is the safe form.',
    },
  },
  'date-not-clear': {
    severity: 'ERROR',
    message: {
      de: '{cell}: „{text}“ ist kein Datum, oder kann mehrere Tage bedeuten.',
      en: '{cell}: "{text}" is no date, or may mean several days.',
    },
    remedy: {
      de: 'So schreiben: 2024-12-31, 2024-12 oder 2024.',
      en: 'Write it as 2024-12-31, 2024-12 or 2024.',
    },
  },
  'day-wanted': {
    severity: 'ERROR',
    message: { de: '{cell}: „{text}“ ist kein ganzes Datum.', en: '{cell}: "{text}" is no whole date.' },
    remedy: { de: 'Den Tag angeben, etwa 2024-12-31.', en: 'State the day, such as 2024-12-31.' },
  },
  'date-in-text': {
    severity: 'WARNING',
    message: {
      de: '{cell}: Hier gehört ein Text hin, und die Zelle ist ein Datum ({date}). Tabellenprogramme machen so aus „1.2“ den 1. Februar; der Wert wurde ausgelassen.',
      en: '{cell}: A text belongs here, and the cell is a date ({date}). Spreadsheets turn "1.2" into the first of February; the value was left out.',
    },
    remedy: {
      de: 'Die Zelle als Text formatieren und den Wert neu schreiben.',
      en: 'Format the cell as text and write the value anew.',
    },
  },
  'number-form': {
    severity: 'INFO',
    message: {
      de: '{cell}: Die Zahl „{before}“ wurde als {after} gelesen.',
      en: '{cell}: The number "{before}" was read as {after}.',
    },
    remedy: {
      de: 'Nichts zu tun; sicher ist die Form {after}.',
      en: 'Nothing has to be done; {after} is the safe form.',
    },
  },
  'number-not-clear': {
    severity: 'ERROR',
    message: {
      de: '{cell}: „{text}“ ist hier keine Zahl, oder kann mehrere bedeuten.',
      en: '{cell}: "{text}" is no number here, or may mean several.',
    },
    remedy: {
      de: 'Nur Ziffern schreiben, ohne Trennzeichen für Tausender und ohne Einheit.',
      en: 'Write digits only, without separators of thousands and without a unit.',
    },
  },
  'flag-not-clear': {
    severity: 'ERROR',
    message: {
      de: '{cell}: „{text}“ ist weder ja noch nein.',
      en: '{cell}: "{text}" is neither yes nor no.',
    },
    remedy: {
      de: '„ja“ oder „nein“ schreiben, oder die Zelle leer lassen.',
      en: 'Write "yes" or "no", or leave the cell empty.',
    },
  },
  'code-misspelt': {
    severity: 'ERROR',
    message: {
      de: '{cell}: „{text}“ steht nicht in der Liste. Gemeint ist vielleicht „{likely}“.',
      en: '{cell}: "{text}" is not in the list. Perhaps "{likely}" is meant.',
    },
    remedy: { de: 'Aus der Liste wählen.', en: 'Choose from the list.' },
  },
  'code-unknown': {
    severity: 'ERROR',
    message: {
      de: '{cell}: „{text}“ steht nicht in der Liste: {some}',
      en: '{cell}: "{text}" is not in the list: {some}',
    },
    remedy: {
      de: 'Aus der Liste wählen; das Blatt der Codelisten zeigt alle.',
      en: 'Choose from the list; the sheet of code lists shows all.',
    },
  },
  'cell-error': {
    severity: 'ERROR',
    message: {
      de: '{cell}: Die Zelle zeigt den Fehler {text}; der Wert wurde ausgelassen.',
      en: '{cell}: The cell shows the error {text}; the value was left out.',
    },
    remedy: { de: 'Die Formel berichtigen.', en: 'Mend the formula.' },
  },
  formula: {
    severity: 'INFO',
    message: {
      de: '{cell}: Hier steht eine Formel (={formula}); ihr letztes Ergebnis wurde gelesen.',
      en: '{cell}: This is a formula (={formula}); its last result was read.',
    },
    remedy: {
      de: 'Den Wert statt der Formel einsetzen, damit er nicht von anderen Zellen abhängt.',
      en: 'Paste the value in place of the formula, so that it does not depend on other cells.',
    },
  },
  'formula-without-result': {
    severity: 'WARNING',
    message: {
      de: '{cell}: Die Formel ={formula} hat kein gespeichertes Ergebnis; der Wert wurde ausgelassen.',
      en: '{cell}: The formula ={formula} has no stored result; the value was left out.',
    },
    remedy: {
      de: 'Die Datei im Tabellenprogramm öffnen und speichern, oder den Wert einsetzen.',
      en: 'Open and save the file in the spreadsheet, or paste the value.',
    },
  },
  'link-instead-of-text': {
    severity: 'INFO',
    message: {
      de: '{cell}: Gezeigt wird „{before}“; gelesen wurde, wohin der Link führt: {after}',
      en: '{cell}: It shows "{before}"; where the link leads was read: {after}',
    },
    remedy: { de: 'Nichts zu tun.', en: 'Nothing has to be done.' },
  },
  'cell-merged': {
    severity: 'WARNING',
    message: {
      de: '{cell}: Die Zelle ist mit {first} verbunden, und leer: Der Wert zählt nur dort.',
      en: '{cell}: The cell is merged with {first}, and empty: the value counts there only.',
    },
    remedy: {
      de: 'Die Verbindung aufheben und den Wert in jede Zeile schreiben, für die er gilt.',
      en: 'Unmerge the cells and write the value into each row for which it holds.',
    },
  },
  'value-refused': {
    severity: 'ERROR',
    message: {
      de: '{cell}: „{text}“ passt nicht zu {fieldDe}. Erwartet: {takesDe}.',
      en: '{cell}: "{text}" does not fit {fieldEn}. It takes {takesEn}.',
    },
    remedy: { de: 'Den Wert berichtigen.', en: 'Correct the value.' },
  },
  'value-missing': {
    severity: 'ERROR',
    message: {
      de: '{cell}: {fieldDe} fehlt und wird gebraucht; die Zeile kommt so nicht herein.',
      en: '{cell}: {fieldEn} is missing and needed; the row cannot come in like this.',
    },
    remedy: { de: 'Den Wert eintragen: {aboutDe}', en: 'Fill it in: {aboutEn}' },
  },
  'row-repeated': {
    severity: 'ERROR',
    message: {
      de: '{cell}: {key} steht schon in Zeile {first}; diese Zeile kommt so nicht herein.',
      en: '{cell}: {key} stands in row {first} already; this row cannot come in like this.',
    },
    remedy: {
      de: 'Die Zeilen zusammenführen, oder einer einen anderen Schlüssel geben.',
      en: 'Merge the rows, or give one of them another slug.',
    },
  },
  'slug-missing': {
    severity: 'ERROR',
    message: {
      de: '{cell}: Die Zeile hat keinen Schlüssel; sie kommt so nicht herein.',
      en: '{cell}: The row has no slug; it cannot come in like this.',
    },
    remedy: {
      de: 'Einen Schlüssel eintragen, der bleibt, auch wenn sich der Name ändert, etwa: {slug}',
      en: 'Fill in a slug that stays even if the name changes, such as: {slug}',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;
