/** Whatever stands in the cells, the file of a table gives it back; no spreadsheet takes a cell for a formula. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import type { Cell } from '../../../src/http/tables/cells';
import { csv } from '../../../src/http/tables/csv';
import { xlsx } from '../../../src/http/tables/xlsx';
import { runs } from '../../helpers/property-runs';

const awkward = [
  '',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\0',
  '\u0007',
  '\uFEFF',
  '\uFFFE',
  '\u2028',
  '=1+1',
  '+49 6421 1',
  '-1',
  '-1+1',
  '@SUM(A1)',
  '＝1',
  "'",
  '_x0041_',
  '_x005F_x0041_',
  '🧬',
  'é',
];
const text = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...awkward)).map((parts) => parts.join('')),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );

/** The documented guard: an apostrophe before what would be a formula. */
const guarded = (value: Cell): string =>
  typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(value) && !isNegativeNumber(value)
    ? `'${value}`
    : String(value ?? '');
const isNegativeNumber = (value: string): boolean =>
  /^-\d/.test(value) && !Number.isNaN(Number(value)) && !/\s/.test(value);

describe('a CSV file', () => {
  it('gives back every cell, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read: string[][] = parse(csv(rows), { record_delimiter: '\r\n' });

        expect(read).toEqual(rows.map((row) => row.map(guarded)));
      }),
    );
  });

  it('tells an empty text from a value that nobody states, and has no empty line', () => {
    expect(csv([['', null, 'x']])).toBe('"",,x\r\n');
    expect(csv([[null]])).toBe('""\r\n');
  });

  it('leaves negative numbers alone', () => {
    expect(csv([[-5, -0.5, '-5', '-1.5e-7', '-5+2', '- 5']])).toBe("-5,-0.5,-5,-1.5e-7,'-5+2,'- 5\r\n");
  });
});

describe('a workbook', () => {
  async function written(header: string[], rows: Cell[][]) {
    async function* each() {
      yield* rows;
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsx([{ name: 'Table', header, rows: each() }])) pieces.push(piece);
    const { sheets } = await readXlsx(Buffer.concat(pieces));
    return sheets[0]?.rows ?? [];
  }

  it('gives back every cell', async () => {
    const storable = fc.oneof(
      text.filter((value) => value !== ''),
      fc.boolean(),
      fc.integer(),
    );
    const filled = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(storable, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(filled, async (rows) => {
        const header = (rows[0] ?? []).map((_, index) => `c${index}`);

        expect(await written(header, rows)).toEqual([header, ...rows]);
      }),
      { numRuns: runs(50) },
    );
  });

  it('is XML that any reader takes, whatever the texts hold', async () => {
    const [, ...rows] = await written(['c'], [['\uFFFE'], ['\uFFFF'], ['\0']]);

    expect(rows).toEqual([['\uFFFE'], ['\uFFFF'], ['\0']]);
  });

  it('cuts a text at what Excel takes, and shows that it did', async () => {
    const [, [cut] = []] = await written(['c'], [['x'.repeat(40_000)]]);

    expect(String(cut)).toHaveLength(32_767);
    expect(String(cut)).toMatch(/x…$/);
  });
});
