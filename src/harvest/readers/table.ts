/** Reads tables that people have filled in: workbooks and CSV, as `num-gateway template` writes them. */
import type { Registry } from '../../resource/registry';
import type { SourceDocument } from '../document';
import type { Reader, ReadPart } from '../reader';
import { isRecord } from '../reader';
import { ContactsOfPersons } from '../tables/contacts-of-persons';
import { tableFinding } from '../tables/finding-texts';
import { readCsv } from '../tables/read-csv';
import { isWorkbook, readXlsx } from '../tables/read-xlsx';
import { recognised, type RecognisedSheet, type Unrecognised } from '../tables/recognised';
import { keysIn, recordsInRows } from '../tables/rows';
import { isForReading } from '../tables/sheet-names';
import type { ReadTables } from '../tables/sheet';
import { unreadable } from './unreadable';

export const tableReader: Reader = {
  async *read(documents, { registry, source }) {
    for await (const document of documents) {
      const persons = new ContactsOfPersons(source.persons, document.address);
      for await (const part of partsOfTables(document, registry))
        yield* isRecord(part) ? persons.spared(part) : [part];
      yield* persons.findings;
    }
  },
};

async function* partsOfTables(document: SourceDocument, registry: Registry): AsyncGenerator<ReadPart> {
  const { address, bytes, type } = document;
  try {
    const tables = isWorkbook(bytes) ? await readXlsx(bytes, address) : readCsv(bytes, type, address);
    yield* tables.findings;
    yield* partsOf(tables, document, registry);
  } catch (error) {
    yield unreadable(document, error);
  }
}

function* partsOf({ sheets }: ReadTables, document: SourceDocument, registry: Registry): Generator<ReadPart> {
  const place = { document: document.address, line: null, column: null };
  const fileName = decodeURIComponent(/([^/#]*?)(?:\.[a-z]+)?$/i.exec(document.address)?.[1] ?? '');
  const all = sheets
    .filter(({ name, rows }) => rows.length > 0 && !isForReading(name))
    .map((sheet) => recognised(sheet, registry, { fileName, document: document.address }));
  const known = all.filter((each): each is RecognisedSheet => 'columns' in each);
  const unknown = all.filter((each): each is Unrecognised => !('columns' in each));
  const sheetName = ({ sheet }: Unrecognised) => sheet.name ?? fileName;
  for (const each of unknown) {
    const words = { sheet: sheetName(each), classes: each.classes.map(({ type }) => type).join(', ') };
    const isBeside = known.length > 0 && each.classes.length === 0;
    if (each.classes.length > 0) yield tableFinding('class-not-clear', { place, words });
    else yield tableFinding(isBeside ? 'sheet-left-out' : 'no-table-of-records', { place, words });
  }
  if (all.length === 0) yield tableFinding('no-table-of-records', { place, words: { sheet: fileName } });
  const keys = new Set(known.flatMap(keysIn));
  let records = 0;
  for (const sheet of known) {
    yield* sheet.findings;
    for (const part of recordsInRows(sheet, { registry, document, hasHere: (key) => keys.has(key) })) {
      if (isRecord(part)) records += 1;
      yield part;
    }
  }
  if (known.length > 0 && records === 0) yield tableFinding('no-rows', { place });
}
