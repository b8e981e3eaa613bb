/** Tables as people fill them in: German dates and numbers, labels for codes, and all that spreadsheets do to cells. */
import { writeXlsx } from 'hucre/xlsx';
import type { Finding } from '../../../src/harvest/finding';
import { Mention } from '../../../src/harvest/harvested-record';
import { readBack } from './read-back';

const csv = (...lines: string[]) => lines.join('\r\n');
const read = (text: string | Uint8Array, name = 'table.csv') => readBack(text, `file:///srv/${name}`);
const told = (findings: readonly Finding[]) => findings.map(({ id, message }) => `${id}: ${message.en}`);
const repairs = (findings: readonly Finding[]) =>
  findings.map(({ id, before, after, place }) => [id, before, after, place.line]);

const head = 'Schlüssel [Dataset.slug];Name (Deutsch) [name.de];Art [kind]';

it('reads what a German spreadsheet writes, and says what it mended', async () => {
  const { records, findings } = await read(
    csv(
      `${head};Veröffentlicht [issuedOn];Zahl der Einträge [numberOfRecords];Zugangsrechte [accessRights];Sprachen [languages];[hasStructuredData]`,
      'sepsis;Sepsis-Kohorte;Kohorte;31.12.2024;1.234.567;öffentlich;Deutsch, Englisch;ja',
      'grippe;Grippe-Register;registry;12/2024;12 000;PUBLIC;DE;nein',
    ),
  );

  expect(records.map(({ type, data }) => ({ type, data }))).toEqual([
    {
      type: 'Dataset',
      data: {
        slug: 'sepsis',
        name: { de: 'Sepsis-Kohorte' },
        kind: 'COHORT',
        issuedOn: '2024-12-31',
        numberOfRecords: 1_234_567,
        accessRights: 'PUBLIC',
        languages: ['DE', 'EN'],
        hasStructuredData: true,
      },
    },
    {
      type: 'Dataset',
      data: {
        slug: 'grippe',
        name: { de: 'Grippe-Register' },
        kind: 'REGISTRY',
        issuedOn: '2024-12',
        numberOfRecords: 12_000,
        accessRights: 'PUBLIC',
        languages: ['DE'],
        hasStructuredData: false,
      },
    },
  ]);
  expect(repairs(findings)).toEqual([
    ['date-form', '31.12.2024', '2024-12-31', 2],
    ['number-form', '1.234.567', '1234567', 2],
    ['date-form', '12/2024', '2024-12', 3],
    ['number-form', '12 000', '12000', 3],
  ]);
});

it('does not decide what may mean several things', async () => {
  const { records, findings } = await read(
    csv(`${head};[issuedOn];[numberOfRecords]`, 'sepsis;Sepsis;Kohorte;03/04/2024;12.000'),
  );

  expect(records[0]?.data).toEqual({ slug: 'sepsis', name: { de: 'Sepsis' }, kind: 'COHORT' });
  expect(told(findings)).toEqual([
    'date-not-clear: D2: "03/04/2024" is no date, or may mean several days.',
    'number-not-clear: E2: "12.000" is no number here, or may mean several.',
  ]);
});

it.each([
  ['3.800,50', 3800.5],
  ['3800,5', 3800.5],
  ['1.234.567', 1_234_567],
  ['12 000', 12_000],
  ['3,800.50', 3800.5],
  ['3800.50', 3800.5],
  ['3.800', undefined],
  ['3,8000', undefined],
])('reads the amount %s as %s', async (written, amount) => {
  const { records } = await read(
    csv('slug;name.de;amount.amount;amount.currency', `a;A;${written};EUR`),
    'Project.csv',
  );

  // Without an amount, there is no currency either.
  expect(records[0]?.data.amount).toEqual(amount === undefined ? undefined : { amount, currency: 'EUR' });
});

