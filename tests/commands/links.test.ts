/** `num-gateway links` as a steward uses it: on a terminal, by command, and by the file of decisions. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesFolder } from '../helpers/databases';
import { run } from '../helpers/gateway-process';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(240_000);

const dataset = (number: number, publisher: string) => `
<https://north.example.org/${number}> a dcat:Dataset ; dct:title "Cohort ${number}"@en ;
  dct:description "People."@en ; dct:publisher [ a foaf:Agent ; foaf:name "${publisher}" ] .`;
const turtle = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
${dataset(1, 'UKGM')}${dataset(2, 'UKSH')}
`;

/** `script` of util-linux gives a program a terminal. */
const hasTerminal = spawnSync('script', ['--version']).status === 0;

/** Types into a program on a terminal: each answer when the question is shown. @returns what the terminal showed */
async function onTerminal(
  args: string,
  env: Record<string, string>,
  answers: readonly (readonly [shown: string, typed: string])[],
): Promise<string> {
  const program = join(__dirname, '../../dist/src/commands/num-gateway.js');
  const { PATH = '' } = process.env;
  const child = spawn(
    'script',
    ['-qefc', `stty cols 110 rows 40; '${process.execPath}' '${program}' ${args}`, '/dev/null'],
    {
      env: { PATH, TERM: 'xterm', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const left = [...answers];
  let [all, since] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    all += text;
    since += text;
    const [next] = left;
    if (!next || !since.includes(next[0])) return;
    left.shift();
    since = '';
    // The prompt listens once it is drawn.
    setTimeout(() => child.stdin.write(next[1]), 200);
  });
  await new Promise((resolve) => child.on('close', resolve));
  // eslint-disable-next-line no-control-regex -- colours and movements of the cursor
  return all.replace(/\x1b\[[\d;?]*[A-Za-z]/g, '');
}

const [down, enter] = ['\x1b[B', '\r'];

describe('num-gateway links', () => {
  let database: Awaited<ReturnType<typeof seededDatabase>>;
  let env: Record<string, string>;
  let file: string;

  const harvest = async (...options: string[]) => {
    const { stdout, stderr, code } = await run(['harvest', '--format', 'json', ...options], { env });
    if (stdout === '') return { code, stderr, error: null, created: [], ids: [], proposals: -1 };
    const [report] = JSON.parse(stdout) as [
      {
        created: string[];
        proposals: number;
        error: string | null;
        findings: { id: string; message: { en: string } }[];
      },
    ];
    const ids = report.findings.filter(({ id }) => /mention|decision/.test(id)).map(({ id }) => id);
    return { code, stderr, ids, ...report };
  };
  const open = async () => {
    const { stdout } = await run(['links', 'list', '--json'], { env });
    const all = JSON.parse(stdout) as {
      id: string;
      mention: { names: { value: string }[] };
      candidates: unknown[];
    }[];
    return Object.fromEntries(all.map((each) => [each.mention.names[0]?.value ?? '', each]));
  };

  beforeAll(async () => {
    database = await seededDatabase('sqlite');
    const folder = await mkdtemp(join(filesFolder(), 'links-'));
    file = join(folder, 'links.yaml');
    env = { DATABASE_URL: database.url, SOURCES_FILE: join(folder, 'sources.yaml') };
    await writeFile(join(folder, 'north.ttl'), turtle);
    await writeFile(
      join(folder, 'sources.yaml'),
      'sources:\n  - { name: north, kind: DCAT, file: north.ttl }\n',
    );
    expect((await harvest()).ids).toEqual(['mention-doubtful', 'mention-doubtful']);
  });
  afterAll(() => database.drop());

  it('confirm takes no record that is not there, nor one of another class', async () => {
    const { UKGM } = await open();

    const wrong = await run(['links', 'confirm', UKGM?.id ?? '', 'institutions/marbrg'], { env });
    const other = await run(['links', 'confirm', UKGM?.id ?? '', 'standards/loinc'], { env });

    expect([wrong.code, wrong.stderr]).toEqual([
      1,
      expect.stringContaining('There is no record "institutions/marbrg".'),
    ]);
    expect([other.code, other.stderr]).toEqual([
      1,
      expect.stringContaining('standards/loinc is of the class Standard, and what is mentioned is of '),
    ]);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('review needs a terminal', async () => {
    const { code, stderr } = await run(['links', 'review'], { env });

    expect([code, stderr]).toEqual([1, expect.stringContaining('it needs a terminal')]);
  });

  (hasTerminal ? it : it.skip)(
    'review asks about each on a terminal, and the next harvest does as was said',
    async () => {
      const proposals = await open();
      const [first = '', second = ''] = Object.keys(proposals);
      const candidatesOf = (name: string) => proposals[name]?.candidates.length ?? 0;

      const shown = await onTerminal('links review --by "A. Steward" --note asked', env, [
        // "It is another record, whose key I know".
        ['Which record is it?', down.repeat(candidatesOf(first)) + enter],
        ['Its key', `institutions/marbrg${enter}`],
        ['There is no record', `institutions/marburg${enter}`],
        ['Which record is it?', down.repeat(candidatesOf(second) + 1) + enter],
      ]);

      expect(shown).toContain('2 doubtful links');
      expect(shown).toContain('2 decided. The next harvest links by it.');
      const written = await readFile(file, 'utf8');
      expect(written).toContain('record: institutions/marburg');
      expect(written).toContain('by: A. Steward');
      const next = await harvest();
      expect(next.ids).toEqual([]);
      expect(next.proposals).toBe(0);
      const cohortOf = (name: string) => `datasets/cohort-${name === 'UKGM' ? 1 : 2}`;
      expect(next.created).toContain(`provisions/institutions/marburg/${cohortOf(first)}/publisher`);
      expect(next.created.some((key) => key.endsWith(`/${cohortOf(second)}/publisher`))).toBe(true);
      // A refusal is remembered.
      expect((await harvest('--all')).proposals).toBe(0);
      expect(await open()).toEqual({});
    },
  );

  it('tell what is wrong with the file of decisions, by line', async () => {
    await writeFile(
      file,
      'links:\n<<<<<<< HEAD\n  - { mention: { name: UKGM }, decision: new, by: A, on: 2026-11-30 }\n=======\n>>>>>>> b\n',
    );
    const conflict = await harvest();
    expect([conflict.code, conflict.error]).toEqual([
      2,
      expect.stringContaining('links.yaml:2:1  A merge was not finished here (<<<<<<<).'),
    ]);

    await writeFile(
      file,
      'links:\n  - { mention: { name: UKGM }, decision: same, record: institutions/marbrg, by: A, on: 2026-11-30 }\n',
    );
    const typo = await harvest();
    expect(typo.ids).toContain('decision-without-record');
    const { stdout } = await run(['links', 'list', '--decided'], { env });
    expect(stdout).toContain('“UKGM” is institutions/marbrg (no longer there)  (A, 2026-11-30)');
  });
});
