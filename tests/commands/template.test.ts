/** From an empty template to linked records, as a steward does it with a spreadsheet. */
import { readXlsx, saveXlsx, openXlsx } from 'hucre/xlsx';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { behind, filesFolder } from '../helpers/databases';
import { run } from '../helpers/gateway-process';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(180_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(filesFolder(), 'template-'));
});

/** Fills in cells of a sheet below its head, by the names of the columns. */
async function fillIn(
  file: string,
  sheetName: string,
  ...records: Record<string, string | Date>[]
): Promise<void> {
  const workbook = await openXlsx(await readFile(file));
  const sheet = workbook.sheets.find(({ name }) => name === sheetName);
  const heads = sheet?.rows[0]?.map(String) ?? [];
  for (const record of records) {
    const row = heads.map((head) => {
      const [name = ''] = Object.keys(record).filter((each) =>
        new RegExp(`\\[(\\w+\\.)?${each}\\]$`).test(head),
      );
      return record[name] ?? null;
    });
    expect(row.filter((value) => value !== null)).toHaveLength(Object.keys(record).length);
    sheet?.rows.push(row);
  }
  await writeFile(file, await saveXlsx(workbook));
}

it('has drop-downs for codes and for records of the same workbook, and explains each column', async () => {
  const file = join(folder, 'vorlage.xlsx');
  const { code, stderr } = await run(['template', 'Dataset', '--lang', 'de', '--out', file]);

  expect([code, stderr]).toEqual([0, expect.stringContaining('vorlage.xlsx is written')]);
  const { sheets } = await readXlsx(await readFile(file));
  expect(sheets.map(({ name }) => name)).toEqual([
    'Datensätze',
    'Datentabellen',
    'Variablen',
    'Zugangswege',
    'Bereitstellungen',
    'Standard-Nutzungen',
    'Anleitung',
    'Codelisten',
  ]);
  const [datasets, , , , provisions, , about] = sheets;
  const heads = datasets?.rows[0] ?? [];
  expect(heads.slice(0, 4)).toEqual([
    'Schlüssel * [Dataset.slug]',
    'Name (Deutsch) [name.de]',
    'Name (Englisch) [name.en]',
    'Art * [kind]',
  ]);
  expect(datasets?.dataValidations).toContainEqual(
    expect.objectContaining({
      type: 'list',
      range: 'D2:D2000',
      formula1: expect.stringMatching(/^'?Codelisten'?!\$A\$3:\$A\$12$/) as string,
    }),
  );
  expect(datasets?.cells?.get('0,0')?.comment?.text).toContain('Lesbarer Schlüssel');
  expect(provisions?.rows[0]?.[1]).toContain('[offer]');
  expect(provisions?.dataValidations).toContainEqual(
    expect.objectContaining({ range: 'B2:B2000', formula1: `'Datensätze'!$A$2:$A$2000` }),
  );
  const explained = new Set(about?.rows.map(([, head]) => head));
  for (const head of heads) expect(explained).toContain(head);
  const meanings = about?.rows.map(([, , meaning]) => String(meaning)) ?? [];
  expect(
    meanings.filter((text) => /\b(?:the|which|whose|where|what|who)\b/i.test(text.replace('on the Web', ''))),
  ).toEqual([]);
});

