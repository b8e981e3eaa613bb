/** Profiles are data: a release is a file, and a wrong file stops the start with a clear word. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFailed } from '../../../src/errors';
import { readProfiles } from '../../../src/rdf/profiles/read-profiles';

const shipped = join(__dirname, '../../../schema/profiles');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'num-gateway-profiles-'));
  cpSync(shipped, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Json = Record<string, unknown>;
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json;
const write = (name: string, data: unknown) =>
  writeFileSync(join(folder, name), typeof data === 'string' ? data : JSON.stringify(data));

/** Why the start fails. */
function refusal(): string {
  try {
    readProfiles(folder);
  } catch (error) {
    if (error instanceof StartFailed) return error.message;
    throw error;
  }
  return 'none';
}

it('are found by name, by name and release, and by IRI', () => {
  const profiles = readProfiles(folder);

  expect(profiles.newest.map(({ name, release }) => `${name}@${release}`)).toEqual(
    expect.arrayContaining(['dcat-ap@3.0.1', 'dcat-ap-de@3.0', 'fdp@1.2', 'healthdcat-ap@8']),
  );
  expect(profiles.find('healthdcat-ap')?.settings.themes).toEqual([
    'http://publications.europa.eu/resource/authority/data-theme/HEAL',
  ]);
  expect(profiles.byIri('http://data.europa.eu/r5r/')).toBe(profiles.find('dcat-ap'));
  expect(profiles.find('dcat-ap@9')).toBeUndefined();
});

it('of a new release is the default once its file is there; the older one can be named', () => {
  const old = read('healthdcat-ap-8.json');
  write('healthdcat-ap-10.json', { ...old, release: '10', iri: 'https://example.org/release-10/' });
  const profiles = readProfiles(folder);

  expect(profiles.find('healthdcat-ap')?.release).toBe('10');
  expect(profiles.find('healthdcat-ap@8')?.release).toBe('8');
  expect(profiles.byIri(String(old.iri))?.release).toBe('8');
});

describe('A wrong file is named with the place in it:', () => {
  it('no JSON', () => {
    write('fdp-1.2.json', '{ "name": ');

    expect(refusal()).toMatch(/^The profile fdp-1\.2\.json cannot be read: /);
  });

  it('a word that no profile has', () => {
    const { sets, ...rest } = read('fdp-1.2.json');
    const { AgentShape, ...others } = (sets as { shapes: Json }).shapes;
    const wrong = { ...(AgentShape as Json), properties: [{ path: 'foaf:name', minCont: 1 }] };
    write('fdp-1.2.json', { ...rest, sets: { shapes: { ...others, AgentShape: wrong } } });

    expect(refusal()).toMatch(
      /fdp-1\.2\.json is wrong at sets\.shapes\.AgentShape\.properties\.0: .*minCont/,
    );
  });

  it('a shape, a level or a set that is not there', () => {
    const shapes = (shape: Json) => ({ ...read('fdp-1.2.json'), sets: { shapes: { Wrong: shape } } });
    write('fdp-1.2.json', shapes({ path: 'dct:title', node: ['Missing'] }));
    const shape = refusal();
    write('fdp-1.2.json', shapes({ path: 'dct:title', levels: ['SECRET'], minCount: 1 }));
    const level = refusal();
    cpSync(join(shipped, 'fdp-1.2.json'), join(folder, 'fdp-1.2.json'));
    write('dcat-ap-de-3.0.json', {
      ...read('dcat-ap-de-3.0.json'),
      includes: [{ profile: 'dcat-ap@3.0.1', sets: ['missing'] }],
    });

    expect([shape, level, refusal()]).toEqual([
      'fdp-1.2.json is wrong at sets.shapes.Wrong: there is no shape Missing in the same set.',
      'fdp-1.2.json is wrong at sets.shapes.Wrong: the profile has no level SECRET.',
      'dcat-ap-de-3.0.json includes the set missing of dcat-ap@3.0.1, which has none.',
    ]);
  });

  it('a profile that it includes is missing, or the same release is there twice', () => {
    rmSync(join(folder, 'dcat-ap-3.0.1.json'));
    const missing = refusal();
    cpSync(join(shipped, 'dcat-ap-3.0.1.json'), join(folder, 'dcat-ap-3.0.1.json'));
    cpSync(join(shipped, 'fdp-1.2.json'), join(folder, 'fdp-copy.json'));

    expect(missing).toContain('dcat-ap-de-3.0.json includes dcat-ap@3.0.1, which is no file of');
    expect(refusal()).toBe('fdp-1.2.json and fdp-copy.json both describe fdp@1.2; remove one.');
  });
});
