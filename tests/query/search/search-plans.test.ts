/** A search reads the index, and never all records or all words: the plans of both databases say so. */
import { parse } from 'graphql';
import { DataSource } from 'typeorm';
import { readConfig } from '../../../src/config';
import { catalogueSubgraph } from '../../../src/federation/catalogue-subgraph';
import { requestContext } from '../../../src/graphql/context';
import { explain as explainQuery, type Explanation } from '../../../src/query/plan/explain';
import { profilesOf } from '../../../src/rdf/profiles/read-profiles';
import { answer, publicUrl } from '../../helpers/ask';
import type { Reader } from '../../../src/query/sql';
import type { Statement } from '../../../src/resource/values';
import { connectionOptions, locationOf } from '../../../src/store/driver';
import { describeOnEachDatabase } from '../../helpers/databases';
import { explain } from '../../helpers/explain';
import { SmallWorld } from '../../helpers/small-world';

interface Counted {
  totalCount: number;
  nodes: object[];
  pageInfo: { endCursor: string };
}

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

  /** The plan that PostgreSQL keeps for a statement that comes again, whatever its parameters. */
  const explainKept = ({ text, sql }: Statement): Statement => ({
    text: `EXPLAIN (GENERIC_PLAN) ${text}`,
    sql,
    values: [],
  });

  /** The plans of all statements that a query takes. */
  async function plansOf(
    query: string,
    explained = (statement: Statement) => explain(dialect, statement),
  ): Promise<string[]> {
    const plans: string[] = [];
    const reader: Reader = {
      dialect,
      read: async (statement: Statement) => {
        const rows = await world.store.read(explained(statement));
        plans.push(rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n'));
        return world.store.read(statement);
      },
    };
    await answer(world, query, { reader });
    return plans;
  }

  /** What the plan of a query reads, with the answer. */
  async function planned(query: string): Promise<Explanation> {
    const { store, registry } = world;
    const { schema } = await catalogueSubgraph(registry);
    const { limits, root } = readConfig({});
    const shared = {
      registry,
      schema,
      limits,
      profiles: profilesOf(root),
      sizeOf: () => 0,
      language: 'en' as const,
      publicUrl,
    };
    const contextOf = (reader: Reader) => requestContext({ ...shared, reader });
    return explainQuery(parse(query), undefined, {}, { schema, registry, reader: store, contextOf });
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

  it('reads a page and its count in one statement, and after a cursor in two', async () => {
    // Words are looked up, and whether they occur together, whatever is asked then.
    const list = `totalCount nodes { slug } pageInfo { endCursor }`;
    const counted = async (page: string) => {
      const { steps, text } = await planned(
        `{ datasets(search: "synthetisch ${word(77)}", ${page}) { ${list} } }`,
      );
      const { datasets } = JSON.parse(text ?? '') as { datasets: Counted };
      return {
        ...datasets,
        statements: steps[0]?.statements.length,
      };
    };

    const first = await counted('first: 1');
    const next = await counted(`first: 1, after: "${first.pageInfo.endCursor}"`);

    expect(first).toMatchObject({ totalCount: 2, nodes: [{}], statements: 3 });
    expect(next).toMatchObject({ totalCount: 2, nodes: [{}], statements: 4 });
  });

  it('comes from the index to the records of a list by their keys', async () => {
    const [, page = ''] = await plansOf(`{ datasets(search: "${word(77)}") { nodes { slug } } }`);

    // What is found is what the list has; only the records of the page are read.
    expect(page).toMatch(
      dialect === 'sqlite'
        ? /SEARCH r USING INTEGER PRIMARY KEY[^]*SEARCH t USING INDEX sqlite_autoindex_dataset_1 \(id=\?\)/
        : /Limit [^]*Index Scan using pk_dataset on dataset t /,
    );
    expect(page).not.toContain('SEARCH t USING COVERING INDEX');
    expect(page).not.toMatch(/SCAN t\b|Seq Scan/);
    expect(page.split('Index Scan using pk_dataset').length - 1).toBe(dialect === 'sqlite' ? 0 : 1);
  });

  it('looks several words up in the index, also once PostgreSQL keeps a plan for whatever is asked', async () => {
    const query = `{ datasets(search: "${word(77)} ${word(99)}") { totalCount nodes { slug } } }`;
    const first = await plansOf(query);
    const plans = dialect === 'sqlite' ? first : [...first, ...(await plansOf(query, explainKept))];

    // Whether a record has both words, the page, and the count.
    const found = plans.filter((plan) => /search_index|search_record/.test(plan));
    expect(found).toHaveLength(dialect === 'sqlite' ? 3 : 6);
    expect(found.filter((plan) => /SCAN [rt]\b|Seq Scan/.test(plan))).toEqual([]);
  });
});