it.each([
  ['commas', 'slug,name.de,kind', 'a,"Sepsis, schwere",COHORT'],
  ['tabs', 'slug\tname.de\tkind', 'a\tSepsis, schwere\tCOHORT'],
  ['a line that names the sign', 'sep=|\r\nslug|name.de|kind', 'a|Sepsis, schwere|COHORT'],
])('recognises %s between the columns', async (_, first, second) => {
  const { records, findings } = await read(csv(first, second), 'Dataset.csv');

  expect(findings).toEqual([]);
  expect(records[0]?.data).toEqual({ slug: 'a', name: { de: 'Sepsis, schwere' }, kind: 'COHORT' });
});

it('reads Windows-1252 and says so; a byte order mark does no harm', async () => {
  const text = csv('slug;name.de;kind', 'a;Überlebende;COHORT');
  const windows = await read(Buffer.from(text, 'latin1'), 'Dataset.csv');
  const marked = await read(`\uFEFF${text}`, 'Dataset.csv');

  for (const { records } of [windows, marked]) expect(records[0]?.data.name).toEqual({ de: 'Überlebende' });
  expect(windows.findings).toEqual([
    expect.objectContaining({ id: 'encoding-not-utf-8', before: 'Windows-1252' }) as unknown,
  ]);
});

it('tells what a row lacks, and with which slug it could come in', async () => {
  const { records, findings } = await read(
    csv(head, ';Überlebende einer Sepsis;Kohorte', 'b;;', 'c;C;Kohort', ';;', 'c;D;Kohorte', 'c;E;Kohorte'),
  );

  expect(records.map(({ broken = false }) => broken)).toEqual([true, true, true, false, true]);
  expect(told(findings)).toEqual([
    'slug-missing: A2: The row has no slug; it cannot come in like this.',
    'value-missing: B3: Name (name) is missing and needed; the row cannot come in like this.',
    'value-missing: C3: Kind (kind) is missing and needed; the row cannot come in like this.',
    'code-misspelt: C4: "Kohort" is not in the list. Perhaps "Kohorte" is meant.',
    'row-repeated: A7: c stands in row 6 already; this row cannot come in like this.',
  ]);
  expect(findings[0]?.remedy.de).toContain('ueberlebende-einer-sepsis');
});

it('names columns that nobody knows, and what was probably meant', async () => {
  const { records, findings } = await read(
    csv('[Dataset.slug];[name.de];[kind];[keyword];Bemerkung;[name.de];[name.xx]', 'a;A;Kohorte;x;y;z;q'),
  );

  expect(records[0]?.data).toEqual({ slug: 'a', name: { de: 'A' }, kind: 'COHORT' });
  expect(told(findings)).toEqual([
    'column-misspelt: D1: There is no column "[keyword]" in Dataset; it was not read. Perhaps "keywords" is meant.',
    'column-unknown: E1: There is no column "Bemerkung" in Dataset; it was not read.',
    'column-repeated: F1: The column "[name.de]" stands there twice; the first one was read.',
    'column-misspelt: G1: There is no column "[name.xx]" in Dataset; it was not read. Perhaps "name.de" is meant.',
  ]);
});

it('does not take the table of somebody else for one of ours because a column is called the same', async () => {
  const { records, findings } = await read(
    csv('Title;Keywords;License;Publisher;Theme', 'Beds;a;CC BY;RKI;Health'),
  );

  expect(records).toEqual([]);
  expect(findings.map(({ id }) => id)).toEqual(['no-table-of-records']);
});

it('takes references as keys, as addresses and as names', async () => {
  const rows = [
    'institutions/marburg;sepsis;Custodian',
    'https://ror.org/001w7jn25;datasets/sepsis;PUBLISHER',
    'Charité – Universitätsmedizin Berlin;datasets/sepsis;PUBLISHER',
  ];
  const { records, findings } = await read(csv('[Provision.agent];[offer];[role]', ...rows));

  expect(findings).toEqual([]);
  const [first, second, third] = records.map(({ data }) => data);
  expect(first).toMatchObject({ agent: 'institutions/marburg', role: 'CUSTODIAN' });
  // Of several classes, a slug alone does not tell which one.
  expect(first?.offer).toMatchObject({ names: [{ value: 'sepsis', language: null }] });
  expect(second).toMatchObject({ offer: 'datasets/sepsis' });
  expect(second?.agent).toMatchObject({
    iri: 'https://ror.org/001w7jn25',
    identifiers: [{ scheme: 'ROR', value: 'https://ror.org/001w7jn25' }],
  });
  expect(third?.agent).toBeInstanceOf(Mention);
  expect(third?.agent).toMatchObject({
    iri: null,
    names: [{ value: 'Charité – Universitätsmedizin Berlin', language: null }],
    classes: ['Infrastructure', 'Institution', 'Project', 'ExternalSource'],
  });
});

