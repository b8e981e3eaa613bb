/** What README and docs tell to type is typed here, as it stands: commands run, queries are valid, and what is pointed to is there. */
import { execFile as execFileCallback, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buildSchema, parse, validate } from 'graphql';
import packageJson from '../../package.json';
import { run } from '../helpers/gateway-process';
import { serveSeeds } from '../helpers/serve-seeds';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(240_000);

const execFile = promisify(execFileCallback);
const root = join(__dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'seeds/README.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((page) => page.endsWith('.md'));
const read = (page: string): string => readFileSync(join(root, page), 'utf8');

interface Block {
  page: string;
  text: string;
}
const blocks = (language: string): Block[] =>
  pages.flatMap((page) =>
    [...read(page).matchAll(new RegExp(`^( *)\`\`\`${language}\\n(.*?)^ *\`\`\``, 'gms'))].map(
      ([, indent = '', text = '']) => ({ page, text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), '') }),
    ),
  );

/** Commands within a sentence. */
const inline = pages.flatMap((page) =>
  [...read(page).matchAll(/`(curl [^`…<]*http:[^`…<]*)`/g)].map(([, text = '']) => ({ page, text })),
);

/** What cannot be typed here, and why. */
const notHere: [RegExp, string][] = [
  [/^npm ci && npm (start|test)/, 'it is how these tests are run, and tests/deploy/ starts a gateway so'],
  [/^OTEL_\S+ .*npm start/m, 'tests/http/traces.test.ts sends traces to a collector'],
  [/^rover |mesh-compose|wgc router/, 'programs of others, at addresses that stand for yours'],
  [/^npm run demo/, 'tests/commands/demo.test.ts runs it'],
  [/conformance dataset\.ttl/, 'the files stand for yours: tests/commands/conformance.test.ts has some'],
  [/num-gateway migration AddBiobank/, 'there is nothing to draft: tests/store/schema.test.ts drafts'],
];
const reasonFor = (text: string): string | undefined => notHere.find(([pattern]) => pattern.test(text))?.[1];

const program = `${process.execPath} ${join(root, 'dist/src/commands/num-gateway.js')}`;

let folder: string;
let database: Awaited<ReturnType<typeof seededDatabase>>;
let gateway: Awaited<ReturnType<typeof serveSeeds>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-docs-'));
  database = await seededDatabase('sqlite');
  gateway = await serveSeeds();
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const type = (text: string) =>
  execFile(
    'sh',
    ['-euc', text.replaceAll('http://127.0.0.1:4000', gateway.url).replaceAll('npx num-gateway', program)],
    {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', DATABASE_URL: database.url },
    },
  );

describe('commands', () => {
  const commands = [...blocks('sh'), ...inline].filter(({ text }) => reasonFor(text) === undefined);

  it('that are not typed here are still in the pages', () => {
    const all = blocks('sh').map(({ text }) => text);
    for (const [pattern] of notHere) expect(all).toContainEqual(expect.stringMatching(pattern));
    expect(commands.length).toBeGreaterThan(2);
  });

  it.each(commands)('in $page do as they are told: $text', async ({ text }) => {
    const { stdout } = await type(text);

    expect(stdout).not.toBe('');
    expect(stdout).not.toContain('"errors"');
  });

  it('of npm are scripts of package.json', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    );

    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(packageJson.scripts)).toContain(name);
  });

  it('of num-gateway are commands that it has', () => {
    const known = execFileSync('sh', ['-c', `${program} --help`], { encoding: 'utf8' });
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/num-gateway ([a-z]+)\b(?! space)/g)].map(([, name = '']) => name),
    );
    const words = new Set(named);

    for (const name of ['serve', 'seed', 'backup', 'restore', 'migrate', 'explain', 'subgraph']) {
      expect(words).toContain(name);
      expect(known).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
    }
  });
});

describe('GraphQL', () => {
  const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
  const isSdl = (text: string): boolean => /^(extend schema|type |interface )/.test(text);
  const queries = blocks('graphql').filter(({ text }) => !isSdl(text));
  const subgraphs = blocks('graphql').filter(({ text }) => text.startsWith('extend schema'));
  /** A field of the subgraph that the page adds. */
  const ofOthers = ['beds'];

  it.each(queries)('in $page is valid: $text', ({ text }) => {
    const errors = validate(schema, parse(text)).filter(
      ({ message }) => !ofOthers.some((field) => message.includes(`"${field}"`)),
    );

    expect(errors).toEqual([]);
  });

  it.each(subgraphs)(
    'of a subgraph in $page passes the check that the page tells to run: $text',
    async ({ text }) => {
      const file = join(folder, 'schema.graphql');
      await writeFile(file, text);

      expect(await run(['subgraph', 'check', file])).toMatchObject({ code: 0, stderr: '' });
    },
  );
});

it.each(pages)('%s points to files that are there', (page) => {
  const targets = [
    ...read(page)
      .replaceAll(/```.*?```/gs, '')
      .matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g),
  ].map(([, target = '']) => target);

  for (const target of targets)
    expect([target, existsSync(join(root, dirname(page), target))]).toEqual([target, true]);
});
