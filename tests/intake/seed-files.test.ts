/** Each file of the folder of seeds is read, or named as left out, or refused by its name. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { ImportRefused } from '../../src/errors';
import { importSeeds, type SeedReport } from '../../src/intake/seeds';
import { SmallWorld } from '../helpers/small-world';

let world: SmallWorld;
let root: string;

beforeEach(async () => {
  world = await SmallWorld.of('sqlite', {});
  root = await mkdtemp(join(tmpdir(), 'num-gateway-seeds-'));
  await mkdir(join(root, 'seeds'));
});
afterEach(async () => {
  await world.end();
  await rm(root, { recursive: true });
});

const site = (slug: string): string =>
  `Institution: [{ slug: ${slug}, name: { de: Probe }, kind: NETWORK, evidence: [{ source: register, confidence: INFERRED }] }]`;
const put = (name: string, slug: string) => writeFile(join(root, 'seeds', name), site(slug));
const importAll = (): Promise<SeedReport> =>
  importSeeds(root, {
    registry: world.registry,
    write: (work) => world.store.write(work),
    now: () => new Date(0),
  });
const imported = async () =>
  (await world.store.read(sql`SELECT slug FROM institution ORDER BY slug`)).map(({ slug }) => slug);
const refusalOf = async (): Promise<string> => {
  const outcome: unknown = await importAll().catch((error: unknown) => error);
  if (!(outcome instanceof ImportRefused)) throw new Error('The import was not refused.');
  expect(await imported()).toEqual([]);
  return outcome.message;
};

it('reads .yaml and .yml, in small letters and capitals', async () => {
  await put('a.yaml', 'a');
  await put('b.yml', 'b');
  await put('c.YAML', 'c');
  await put('d.Yml', 'd');

  expect((await importAll()).leftOut).toEqual([]);
  expect(await imported()).toEqual(['a', 'b', 'c', 'd']);
});

it('reads what a link leads to', async () => {
  await writeFile(join(root, 'elsewhere'), site('a'));
  await symlink('../elsewhere', join(root, 'seeds/a.yaml'));

  await importAll();

  expect(await imported()).toEqual(['a']);
});

it('passes over hidden files, which editors and archives leave behind, be they whole, copies or broken links', async () => {
  await put('.hidden.yaml', 'hidden');
  await put('._zz.yaml', 'resource-fork');
  await put('.#zz.yaml', 'lock');
  await symlink('user@host.1:2', join(root, 'seeds/.#awards.yaml'));

  expect((await importAll()).leftOut).toEqual([]);
  expect(await imported()).toEqual([]);
});

it('names what it leaves out: folders, also those named as files are, and other endings, but not what is written for people', async () => {
  await mkdir(join(root, 'seeds/more'));
  await mkdir(join(root, 'seeds/old.yaml'));
  await put('a.yaml.bak', 'bak');
  await put('a.json', 'json');
  await put('a.yaml~', 'tilde');
  await put('README.md', 'readme');

  expect((await importAll()).leftOut).toEqual([
    'seeds/a.json: its name ends in neither .yaml nor .yml',
    'seeds/a.yaml.bak: its name ends in neither .yaml nor .yml',
    'seeds/a.yaml~: its name ends in neither .yaml nor .yml',
    'seeds/more: a folder; put its files into seeds',
    'seeds/old.yaml: a folder; put its files into seeds',
  ]);
  expect(await imported()).toEqual([]);
});

it('refuses a link to nothing and a link to itself by their names, and reads on to tell all', async () => {
  await put('a.yaml', 'a');
  await symlink('nowhere', join(root, 'seeds/b.yaml'));
  await symlink('c.yml', join(root, 'seeds/c.yml'));
  await writeFile(join(root, 'seeds/d.yaml'), 'Institution: [');

  expect((await refusalOf()).split('\n')).toEqual([
    'The import was refused: 3 problems. Nothing was written.',
    'seeds/b.yaml  It cannot be read: it is not there, or a link to what is not there. Put it back, or take the link away.',
    'seeds/c.yml  It cannot be read: it is a link that leads to itself. Take the link away.',
    expect.stringMatching(/^seeds\/d\.yaml:1:\d+ {2}It is not YAML: .* Mend the syntax at this place\.$/),
  ]);
});

it('refuses what is no file and would be waited for without end', async () => {
  await symlink('/dev/zero', join(root, 'seeds/a.yaml'));

  expect(await refusalOf()).toMatch(/\nseeds\/a\.yaml {2}It is no file\. Take it away\.$/);
});

it('refuses to import from no folder at all', async () => {
  await rm(join(root, 'seeds'), { recursive: true });

  expect(await refusalOf()).toMatch(/\nseeds {2}It cannot be read: it is not there, .* Put it back/);
});
