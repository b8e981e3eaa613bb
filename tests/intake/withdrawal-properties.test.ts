/** Whatever was imported one after another: the database holds what the last import of each origin holds, and nothing else. */
import fc from 'fast-check';
import { seedsOrigin } from '../../src/intake/seeds';
import type { Origin } from '../../src/resource/origin';
import { describeOnEachDatabase } from '../helpers/databases';
import { runs } from '../helpers/property-runs';
import { SmallWorld } from '../helpers/small-world';
import { importFiles, type Files } from './steward';

jest.setTimeout(180_000);

/** Seeds as plain data: which records they hold, and what these say. */
interface Seeds {
  sources: string[];
  sites: { slug: string; name: string; ror: string | null; source: number }[];
  infrastructures: { slug: string; name: string }[];
  participations: { site: number; infrastructure: number; role: string; note: string | null }[];
  contacts: { slug: string; site: number }[];
}

const words = fc.constantFrom('Haus', 'Klinikum Lahn', 'Zentrum für Radiologie', 'Heim');
const some = <T>(item: fc.Arbitrary<T>, key: (item: T) => string) =>
  fc.uniqueArray(item, { selector: key, minLength: 1, maxLength: 4 });
const slugs = (...of: string[]) => fc.constantFrom(...of);

const seeds: fc.Arbitrary<Seeds> = fc.record({
  sources: fc.uniqueArray(slugs('gazette', 'letter', 'page'), { minLength: 1 }),
  sites: some(
    fc.record({
      slug: slugs('aachen', 'bonn', 'marburg', 'ulm'),
      name: words,
      ror: fc.constantFrom(null, '032nzv584'),
      source: fc.nat(),
    }),
    ({ slug }) => slug,
  ),
  infrastructures: some(fc.record({ slug: slugs('racoon', 'nukleus'), name: words }), ({ slug }) => slug),
  participations: fc.array(
    fc.record({
      site: fc.nat(),
      infrastructure: fc.nat(),
      role: slugs('LEADS', 'PARTICIPATES', 'COORDINATES'),
      note: fc.option(words, { nil: null }),
    }),
    { maxLength: 4 },
  ),
  contacts: fc.uniqueArray(fc.record({ slug: slugs('desk', 'office'), site: fc.nat() }), {
    selector: ({ slug }) => slug,
  }),
});

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The files of seeds; JSON is YAML. What has no record has no file. */
function filesOf({ sources, sites, infrastructures, participations, contacts }: Seeds): Files {
  const evidence = (index: number) => [{ source: at(sources, index), confidence: 'INFERRED' }];
  const roles = participations.map(({ site, infrastructure, role, note }, index) => ({
    institution: at(sites, site).slug,
    infrastructure: at(infrastructures, infrastructure).slug,
    role,
    evidence: evidence(index).map((statement) => ({ ...statement, ...(note !== null && { note }) })),
  }));
  const keyOf = ({ institution, infrastructure, role }: (typeof roles)[number]) =>
    [institution, infrastructure, role].join(' ');
  const records: Record<string, unknown[]> = {
    Source: sources.map((slug) => ({ slug, title: `The ${slug}` })),
    Institution: sites.map(({ slug, name, ror, source }) => ({
      slug,
      name: { de: name },
      kind: 'NETWORK',
      identifiers: ror === null ? [] : [{ scheme: 'ROR', value: ror }],
      evidence: evidence(source),
    })),
    Infrastructure: infrastructures.map(({ slug, name }, index) => ({
      slug,
      name: { en: name },
      evidence: evidence(index),
    })),
    Participation: [...new Map(roles.map((role) => [keyOf(role), role])).values()],
    Contact: contacts.map(({ slug, site }, index) => ({
      slug,
      name: { de: slug },
      institution: at(sites, site).slug,
      evidence: evidence(index),
    })),
  };
  return Object.fromEntries(
    Object.entries(records)
      .filter(([, list]) => list.length > 0)
      .map(([type, list]) => [`${type}.yaml`, JSON.stringify({ [type]: list })]),
  );
}

const tables = [
  'source',
  'institution',
  'infrastructure',
  'participation',
  'contact',
  'identifier',
  'evidence',
  'origin',
  'stated',
  'link_end',
  'search_word',
  'search_form',
];

/** All rows of all tables, in no order; without the numbers of imports and those of rows in the search index. */
async function contentOf({ store }: SmallWorld): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  const statements = [
    ...tables.map((table): [string, string] => [table, `SELECT * FROM "${table}"`]),
    ['search_record', `SELECT "key", "type", "digest" FROM search_record`] as const,
    [
      'search_index',
      store.dialect === 'sqlite'
        ? `SELECT r."key", i.tokens FROM search_index i LEFT JOIN search_record r ON r.id = i.rowid`
        : `SELECT "key", tokens::text FROM search_record`,
    ] as const,
  ];
  for (const [name, text] of statements) {
    const rows = await store.read({ text, sql: text, values: [] });
    content[name] = rows.map(({ import_version: _, ...row }) => JSON.stringify(row)).sort();
  }
  return content;
}

const theirs: Origin = { name: 'theirs', kind: 'HARVEST', rank: 50 };

describeOnEachDatabase('what origins import, one after another and in turn,', (dialect) => {
  it('leaves what the last import of each gives an empty database', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(seeds, fc.boolean()), { minLength: 2, maxLength: 6 }),
        async (sequence) => {
          const imports = sequence.map(([files, isTheirs]) => ({
            files: filesOf(files),
            origin: isTheirs ? theirs : seedsOrigin,
          }));
          const last = [theirs, seedsOrigin].flatMap(
            (origin) => imports.filter((each) => each.origin === origin).at(-1) ?? [],
          );
          const world = await SmallWorld.of(dialect, {});
          const fresh = await SmallWorld.of(dialect, {});
          try {
            for (const { files, origin } of imports)
              await importFiles(world, files, undefined, { vanished: 'go', origin });
            for (const { files, origin } of last)
              await importFiles(fresh, files, undefined, { vanished: 'go', origin });

            expect(await contentOf(world)).toEqual(await contentOf(fresh));
          } finally {
            await Promise.all([world.end(), fresh.end()]);
          }
        },
      ),
      { numRuns: runs(12) },
    ));
});
