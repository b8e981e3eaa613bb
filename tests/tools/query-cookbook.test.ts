/** The cookbook says what the examples say: `npm run cookbook:check` compares them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExamples } from '../../src/web/graphiql/examples';

const project = join(__dirname, '../..');
const parts = [
  'tools/query-cookbook.mjs',
  'schema/examples',
  'tests/examples/results',
  'seeds/infrastructures.yaml',
  'docs/query-cookbook.md',
];
const page = 'docs/query-cookbook.md';
const examples = readExamples(
  Object.fromEntries(
    readdirSync(join(project, 'schema/examples')).map((file) => [
      file,
      readFileSync(join(project, 'schema/examples', file), 'utf8'),
    ]),
  ),
);

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'cookbook-'));
  for (const part of parts) cpSync(join(project, part), join(copy, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterEach(() => rmSync(copy, { recursive: true }));

const check = () =>
  spawnSync(process.execPath, [join(copy, 'tools/query-cookbook.mjs'), '--check'], { encoding: 'utf8' });
const change = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(copy, file), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(copy, file), text.replace(from, to));
};

it('holds every example with its query, and at least ten that cross infrastructures', () => {
  expect(check()).toMatchObject({ status: 0, stderr: '' });
  const text = readFileSync(join(copy, page), 'utf8');
  for (const { title, query } of examples) {
    expect(text).toContain(`. ${title.en}\n\n_${title.de}_`);
    expect(text).toContain(`\`\`\`graphql\n${query.trimEnd()}\n\`\`\``);
  }
  expect(text.match(/ · across \d+ infrastructures: /g)?.length).toBeGreaterThanOrEqual(10);
});

it('may say other times', () => {
  change(page, / · \d+ ms/, ' · 12345 ms');

  expect(check().status).toBe(0);
});

it.each([
  ['an answer', 'tests/examples/results/01-marburg.json', /"totalCount": 4/, '"totalCount": 5'],
  ['a query', 'schema/examples/01-marburg.graphql', 'city', 'state'],
  ['a question', 'schema/examples/01-marburg.graphql', 'In which four', 'In which'],
  ['the page', page, /"totalCount": 4/, '"totalCount": 5'],
])('no longer fits when %s changes', (_, file, from, to) => {
  change(file, from, to);

  const { status, stderr } = check();
  expect([status, stderr]).toEqual([1, expect.stringContaining('Run "npm run cookbook"')]);
});

it('no longer fits when an example is added', () => {
  const name = '99-more';
  writeFileSync(
    join(copy, `schema/examples/${name}.graphql`),
    '# de: Mehr?\n# en: More?\nquery More { __typename }\n',
  );
  writeFileSync(join(copy, `tests/examples/results/${name}.json`), '{"data":{"__typename":"Query"}}');

  expect(check().status).toBe(1);
});
