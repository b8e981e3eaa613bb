/** A database that an older release filled: its texts and identifiers get the form of today, and what was changed is told. */
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import { Store } from '../../src/store/store';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase, emptyDatabase, type EmptyDatabase } from '../helpers/databases';
import { registry, type SmallWorld } from '../helpers/small-world';

const koeln = 'Ko\u0308ln';
const json = (value: unknown): string => JSON.stringify(value);

/** Rows as the release wrote them that took texts as they came. */
const written: Record<string, Record<string, unknown>[]> = {
  source: [
    { id: 'sources/page', slug: 'page', title: 'Eine  Seite\n', url: 'javascript:alert(1)', digest: 's' },
  ],
  institution: [
    {
      id: 'institutions/koeln',
      slug: 'koeln',
      name: json({ de: 'Notaufnahmeregister Köln', en: 'Cologne' }),
      name_sort_de: 'notaufnahmeregister koln',
      name_sort_en: 'cologne',
      name_folded: json({ de: 'notaufnahmeregister koln', en: 'cologne' }),
      city: 'Köln',
      city_folded: 'koln',
      kind: 'NETWORK',
      modified_at: '2025-01-01T00:00:00.000Z',
      digest: 'a',
    },
    {
      id: 'institutions/other',
      slug: 'other',
      name: json({ de: `Not\u00ADaufnahme\u00ADregister ${koeln}\n` }),
      name_sort_de: 'not aufnahme register koln',
      name_sort_en: 'not aufnahme register koln',
      name_folded: json({ de: 'not aufnahme register koln' }),
      other_names: json([{ language: 'de', value: ` ${koeln}` }]),
      description: json({ de: `Eins. \r\n\r\n${koeln}.` }),
      description_folded: json({ de: 'eins koln' }),
      homepage: 'https://x.example/',
      city: `${koeln}\u200B`,
      city_folded: 'koln',
      kind: 'NETWORK',
      modified_at: '2025-01-01T00:00:00.000Z',
      digest: 'b',
    },
  ],
  dataset: [
    {
      id: 'datasets/one',
      slug: 'one',
      name: json({ de: 'Eins' }),
      name_sort_de: 'eins',
      name_sort_en: 'eins',
      name_folded: json({ de: 'eins' }),
      kind: 'COHORT',
      keywords: json(['Öl', 'O\u0308l', 'Covid']),
      version: 'a\u0085b',
      version_folded: 'a b',
      modified_at: '2025-01-01T00:00:00.000Z',
      digest: 'c',
    },
  ],
  identifier: [
    { subject_id: 'datasets/one', scheme: 'DOI', value: '10.1007/ABC' },
    { subject_id: 'datasets/one', scheme: 'DOI', value: 'https://doi.org/10.1007/abc' },
    { subject_id: 'institutions/koeln', scheme: 'ROR', value: 'https://ror.org/032nzv584' },
    { subject_id: 'institutions/koeln', scheme: 'GRANT_NUMBER', value: 'siehe Webseite' },
    { subject_id: 'institutions/other', scheme: 'ROR', value: '032NZV584' },
    { subject_id: 'institutions/other', scheme: 'ISNI', value: '000000008852305x' },
  ],
  evidence: ['Köln', ` ${koeln}`].map((stated, position) => ({
    subject_id: 'institutions/other',
    position,
    source_id: 'sources/page',
    property: 'city',
    stated_value: stated,
    confidence: 'FOUND_IN_SOURCE',
  })),
};

/** The migration under test, and all after it, are not run yet. */
const before = 'OneFormOfTexts';