it('reads a workbook with all that spreadsheets do to it', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Datensätze',
        rows: [
          ['Stand: November', null],
          [
            'Schlüssel [Dataset.slug]',
            'Name [name.de]',
            'Art [kind]',
            'Webseite [homepage]',
            'Version [version]',
            '[issuedOn]',
          ],
          [
            'sepsis',
            null,
            'Kohorte',
            'hier',
            new Date('2025-02-01T00:00:00Z'),
            new Date('2024-12-31T00:00:00Z'),
          ],
          ['grippe', 'Grippe', 'Register', null, 1.5, 2024],
          [null, null, null, null, null, null],
          ['masern', '#N/A', 'Register', null, null, null],
          ['pest', null, 'Register', null, null, null],
        ],
        cells: new Map([
          ['2,1', { value: 'Sepsis', type: 'formula', formula: 'A3', formulaResult: 'Sepsis' }],
          ['2,3', { value: 'hier', type: 'string', hyperlink: { target: 'https://sepsis.example.org/' } }],
        ]),
        merges: [{ startRow: 5, endRow: 6, startCol: 1, endCol: 1 }],
      },
      {
        name: 'Bereitstellungen',
        rows: [
          ['[Provision.agent]', '[offer]', '[role]'],
          ['institutions/marburg', 'sepsis', 'verwahrt'],
        ],
      },
      { name: 'Notizen', rows: [['Anrufen']] },
      { name: 'Anleitung', rows: [['Vorlage']] },
    ],
  });

  const { records, findings } = await read(bytes, 'table.xlsx');

  expect(records.map(({ data, broken = false }) => ({ ...data, broken }))).toEqual([
    {
      slug: 'sepsis',
      name: { de: 'Sepsis' },
      kind: 'COHORT',
      homepage: 'https://sepsis.example.org/',
      issuedOn: '2024-12-31',
      broken: false,
    },
    {
      slug: 'grippe',
      name: { de: 'Grippe' },
      kind: 'REGISTRY',
      version: '1.5',
      issuedOn: '2024',
      broken: false,
    },
    { slug: 'masern', kind: 'REGISTRY', broken: true },
    { slug: 'pest', kind: 'REGISTRY', broken: true },
    // The same workbook has the dataset, so that its slug is enough.
    { agent: 'institutions/marburg', offer: 'datasets/sepsis', role: 'CUSTODIAN', broken: false },
  ]);
  expect(told(findings)).toEqual([
    'sheet-left-out: Notizen: The sheet is none of the template and was not read.',
    'formula: Datensätze!B3: This is a formula (=A3); its last result was read.',
    'link-instead-of-text: Datensätze!D3: It shows "hier"; where the link leads was read: https://sepsis.example.org/',
    'date-in-text: Datensätze!E3: A text belongs here, and the cell is a date (2025-02-01). Spreadsheets turn "1.2" into the first of February; the value was left out.',
    'cell-error: Datensätze!B6: The cell shows the error #N/A; the value was left out.',
    'cell-merged: Datensätze!B7: The cell is merged with B6, and empty: the value counts there only.',
    'value-missing: Datensätze!B7: Name (name) is missing and needed; the row cannot come in like this.',
  ]);
  expect(findings[1]?.place).toEqual({ document: 'file:///srv/table.xlsx', line: 3, column: 2 });
});

