/** Makes records of the rows of a sheet, and tells of each cell what is wrong there. */
import { recordKey } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import { takesInGerman } from '../../resource/written/takes-in-german';
import type { SourceDocument } from '../document';
import type { Finding } from '../finding';
import { Mention, type HarvestedRecord, type PartOfRecord, type Place } from '../harvested-record';
import { slugOfTitle } from '../reconcile/slugs';
import type { ReadPart } from '../reader';
import type { Column, TableField } from './column';
import { tableFinding } from './finding-texts';
import { textOf, understoodCell } from './read-cell';
import { cellName, type RecognisedSheet } from './recognised';
import { referenceIn } from './references';
import { fieldValue, type CellOfRow } from './row-data';
import type { ReadRow } from './sheet';

/** What is referred to, in words. */
const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const wordOf = (value: unknown): string => {
  if (value instanceof Mention) return value.iri ?? value.names[0]?.value ?? '';
  return typeof value === 'string' ? value : '';
};

interface RowsParts {
  readonly registry: Registry;
  readonly document: SourceDocument;
  readonly hasHere: (key: string) => boolean;
}

/** The keys of the records that a sheet has. */
export function keysIn({ columns, rows, description }: RecognisedSheet): string[] {
  const place = columns.findIndex((column) => column?.path[0] === 'slug');
  return place < 0
    ? []
    : rows.map(({ cells }) => recordKey(description, textOf(cells[place]?.value ?? null)));
}

export function* recordsInRows(sheet: RecognisedSheet, parts: RowsParts): Generator<ReadPart> {
  const known = new Map<string, number>();
  for (const row of sheet.rows) {
    if (row.cells.every(({ value, formula }) => textOf(value) === '' && formula === undefined)) continue;
    const { record, findings } = new RowReading(sheet, row, { ...parts, known }).read();
    yield* findings;
    yield record;
  }
}

class RowReading {
  private readonly findings: Finding[] = [];
  private broken = false;

  constructor(
    private readonly of: RecognisedSheet,
    private readonly row: ReadRow,
    private readonly parts: RowsParts & {
      /** The numbers of the rows before it by what they are of. */
      readonly known: Map<string, number>;
    },
  ) {}

  read(): { record: HarvestedRecord; findings: readonly Finding[] } {
    const { description, fields } = this.of;
    const cells = this.cells();
    const data: Record<string, unknown> = {};
    for (const field of fields) {
      const own = cells.filter(({ path }) => path[0] === field.name);
      const { value, misfits } = fieldValue(field, own);
      for (const { path, value: wrong, takes } of misfits)
        this.say('value-refused', path, {
          text: shownValue(wrong),
          fieldDe: field.label.de,
          fieldEn: field.label.en,
          takesDe: takesInGerman(takes),
          takesEn: takes,
        });
      if (value !== undefined) data[field.name] = value;
    }
    for (const field of fields) if (field.required && data[field.name] === undefined) this.miss(field, data);
    if (!this.broken) this.refuseRepeated(data);
    const record: HarvestedRecord = {
      type: description.type,
      iri: null,
      knownAs: [],
      data,
      at: (part) => this.placeOf(this.columnOf(part)),
      document: this.parts.document,
      concluded: {},
      beside: false,
      ...(this.broken && { broken: true }),
    };
    return { record, findings: this.findings };
  }

  /** What stands in the cells, as far as it is understood. */
  private cells(): CellOfRow[] {
    const { columns, sheet } = this.of;
    return columns.flatMap((column, index) => {
      const cell = this.row.cells[index];
      if (!column || !cell) return [];
      const first = sheet.merged.get(`${this.row.number},${index + 1}`);
      if (first !== undefined && textOf(cell.value) === '') this.say('cell-merged', column.path, { first });
      const { value, notes } = understoodCell(cell, column);
      for (const { id, words, ...change } of notes) this.say(id, column.path, words, change);
      if (value === undefined) return [];
      return [
        {
          path: column.path,
          value:
            column.form === 'reference'
              ? this.reference(column, typeof value === 'string' ? value : '')
              : value,
        },
      ];
    });
  }

  private reference({ field, path }: Column, text: string) {
    const { registry, hasHere } = this.parts;
    return referenceIn(text, {
      classes: field.classes,
      registry,
      hasHere,
      at: this.placeOf(this.indexOf(path)),
    });
  }

  /** A value that was there and did not fit is told already. */
  private miss(field: TableField, data: Readonly<Record<string, unknown>>): void {
    this.broken = true;
    const index = this.indexOf([field.name]);
    if (this.findings.some(({ severity, property }) => severity === 'ERROR' && property === field.name))
      return;
    if (field.name !== 'slug') {
      this.say(
        'value-missing',
        [field.name],
        {
          fieldDe: `${field.label.de} (${field.name})`,
          fieldEn: `${field.label.en} (${field.name})`,
          aboutDe: field.about.de,
          aboutEn: field.about.en,
        },
        {},
        index,
      );
      return;
    }
    const { en, de, ...others } = (data.name ?? {}) as Record<string, string>;
    const name = en ?? de ?? Object.values(others)[0] ?? '';
    this.say('slug-missing', ['slug'], { slug: slugOfTitle(name) || 'sepsis-cohort-2026' }, {}, index);
  }

  /** A slug stands once in a sheet; a link, once for each role. */
  private refuseRepeated(data: Readonly<Record<string, unknown>>): void {
    const { description, fields } = this.of;
    const names =
      description.kind === 'link' ? [...description.ends.map(({ name }) => name), 'role'] : ['slug'];
    const shown = names.flatMap((name) => (data[name] === undefined ? [] : [wordOf(data[name])]));
    const key = shown.join(' – ');
    const first = this.parts.known.get(key);
    if (first === undefined) this.parts.known.set(key, this.row.number);
    else {
      this.broken = true;
      this.say('row-repeated', [fields[0]?.name ?? ''], { key, first: String(first) });
    }
  }

  private say(
    id: Parameters<typeof tableFinding>[0],
    path: readonly string[],
    words: Readonly<Record<string, string>> = {},
    change: { before?: string; after?: string } = {},
    index = this.indexOf(path),
  ): void {
    const { sheet } = this.of;
    const cell = cellName(sheet.name, index + 1, this.row.number);
    this.findings.push(
      tableFinding(id, {
        place: this.placeOf(index),
        property: path[0] ?? null,
        words: { cell, ...words },
        ...change,
      }),
    );
  }

  private placeOf(index: number): Place {
    const { document } = this.parts;
    const isCsv = this.of.sheet.name === null;
    return { document: document.address, line: this.row.line, column: isCsv ? null : index + 1 };
  }

  private columnOf(part: PartOfRecord): number {
    return this.indexOf(part.map((step) => (typeof step === 'number' ? String(step + 1) : step)));
  }

  /** The column of a part of the record, or of the whole to which it belongs; else the first one. */
  private indexOf(path: readonly string[]): number {
    const { columns } = this.of;
    for (let length = path.length; length > 0; length -= 1) {
      const index = columns.findIndex(
        (column) => column && path.slice(0, length).every((step, at) => column.path[at] === step),
      );
      if (index >= 0) return index;
    }
    return 0;
  }
}
