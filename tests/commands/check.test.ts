/** `num-gateway check`: a steward has a broken document looked at, and mended. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'n3';
import { run } from '../helpers/gateway-process';

jest.setTimeout(120_000);

const broken = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
<https://north.example.org/1> a dcat:Dataset ; dct:title "Clouds"@en ; dct:description "All of them."@en ;
  dct:issued "31.12.2024" .
<https://north.example.org/2> a dcat:Dataset ; dct:title "Rain"@en ; dct:description "Some"@en oops .
`;

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  file = join(folder, 'clouds.ttl');
  await writeFile(file, broken);
});
afterAll(() => rm(folder, { recursive: true }));

it('says what is wrong and on which line, and exits with 1', async () => {
  const { code, stdout, stderr } = await run(['check', file, '--format', 'json']);

  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const { findings } = JSON.parse(stdout) as { findings: { id: string; line: number }[] };
  expect(findings.find(({ id }) => id === 'date-form')?.line).toBe(3);
  expect(findings.some(({ line }) => line === 4)).toBe(true);
});

it('writes the mended document, which has what could be read', async () => {
  const fixed = join(folder, 'fixed.ttl');
  await run(['check', file, '--fixed', fixed]);

  const statements = new Parser().parse(await readFile(fixed, 'utf8'));
  expect(statements.map(({ object }) => object.value)).toContain('2024-12-31');
});

it('judges by several profiles, speaks German, and writes SARIF', async () => {
  const several = await run(['check', file, '--profile', 'dcat-ap', 'healthdcat-ap', '--lang', 'de']);
  expect({ code: several.code, stderr: several.stderr }).toEqual({ code: 1, stderr: '' });
  expect(several.stdout).toContain('entspricht nicht');

  const sarif = await run(['check', file, '--format', 'sarif']);
  expect(JSON.parse(sarif.stdout)).toMatchObject({ version: '2.1.0' });
});

it.each([
  [['--profile', 'nope'], /--profile nope is not known/],
  [['--format', 'pdf'], /Allowed choices are text, json, sarif/],
])('refuses %j in words, without a stack', async (options, said) => {
  const { code, stderr } = await run(['check', file, ...options]);

  expect(code).not.toBe(0);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/\n\s+at /);
});

it('exits with 2 where nothing can be read', async () => {
  expect((await run(['check', join(folder, 'missing.ttl')])).code).toBe(2);
});

it('says of a document that is read and comes to nothing that it has no record', async () => {
  const empty = join(folder, 'empty.json');
  await writeFile(empty, '{"resourceType":"Bundle","type":"collection","entry":[]}');

  const { code, stdout } = await run(['check', empty, '--format', 'json']);

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ id: 'no-records', severity: 'WARNING' }] });
});