it('leaves out contact points that are individuals, and addresses of individuals at offices', async () => {
  const table = csv(
    '[Contact.slug];[name.de];[email]',
    'buero;Studienbüro;erika.mustermann@klinikum.example.org',
    'erika;Dr. Erika Mustermann;erika.mustermann@klinikum.example.org',
    'stelle;Datenstelle;daten@klinikum.example.org',
  );
  const { records, findings } = await readBack(table, 'file:///srv/table.csv', false);

  expect(records.map(({ data }) => data)).toEqual([
    { slug: 'buero', name: { de: 'Studienbüro' } },
    { slug: 'stelle', name: { de: 'Datenstelle' }, email: 'daten@klinikum.example.org' },
  ]);
  expect(findings.map(({ id }) => id)).toEqual(['persons-left-out', 'personal-address-left-out']);
  expect(JSON.stringify(findings)).not.toMatch(/erika|mustermann/i);
});

it.each([
  ['a table of something else', 'Menge;Preis\r\n1;2', 'x.csv', 'no-table-of-records'],
  ['an empty file', '', 'x.csv', 'unreadable-document'],
  ['a head that fits several classes', 'slug;name.de\r\na;A', 'x.csv', 'class-not-clear'],
  ['a head without rows', '[Dataset.slug];[name.de]', 'x.csv', 'no-rows'],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u0001\u0002', 'x.csv', 'unreadable-document'],
  ['half a workbook', 'PK\u0003\u0004 and no more', 'x.xlsx', 'unreadable-document'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'x.xls', 'unreadable-document'],
  [
    'a quotation mark that is not closed',
    '[Dataset.slug];[name.de];[kind]\r\na;A;COHORT\r\nb;"B;COHORT',
    'x.csv',
    'quotes-broken',
  ],
])('has a report for %s', async (_, content, name, id) => {
  const { findings } = await read(content, name);

  expect(findings.map((finding) => finding.id)).toContain(id);
  // What was not read is not gone.
  if (id !== 'no-rows')
    expect(findings.some(({ kind, severity }) => kind === 'fetch' && severity === 'ERROR')).toBe(true);
});

it('says of cells below no head, and beyond the last one, that they were not read', async () => {
  const { records, findings } = await read(
    csv(`${head};;[issuedOn]`, 'a;A;Kohorte;lost;2024;5', 'b;B;Register;more'),
  );

  expect(records).toHaveLength(2);
  expect(told(findings)).toEqual([
    'column-without-head: D2: No head stands above "lost"; the column was not read.',
    'column-without-head: F2: No head stands above "5"; the column was not read.',
  ]);
});

it('knows the class in the first head, also without brackets', async () => {
  const { records, findings } = await read(csv('Dataset.slug;name.de;kind', 'a;A;Kohorte'));

  expect(records.map(({ type, data }) => [type, data.slug])).toEqual([['Dataset', 'a']]);
  expect(findings).toEqual([]);
});

it('reads columns that bars divide', async () => {
  const { records, findings } = await read(
    csv(head, 'sepsis;Sepsis; West;Kohorte').replaceAll(';', '|').replace('| West', '; West'),
  );

  expect(records.map(({ data }) => data)).toEqual([
    { slug: 'sepsis', name: { de: 'Sepsis; West' }, kind: 'COHORT' },
  ]);
  expect(findings).toEqual([]);
});

it('says that an empty table is empty', async () => {
  for (const text of ['', '\r\n\r\n'])
    expect(told((await read(text)).findings)).toEqual([
      expect.stringMatching(/^unreadable-document: .*The document is empty/),
    ]);
});

it('says which sheets are hidden, and were not read', async () => {
  const rows = [head.split(';'), ['sepsis', 'Sepsis', 'Kohorte']];
  const sheets = [
    { name: 'Datensätze', rows },
    { name: 'Früher', rows, hidden: true },
    { name: 'Codelisten', rows, hidden: true },
  ];
  const { records, findings } = await read(await writeXlsx({ sheets }), 'table.xlsx');

  expect(records).toHaveLength(1);
  expect(told(findings)).toEqual(['sheet-hidden: Früher: The sheet is hidden; it was not read.']);
});
