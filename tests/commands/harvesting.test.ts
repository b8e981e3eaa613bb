/** `num-gateway harvest` as a steward uses it: from a Turtle file to linked records. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { behind, filesFolder } from '../helpers/databases';
import { run } from '../helpers/gateway-process';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(180_000);

const turtle = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://north.example.org/sepsis> a dcat:Dataset ;
  dct:title "Sepsis cohort"@en ;
  dct:description "Patients with sepsis in intensive care."@en ;
  dct:publisher [ a foaf:Agent ; foaf:name "Charité – Universitätsmedizin Berlin" ] ;
  dcat:distribution <https://north.example.org/sepsis/csv> .
<https://north.example.org/sepsis/csv> a dcat:Distribution ;
  dct:title "Sepsis as CSV"@en ;
  dcat:accessURL <https://north.example.org/sepsis.csv> .
`;

const sources = `sources:
  - name: north
    title: The catalogue of the north
    kind: DCAT
    file: north.ttl
`;

describe('num-gateway harvest', () => {
  let database: Awaited<ReturnType<typeof seededDatabase>>;
  let folder: string;
  let env: Record<string, string>;

  beforeEach(async () => {
    database = await seededDatabase('sqlite');
    folder = await mkdtemp(join(filesFolder(), 'sources-'));
    await writeFile(join(folder, 'north.ttl'), turtle);
    await writeFile(join(folder, 'sources.yaml'), sources);
    env = { DATABASE_URL: database.url, SOURCES_FILE: join(folder, 'sources.yaml') };
  });
  afterEach(() => database.drop());

  const count = (rows: string) =>
    behind(database, async (source) => {
      const [row] = await source.query<{ total: string }[]>(`SELECT count(*) AS total FROM ${rows}`);
      return Number(row?.total);
    });

  it('tells what would come in, brings it in, and changes nothing a second time', async () => {
    const tried = await run(['harvest', '--dry-run'], { env });
    expect(tried.stderr).toBe('');
    expect(tried.stdout).toContain('would be new');
    expect(tried.stdout).toContain('Nothing was written');
    expect(await count(`dataset WHERE slug LIKE '%sepsis%'`)).toBe(0);

    const first = await run(['harvest', 'north'], { env });
    expect(first.stderr).toBe('');
    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('north: complete')]);
    expect(await count(`distribution WHERE slug LIKE '%sepsis%'`)).toBe(1);
    expect(
      await count(`provision WHERE source_id = 'institutions/berlin' AND target_id LIKE '%sepsis%'`),
    ).toBe(1);

    expect(await count(`evidence WHERE document = 'file:north.ttl'`)).toBeGreaterThan(5);
    expect(await count(`evidence WHERE document LIKE 'file:/%'`)).toBe(0);
    expect(await count(`harvest WHERE findings LIKE '%${folder}%'`)).toBe(0);

    const second = await run(['harvest', '--all', '--format', 'json'], { env });
    const [report] = JSON.parse(second.stdout) as { counts: Record<string, number>; outcome: string }[];
    expect(report).toMatchObject({ outcome: 'COMPLETE', counts: { created: 0, updated: 0, withdrawn: 0 } });
    const third = await run(['harvest'], { env });
    expect(third.stdout).toContain('north: unchanged');
  });

  it('shows a change field by field, and what is gone', async () => {
    await run(['harvest'], { env });
    const text = await readFile(join(folder, 'north.ttl'), 'utf8');
    await writeFile(join(folder, 'north.ttl'), text.replace('Sepsis as CSV', 'Sepsis as a table'));

    const changed = await run(['harvest'], { env });
    expect(changed.stdout).toContain('{"en":"Sepsis as CSV"} → {"en":"Sepsis as a table"}');

    await writeFile(join(folder, 'north.ttl'), '# nothing left\n');
    const gone = await run(['harvest', '--withdraw'], { env });
    expect(gone.stdout).toMatch(/withdrawn +[1-9]/);
    expect(await count(`dataset WHERE slug LIKE '%sepsis%'`)).toBe(0);
  });

  it('says word for word what the guide shows', async () => {
    const guide = await readFile(join(__dirname, '../../docs/harvest.md'), 'utf8');
    const [, document = ''] = /```turtle\n([^]*?)```/.exec(guide) ?? [];
    const [, listed = ''] = /```yaml\n([^]*?)```/.exec(guide) ?? [];
    await writeFile(join(folder, 'north.ttl'), document);
    await writeFile(env.SOURCES_FILE ?? '', listed);
    const shown = [...guide.matchAll(/^\$ num-gateway (harvest (?:--dry-run|north))\n(north: [^]*?)```/gm)];
    expect(shown).toHaveLength(3);
    const alike = (text: string) =>
      text
        .trim()
        .replace(/\d+\.\d s\b/, '1.0 s')
        .replaceAll(pathToFileURL(folder).href, 'file:///srv');

    for (const [, args = '', text = ''] of shown)
      expect(alike((await run(args.split(' '), { env })).stdout)).toBe(alike(text));
  });

  it('says what is missing: a source that is not listed, a file that is not there, a variable that is not set', async () => {
    const unknown = await run(['harvest', 'south'], { env });
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('It lists: north.')]);

    await writeFile(env.SOURCES_FILE ?? '', sources.replace('north.ttl', 'missing.ttl'));
    const missing = await run(['harvest'], { env });
    expect(missing.code).toBe(2);
    expect(missing.stdout).toContain('missing.ttl');
    expect(missing.stdout + missing.stderr).not.toMatch(/\bat .*\.js:\d/);

    const none = await run(['harvest'], { env: { DATABASE_URL: database.url } });
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('SOURCES_FILE is not set')]);
  });
});
