/** A search reads the index, and never all records or all words: the plans of both databases say so. */
import { DataSource } from 'typeorm';
import { answer } from '../../helpers/ask';
import type { Reader } from '../../../src/query/sql';
import type { Statement } from '../../../src/resource/values';
import { connectionOptions, locationOf } from '../../../src/store/driver';
import { describeOnEachDatabase } from '../../helpers/databases';
import { explain } from '../../helpers/explain';
import { SmallWorld } from '../../helpers/small-world';

/** Words that are made of syllables, so that each text has others. */
const syllables = ['ba', 'den', 'kli', 'mor', 'nup', 'rok', 'sta', 'tuw'];
const word = (index: number): string =>
  [3, 2, 1, 0]
    .map((place) => syllables[Math.floor(index / syllables.length ** place) % syllables.length])
    .join('');

describeOnEachDatabase('the plan of a search', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {
      Dataset: Array.from({ length: 4_096 }, (_, index) => ({
        slug: `synthetic-${index}`,
        name: { de: `Synthetisch ${word(index)} ${word(index * 7)}` },
        kind: 'REGISTRY',
      })),
    });
    // What a database does by itself some time after many writes.
    const database = await new DataSource(
      connectionOptions(locationOf(world.database.url, '/')),
    ).initialize();
    await database.query(dialect === 'sqlite' ? 'ANALYZE' : 'VACUUM ANALYZE');
    await database.destroy();
  }, 60_000);
  afterAll(() => world.end());

  /** The plans of all statements that a query takes. */
  async function plansOf(query: string): Promise<string[]> {
    const plans: string[] = [];
    const reader: Reader = {
      dialect,
      read: async (statement: Statement) => {
        const rows = await world.store.read(explain(dialect, statement));
        plans.push(rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n'));
        return world.store.read(statement);
      },
    };
    await answer(world, query, { reader });
    return plans;
  }

  it('finds words in the index of the forms, and records in the inverted index', async () => {
    const plans = await plansOf(`{ search(text: "${word(77)}") { totalCount nodes { slug } } }`);
    const [words = '', ...hits] = plans;

    expect(words).not.toMatch(/SCAN [fw]\b|Seq Scan on search_/);
    expect(words).toMatch(/SEARCH f USING (COVERING )?INDEX|Index (Only )?Scan/);
    // The page and the count, whichever is read first; the others read records by their keys.
    const found = hits.filter((plan) => plan.includes('search_'));
    expect(found).toHaveLength(2);
    for (const hit of found) {
      expect(hit).toMatch(/search_index VIRTUAL TABLE INDEX|Bitmap Index Scan on ix_search_record_tokens/);
      expect(hit).not.toMatch(/SCAN r\b|Seq Scan on search_record/);
    }
  });

  it('comes from the index to the records of a list by their keys', async () => {
    const [, page = ''] = await plansOf(`{ datasets(search: "${word(77)}") { nodes { slug } } }`);

    // What is found is matched with the list by keys alone; only the records of the page are read.
    expect(page).toMatch(
      dialect === 'sqlite'
        ? /SEARCH t USING COVERING INDEX sqlite_autoindex_dataset_1 \(id=\?\)[^]*SEARCH t USING INDEX sqlite_autoindex_dataset_1 \(id=\?\)/
        : /Limit [^]*Index Scan using pk_dataset on dataset t /,
    );
    expect(page).not.toMatch(/SCAN t\b/);
    expect(page.split('Nested Loop').length - 1).toBeLessThanOrEqual(1);
  });
});
