/** The search index is derived data: it is there at every start, and says after any writes what a new one would say. */
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { Store } from '../../src/store/store';
import { searchTables } from '../../src/resource/search/tables';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { importRecords } from '../../src/intake/import';
import { ownOrigin, rawRecords, registry, SmallWorld } from '../helpers/small-world';

const institution = (slug: string, de: string) => ({ slug, name: { de }, kind: 'NETWORK' });

describeOnEachDatabase('the search index', (dialect) => {
  let world: SmallWorld;
  beforeEach(async () => {
    world = await SmallWorld.of(dialect, {
      Institution: [institution('one', 'Erstes Haus'), institution('two', 'Zweites Haus')],
    });
  });
  afterEach(() => world.end());

  const found = async (text: string, store = world.store): Promise<string[]> => {
    const { search } = await answer<{ search: { nodes: { slug: string }[] } }>(
      { store, registry, database: world.database } as SmallWorld,
      'query ($text: String!) { search(text: $text) { nodes { slug } } }',
      { variables: { text } },
    );
    return search.nodes.map(({ slug }) => slug);
  };

  /** Runs a statement as somebody else would, who knows nothing of the index. */
  async function behindItsBack(...statements: string[]): Promise<void> {
    const other = await new DataSource(connectionOptions(locationOf(world.database.url, '/'))).initialize();
    for (const statement of statements) await other.query(statement);
    await other.destroy();
  }

  async function atNextStart<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  /** All that the index knows, whatever the numbers of its records. */
  async function contents(): Promise<unknown> {
    const other = await new DataSource(connectionOptions(locationOf(world.database.url, '/'))).initialize();
    const tokens =
      dialect === 'sqlite'
        ? `SELECT r.key AS key, r.type AS type, r.digest AS digest, i.tokens AS tokens FROM search_record r JOIN search_index i ON i.rowid = r.id`
        : `SELECT key, type, digest, array_to_string(tsvector_to_array(tokens), ' ') AS tokens FROM search_record`;
    const rows = await other.query<{ tokens: string }[]>(`${tokens} ORDER BY 1`);
    const known = {
      records: rows.map((row) => ({ ...row, tokens: row.tokens.split(' ').sort() })),
      words: await other.query<unknown>(
        `SELECT word, kind, weight, records FROM ${searchTables.word} ORDER BY 1, 2, 3`,
      ),
      forms: await other.query<unknown>(`SELECT kind, form, word FROM ${searchTables.form} ORDER BY 1, 2, 3`),
    };
    await other.destroy();
    return known;
  }

  it('follows each write, and forgets words that no record has any more', async () => {
    expect(await found('Zweites')).toEqual(['two']);

    await world.add({
      Institution: [institution('two', 'Umbenanntes Haus'), institution('three', 'Drittes')],
    });

    expect(await found('Zweites')).toEqual([]);
    expect(await found('Umbenanntes')).toEqual(['two']);
    expect(await found('Haus')).toEqual(['one', 'two']);
    expect(JSON.stringify(await contents())).not.toContain('zweites');
  });

  it('says after many writes what an index says that is made anew', async () => {
    const names = ['Haus am See', 'AKTIN@NUM', 'Seehaus 2.0', 'Häuser', 'Haeuser und Seen'];
    for (let round = 0; round < 4; round += 1) {
      await world.add({
        Institution: ['one', 'two', 'three'].map((slug, index) =>
          institution(slug, names[(round * 2 + index) % names.length] ?? ''),
        ),
      });
    }
    const kept = await contents();
    await behindItsBack(`UPDATE ${searchTables.state} SET fingerprint = 'made in another way'`);
    await atNextStart(async () => undefined);

    expect(await contents()).toEqual(kept);
  });

  it('is made for a database that was filled before there was one', async () => {
    const tables = Object.values(searchTables).filter(
      (table) => dialect === 'sqlite' || table !== searchTables.index,
    );
    await behindItsBack(...tables.map((table) => `DROP TABLE ${table}`));

    expect(await atNextStart((store) => found('Zweites', store))).toEqual(['two']);
  });

  it('learns at start of records that were written, changed and deleted by those who do not know it', async () => {
    await behindItsBack(
      `UPDATE institution SET name = '{"de":"Neues Heim"}', digest = 'other' WHERE slug = 'one'`,
      `DELETE FROM institution WHERE slug = 'two'`,
    );

    await atNextStart(async (store) => {
      expect(await found('Heim', store)).toEqual(['one']);
      expect(await found('Haus', store)).toEqual([]);
    });
    expect(JSON.stringify(await contents())).not.toContain('haus');
  });

  it('is as it was when a write fails', async () => {
    const before = await contents();
    const fails = importRecords({
      origin: ownOrigin,
      records: rawRecords({ Institution: [institution('one', 'Anderes'), institution('four', 'Viertes')] }),
      registry,
      write: (work) =>
        world.store.write(async (transaction) => {
          await work(transaction);
          throw new Error('as if it was killed');
        }),
      now: () => new Date(0),
    });

    await expect(fails).rejects.toThrow('as if it was killed');

    expect(await contents()).toEqual(before);
  });
});
