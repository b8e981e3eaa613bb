/** Each query of the pages gives what stands below it, on either database. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nothingElse, quality } from '../../src/query/search/look-ups';
import { describeOnEachDatabase } from '../helpers/databases';
import { english, servedSeeds } from '../helpers/served-seeds';
import { registry } from '../helpers/small-world';

const read = (file: string): string => readFileSync(join(__dirname, '../../docs', file), 'utf8');

/** The queries of a page by the heading under which they stand, each with its answer. */
const examplesIn = (page: string) =>
  page.split(/^## /m).flatMap((section) => {
    const [heading = ''] = section.split('\n');
    return [...section.matchAll(/```graphql\n(.*?)```\s*```json\n(.*?)```/gs)].map(
      ([, query = '', given = '']) => [heading, query, JSON.parse(given) as unknown] as const,
    );
  });

const pages = [
  'filters.md',
  'search.md',
  'counting.md',
  'coverage.md',
  'graph-questions.md',
  'policy-statements.md',
  'knowledge.md',
  'time.md',
].map((file) => ({
  file,
  examples: examplesIn(read(file)),
}));

describeOnEachDatabase('the documentation', (dialect) => {
  const { post } = servedSeeds(dialect);

  describe.each(pages)('in $file', ({ file, examples }) => {
    it('has an answer below each query', () => {
      expect(examples.length).toBeGreaterThan(0);
      expect(examples).toHaveLength(read(file).split('```graphql').length - 1);
    });

    it.each(examples)('says truly under "%s": %s', async (_, query, given) => {
      const response = await post(JSON.stringify({ query }), english);

      expect(await response.json()).toMatchObject({ data: given });
    });
  });
});

const rowsOf = (file: string): string[][] =>
  read(file)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the page on what the catalogue knows', () => {
  interface Known {
    slug: string;
    named: { totalCount: number };
    listed: { totalCount: number };
    numberOfSites: number | null;
    disputes: { property: string; statements: { statedValue: string }[] }[];
  }

  it('shows of each infrastructure the named sites beside the numbers that sources state', () => {
    const [, , given] = examplesIn(read('knowledge.md'))[0] ?? [];
    const { nodes } = (given as { infrastructures: { nodes: Known[] } }).infrastructures;
    const rows = nodes.map(({ slug, named, listed, numberOfSites, disputes }) => {
      const disputed = disputes.find(({ property }) => property === 'numberOfSites')?.statements;
      const stated = disputed?.map(({ statedValue }) => statedValue) ?? [String(numberOfSites ?? '–')];
      return [slug, String(named.totalCount), String(listed.totalCount), [...new Set(stated)].join(', ')];
    });

    expect(
      rowsOf('knowledge.md')
        .slice(2)
        .map((cells) => cells.slice(1, -1)),
    ).toEqual(rows);
  });
});

describe('the page on the search', () => {
  const rows = rowsOf('search.md');

  it('names every searched field with its weight', () => {
    const documented = rows.flatMap(([, weight, fields = '']) =>
      /^\d+$/.test(weight ?? '')
        ? [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => `${field ?? ''} ${weight ?? ''}`)
        : [],
    );
    const declared = registry.resources.flatMap(({ attributes }) =>
      attributes.filter(({ search }) => search > 0).map(({ name, search }) => `${name} ${search}`),
    );

    expect(documented.toSorted()).toEqual([...new Set(declared)].toSorted());
  });

  it('names the points of each quality', () => {
    const documented = rows.flatMap(([, , points = '']) => /^\d+( more)?$/.exec(points)?.[0] ?? []);

    expect(documented).toEqual([...Object.values(quality).map(String), `${nothingElse} more`]);
  });
});