it('is filled in, checked, tried and brought in, and changes nothing a second time', async () => {
  const database = await seededDatabase('sqlite');
  const file = join(folder, 'sepsis.xlsx');
  await writeFile(
    join(folder, 'sources.yaml'),
    'sources:\n  - name: sepsis\n    title: The sepsis table\n    kind: TABLE\n    file: sepsis.xlsx\n',
  );
  const env = { DATABASE_URL: database.url, SOURCES_FILE: join(folder, 'sources.yaml') };
  await run(['template', 'dataset', '--out', file]);
  await fillIn(file, 'Datasets', {
    slug: 'sepsis-table',
    'name.en': 'Sepsis cohort',
    'name.de': 'Sepsis-Kohorte',
    kind: 'Cohort',
    keywords: 'sepsis; intensive care',
    issuedOn: new Date('2024-12-31T00:00:00Z'),
  });
  // Two ways of getting it may have the same name.
  await fillIn(
    file,
    'Distributions',
    { slug: 'sepsis-csv', 'name.en': 'Sepsis', dataset: 'sepsis-table', kind: 'File' },
    { slug: 'sepsis-api', 'name.en': 'Sepsis', dataset: 'sepsis-table', kind: 'API' },
  );
  await fillIn(file, 'Provisions', {
    agent: 'Charité – Universitätsmedizin Berlin',
    offer: 'sepsis-table',
    role: 'Publisher',
  });

  const checked = await run(['check', file]);
  expect(checked.stderr).toBe('');
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('XLSX, 4 records')]);

  const tried = await run(['harvest', '--dry-run'], { env });
  expect(tried.stderr).toBe('');
  expect(tried.stdout).toContain('+ datasets/sepsis-table');
  expect(tried.stdout).toContain('+ provisions/institutions/berlin/datasets/sepsis-table/publisher');

  const first = await run(['harvest', '--format', 'json'], { env });
  const [report] = JSON.parse(first.stdout) as { outcome: string; counts: Record<string, number> }[];
  // The dataset, two distributions, the provision, and the source itself.
  expect(report).toMatchObject({ outcome: 'COMPLETE', counts: { created: 5, refused: 0 } });
  const names = await behind(database, (source) =>
    source.query<{ slug: string }[]>(
      `SELECT slug FROM distribution WHERE slug LIKE 'sepsis-%' ORDER BY slug`,
    ),
  );
  expect(names.map(({ slug }) => slug)).toEqual(['sepsis-api', 'sepsis-csv']);

  const second = await run(['harvest', '--all', '--format', 'json'], { env });
  expect((JSON.parse(second.stdout) as unknown[])[0]).toMatchObject({
    outcome: 'COMPLETE',
    counts: { created: 0, updated: 0, withdrawn: 0 },
  });
  await database.drop();
});

it('refuses to overwrite, unknown classes and other endings, and says what to do', async () => {
  const file = join(folder, 'x.csv');
  await run(['template', 'Dataset', '--out', file]);

  const again = await run(['template', 'Dataset', '--out', file]);
  const forced = await run(['template', 'Dataset', '--out', file, '--force']);
  const misspelt = await run(['template', 'Datset']);
  const ending = await run(['template', 'Dataset', '--out', join(folder, 'x.ods')]);
  const several = await run(['template', 'Dataset', 'Contact', '--out', join(folder, 'y.csv')]);
  const nowhere = await run(['template', 'Dataset', '--out', join(folder, 'no', 'x.csv')]);

  expect([again.code, forced.code]).toEqual([1, 0]);
  expect(again.stderr).toMatch(/is there already.*--force/);
  expect(misspelt.stderr).toMatch(/no class "Datset".*Dataset is meant/);
  expect(ending.stderr).toMatch(/has to end in \.xlsx or \.csv/);
  expect(several.stderr).toMatch(/one class/);
  expect(nowhere.stderr).toMatch(/cannot be written/);
  for (const { code, stderr } of [misspelt, ending, several, nowhere]) {
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
});

it('checks a table with the report of other documents', async () => {
  const file = join(folder, 'table.csv');
  await writeFile(file, '[Dataset.slug];[name.en];[kind];[issuedOn]\r\nsepsis;Sepsis;Cohrt;31.12.2024\r\n');

  const json = await run(['check', file, '--format', 'json']);
  const sarif = await run(['check', file, '--format', 'sarif']);
  const german = await run(['check', file, '--lang', 'de']);
  const fixed = await run(['check', file, '--fixed', join(folder, 'x.ttl')]);

  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({
    format: 'CSV',
    records: 1,
    errors: 1,
    mended: 1,
    findings: [
      { id: 'code-misspelt', line: 2, severity: 'ERROR' },
      { id: 'date-form', line: 2, before: '31.12.2024', after: '2024-12-31' },
    ],
  });
  expect(JSON.parse(sarif.stdout)).toMatchObject({ runs: [{ results: [{ ruleId: 'code-misspelt' }, {}] }] });
  expect(german.stdout).toContain('C2: „Cohrt“ steht nicht in der Liste.');
  expect([fixed.code, fixed.stderr]).toEqual([2, expect.stringContaining('--fixed is for RDF')]);
});
