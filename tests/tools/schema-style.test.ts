/** What `npm run lint:schema` says of schemas that keep the rules of docs/schema-style.md, and of those that break one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const kept = readFileSync(join(__dirname, 'schema-style.graphql'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'num-gateway-style-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(schema: string): { status: number | null; said: string } {
  const file = join(folder, 'schema.graphql');
  writeFileSync(file, schema);
  const script = join(root, 'tools/schema-style.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** For each rule a place of the schema that keeps it, and what stands there in one that does not. */
const broken: [rule: string, at: string, instead: string, said: string][] = [
  ['sentences', 'Its name.', 'its name', 'City.name: describe it in whole sentences'],
  ['wording', 'Its name.', 'Its  name.', 'City.name: a word is missing between two spaces'],
  ['wording', 'Its name.', 'Its name, .', 'City.name: a word is missing before the mark'],
  ['wording', 'Its name.', 'It is a Institution.', 'City.name: write "an" before a vowel'],
  ['wording', 'Its name.', 'It is an Dataset.', 'City.name: write "a" before a consonant'],
  ['wording', 'Its name.', 'It has 1 names.', 'City.name: one is singular'],
  ['wording', 'Its name.', 'Its the the name.', 'City.name: a word stands twice'],
  ['wording', 'Its name.', 'Its german name.', 'City.name: a name has a capital'],
  ['nullable-at-root', '): CityConnection', '): CityConnection!', 'Query.cities: it takes arguments'],
  ['whole-lists', 'rivers: [String!]!', 'rivers: [String]!', 'City.rivers: let the items'],
  ['whole-lists', 'rivers: [String!]!', 'rivers: [String!]', 'City.rivers: an empty list says'],
  ['whole-lists', 'orderBy: [CityOrder!]', 'orderBy: [CityOrder]', 'Query.cities(orderBy:): let the items'],
  ['one-size', 'first: Int = 20', 'first: Int = 10', 'Query.cities(first:): write it as everywhere'],
  ['connections', 'after: String', 'behind: String', 'Query.cities: a connection takes'],
  ['connections', 'totalCount: Int!', 'count: Int!', 'CityConnection: a connection has'],
  [
    'one-meaning',
    'language: Language',
    'language: String',
    'City.slogan(language:): Language = null, but at City.name(language:) it is String = null',
  ],
  [
    'defaults-in-schema',
    'Language of the name.',
    'Language of the name, by default English.',
    'City.name(language:): write the default into the schema',
  ],
  ['time-names', 'changedAt: DateTime', 'changed: DateTime', 'City.changed: a moment is named'],
  ['time-names', 'foundedOn: Date', 'founded: Date', 'City.founded: a day is named'],
  ['time-names', 'foundedOn: Date', 'foundedOn: String', '"foundedOn" is the name of a time'],
  ['no-positions', 'rivers: [String!]!', 'rivers: [Int!]!', 'City.rivers: numbers beside another list'],
  ['nodes', 'type City implements Node', 'type City', 'City: it has an id'],
  ['references', 'by: CityReference!', 'id: ID!', 'Query.city(id:): take the record by an input'],
  ['references', 'by: CityReference!', 'slug: String!', 'Query.city(slug:): take the record by an input'],
  ['references', 'CityReference @oneOf', 'CityReference', 'CityReference: it names one record'],
  ['filterable', 'foundedOn: DateFilter', 'age: DateFilter', 'City.foundedOn: it is shown'],
  ['filterable', 'FOUNDED_ON', 'SIZE', 'CityOrderField.SIZE: let CityFilter have it'],
];

it('takes a schema that keeps the rules', () => {
  expect(lint(kept)).toEqual({
    status: 0,
    said: expect.stringMatching(/^The schema keeps the \d+ rules/) as string,
  });
});

it.each(broken)('says of a schema that breaks %s at "%s" (%s): %s', (rule, at, instead, said) => {
  expect(kept).toContain(at);

  const { status, said: all } = lint(kept.replace(at, instead));

  expect(status).toBe(1);
  const [line] = all.split('\n').filter((each) => each.includes(said));
  expect(line).toMatch(new RegExp(`\\(${rule}\\)$`));
});

it('is explained, each rule by its name', () => {
  const page = readFileSync(join(root, 'docs/schema-style.md'), 'utf8');
  const rules = readFileSync(join(root, 'tools/schema-style/rules.mjs'), 'utf8');
  const [, table = ''] = rules.split('export const rules = {');
  const names = [...table.matchAll(/^ {2}'?([a-z-]+)'?[,:]/gm)].map(([, name]) => name);

  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !page.includes(`\`${name ?? ''}\``))).toEqual([]);
  expect(names.filter((name) => !broken.some(([rule]) => rule === name))).toEqual([]);
});