describeOnEachDatabase('data that an older release has stored', (dialect) => {
  let database: EmptyDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await emptyDatabase(dialect);
    const location = locationOf(database.url, '/');
    const { options } = dataSourceFor(location, registry);
    const all = options.migrations as (new () => object)[];
    const old = await new DataSource({
      ...options,
      migrations: all.slice(
        0,
        all.findIndex(({ name }) => name.startsWith(before)),
      ),
    }).initialize();
    await old.runMigrations({ transaction: 'all' });
    for (const [table, rows] of Object.entries(written)) {
      for (const row of rows) {
        const columns = Object.keys(row).map((column) => `"${column}"`);
        const values = columns.map((_, index) => `$${index + 1}`);
        await old.query(
          `INSERT INTO "${table}" (${columns.join()}) VALUES (${values.join()})`,
          Object.values(row),
        );
      }
    }
    await old.query('UPDATE data_version SET version = 3');
    await old.destroy();
    store = await Store.open({ databaseUrl: database.url, root: '/', registry });
  });

  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const ask = <T>(query: string): Promise<T> => answer<T>({ store, registry, database } as SmallWorld, query);

  const rows = async (statement: string): Promise<Record<string, unknown>[]> => {
    const other = await new DataSource(connectionOptions(locationOf(database.url, '/'))).initialize();
    try {
      return await other.query<Record<string, unknown>[]>(statement);
    } finally {
      await other.destroy();
    }
  };

  it('is found, counted and ordered as one text is, by the columns and the index that are derived from it', async () => {
    const both = { nodes: [{ slug: 'koeln' }, { slug: 'other' }] };
    expect(
      await ask(`{
        eq: institutions(filter: { name: { eq: "Notaufnahmeregister Köln" } }) { nodes { slug } }
        contains: institutions(filter: { name: { contains: "notaufnahmeregister" } }) { nodes { slug } }
        city: institutions(filter: { city: { eq: "Köln" } }) { nodes { slug } facets(by: [CITY]) { distinct } }
        search: institutions(search: "Notaufnahmeregister", orderBy: [{ field: NAME, direction: DESC }]) { nodes { slug } }
        disputed { nodes { slug } }
        datasets(filter: { keywords: { has: "O\u0308l" } }) { nodes { doi keywords } }
        marburg: resourcesByIdentifier(scheme: ROR, value: "032nzv584") { slug }
        other: institution(slug: "other") {
          name(language: DE) city homepage
          otherNames { value } descriptions { value } identifiers { scheme value }
          evidence { citedFrom { title url } }
        }
      }`),
    ).toEqual({
      eq: both,
      contains: both,
      city: { ...both, facets: [{ distinct: 1 }] },
      search: { nodes: [{ slug: 'other' }, { slug: 'koeln' }] },
      disputed: { nodes: [] },
      datasets: { nodes: [{ doi: '10.1007/abc', keywords: ['Öl', 'Covid'] }] },
      marburg: both.nodes,
      other: {
        name: 'Notaufnahmeregister Köln',
        city: 'Köln',
        homepage: 'https://x.example/',
        otherNames: [{ value: 'Köln' }],
        descriptions: [{ value: 'Eins.\n\nKöln.' }],
        identifiers: [
          { scheme: 'ISNI', value: '0000 0000 8852 305X' },
          { scheme: 'ROR', value: 'https://ror.org/032nzv584' },
        ],
        evidence: [0, 1].map(() => ({ citedFrom: { title: 'Eine Seite', url: null } })),
      },
    });
  });

  it('is told of, value by value: what it was, what it is, and what a person has to correct', async () => {
    const told = await rows(
      'SELECT subject_id, field, what, before, after FROM upgrade_report ORDER BY subject_id, field, before',
    );

    expect(told.map(({ subject_id, field, what, after }) => [subject_id, field, what, after])).toEqual([
      ['datasets/one', 'identifiers.DOI', 'SPELLING', '10.1007/abc'],
      ['datasets/one', 'identifiers.DOI', 'MERGED', '10.1007/abc'],
      ['datasets/one', 'keywords', 'FORM', json(['Öl', 'Covid'])],
      ['datasets/one', 'version', 'LEFT', null],
      ['institutions/koeln', 'identifiers.GRANT_NUMBER', 'LEFT', null],
      ['institutions/other', 'city', 'FORM', 'Köln'],
      ['institutions/other', 'description', 'FORM', json({ de: 'Eins.\n\nKöln.' })],
      ['institutions/other', 'evidence.1.stated_value', 'FORM', 'Köln'],
      ['institutions/other', 'identifiers.ISNI', 'SPELLING', '0000 0000 8852 305X'],
      ['institutions/other', 'identifiers.ROR', 'SHARED', 'https://ror.org/032nzv584'],
      ['institutions/other', 'name', 'FORM', json({ de: 'Notaufnahmeregister Köln' })],
      ['institutions/other', 'other_names', 'FORM', json([{ language: 'de', value: 'Köln' }])],
      ['sources/page', 'title', 'FORM', 'Eine Seite'],
      ['sources/page', 'url', 'TAKEN_OUT', null],
    ]);
    expect(told.find(({ what }) => what === 'TAKEN_OUT')?.before).toBe('javascript:alert(1)');
    expect(store.upgraded).toEqual({ FORM: 7, LEFT: 2, MERGED: 1, SHARED: 1, SPELLING: 2, TAKEN_OUT: 1 });
  });

  it('is another version for whoever has kept what it was', async () => {
    expect(await store.writtenVersion()).toBe(4);
  });

  it('is left alone at the next start', async () => {
    const again = await Store.open({ databaseUrl: database.url, root: '/', registry });
    expect(again.upgraded).toEqual({});
    expect(await again.writtenVersion()).toBe(4);
    await again.close();
  });
});
