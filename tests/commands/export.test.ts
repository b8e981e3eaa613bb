/** `num-gateway export`: everything leaves as RDF, whole or not at all, and what is left out is told. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Quad } from '@rdfjs/types';
import { rdfFormats } from '../../src/rdf/formats';
import { dcat, rdf } from '../../src/vocabulary/namespaces';
import { describeOnEachDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';
import { lines, parsed } from '../rdf/parsed';

const base = 'https://catalogue.example.org';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  output: string;
  said: string;
}

function started(databaseUrl: string, args: readonly string[]) {
  const program = join(__dirname, '../../dist/src/commands/num-gateway.js');
  return spawn(process.execPath, [program, 'export', ...args], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PUBLIC_URL: base },
  });
}

async function exported(databaseUrl: string, ...args: string[]): Promise<Ended> {
  const child = started(databaseUrl, args);
  const ended: Ended = { code: null, output: '', said: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.said += text));
  [ended.code] = (await once(child, 'close')) as [number | null];
  return ended;
}

describeOnEachDatabase('the export', (dialect) => {
  let databaseUrl: string;
  beforeAll(async () => {
    databaseUrl = (await seededDatabase(dialect)).url;
  });

  // Formats write the same quads, wherever these come from: on PostgreSQL two are enough.
  const formats = rdfFormats.filter(({ name }) => dialect === 'sqlite' || /^(turtle|n-quads)$/.test(name));

  it('every format says the same of the whole catalogue', async () => {
    expect(formats.length).toBeGreaterThan(1);
    const documents: string[][] = [];
    for (const { name } of formats) {
      const file = join(folder, `all-${dialect}-${name}`);
      expect(await exported(databaseUrl, '--format', name, '--out', file)).toMatchObject({
        code: 0,
        output: '',
      });
      documents.push(lines(await parsed(name, readFileSync(file, 'utf8'))));
    }
    expect(documents[0]?.length).toBeGreaterThan(5_000);
    for (const document of documents.slice(1)) expect(document).toEqual(documents[0]);
  }, 120_000);

  it('the catalogue names each of its datasets', async () => {
    const { output, said } = await exported(
      databaseUrl,
      ...['--format', 'nq', '--type', 'dataset', 'data-catalogue'],
    );
    const quads = await parsed('n-quads', output);
    const datasets = subjectsOf(quads, dcat('Dataset')).filter((iri) => iri.startsWith(`${base}/datasets/`));
    const named = quads.filter(({ predicate }) => predicate.value === dcat('dataset'));
    expect(named.map(({ object }) => object.value).sort()).toEqual(datasets.sort());
    expect(datasets.length).toBeGreaterThan(10);
    expect(said).toContain(`${datasets.length + 1} records exported`);
  });

  it('what a profile refuses is left out and reported, with status 2', async () => {
    const { code, output, said } = await exported(
      databaseUrl,
      ...['--format', 'ttl', '--profile', 'healthdcat-ap'],
    );
    expect(code).toBe(2);
    expect(said).toMatch(/Left out: datasets\/\S+\n(?: {2}.*\n)*? {2}healthdcatap:hdab is missing/);
    const left = subjectsOf(await parsed('turtle', output), dcat('Dataset'));
    expect(left).not.toContain(/Left out: (datasets\/\S+)/.exec(said)?.[1]);
  });
});

const subjectsOf = (quads: readonly Quad[], type: string): string[] =>
  quads
    .filter(({ predicate, object }) => predicate.value === rdf('type') && object.value === type)
    .map(({ subject }) => subject.value);

describe('what is asked for', () => {
  let databaseUrl: string;
  beforeAll(async () => {
    databaseUrl = (await seededDatabase('sqlite')).url;
  });

  it.each([
    [['--format', 'word'], /no format "word".*turtle \(\.ttl\)/],
    [['--format', 'ttl', '--profile', 'x'], /no profile "x".*dcat-ap/],
    [['--format', 'ttl', '--type', 'x'], /no type "x".*Dataset/],
    [['--format', 'ttl', '--out', '/nowhere/x.ttl'], /cannot be exported.*ENOENT/],
    [[], /--format/],
  ])('is refused if it is not there: %j', async (args, message) => {
    const { code, said } = await exported(databaseUrl, ...args);
    expect([code, said]).toEqual([1, expect.stringMatching(message)]);
  });

  it('stands at its place only once it is whole', async () => {
    const file = join(folder, 'kept.ttl');
    writeFileSync(file, 'what was there before');
    const child = started(databaseUrl, ['--format', 'ttl', '--evidence', '--out', file]);
    const partial = () => readdirSync(folder).some((name) => name.endsWith('.partial'));
    while (!partial()) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(readFileSync(file, 'utf8')).toBe('what was there before');
  });

  it('is not missed by who reads only its beginning', async () => {
    const child = started(databaseUrl, ['--format', 'nt']);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, said]).not.toContain('EPIPE');
    expect(code).toBe(0);
  });
});
