/** What a request reads from is all that its answer depends on: in no other class can anything be written that would change it. */
import fc from 'fast-check';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import { DataSource, type QueryRunner } from 'typeorm';
import { readConfig } from '../../src/config';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import { requestContext } from '../../src/graphql/context';
import { cancellationBy } from '../../src/query/cancellation';
import { Plans } from '../../src/query/plan/plans';
import { notingReader, ReadSet } from '../../src/query/read-set';
import type { RowCache } from '../../src/query/rows/row-cache';
import type { Reader } from '../../src/query/sql';
import { StatementClasses } from '../../src/query/statement-classes';
import { tableOf } from '../../src/resource/columns';
import type { Description } from '../../src/resource/description';
import { searchTables } from '../../src/resource/search/tables';
import { evidenceTable, identifierTable, versionTable } from '../../src/resource/statements';
import type { Row } from '../../src/resource/values';
import type { ReadClasses } from '../../src/resource/versions';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { migrationTable } from '../../src/store/tables-state';
import { upgradeReportTable } from '../../src/store/upgrade-report';
import { publicUrl } from '../helpers/ask';
import { describeOnEachDatabase, type Dialect } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { generatedQuery, type GeneratedQuery } from '../helpers/generated-query';
import { knownIn } from '../helpers/known-values';
import { runs } from '../helpers/property-runs';
import { rowCacheOf } from '../helpers/row-cache-of';
import { registry, SmallWorld } from '../helpers/small-world';

const statements = new StatementClasses(registry);

describe('the classes of a statement', () => {
  const typesOf = (text: string): unknown => {
    const classes = statements.of(text);
    return classes === 'everything'
      ? classes
      : registry.all.flatMap((each) => (classes.includes(each) ? each.type : []));
  };

  it.each([
    ['a table', 'SELECT t."name" FROM "dataset" t', ['Dataset']],
    [
      'tables that are joined, and such as only narrow',
      'SELECT 1 FROM (SELECT l.source_id FROM "usage" l) e JOIN "project" t ON t.id = e.id WHERE t."contact_id" IN (SELECT f1."id" FROM "contact" f1)',
      ['Project', 'Contact', 'Usage'],
    ],
    [
      'the name of a column, which is none of a table',
      'SELECT t."project", t.dataset FROM "contact" t',
      ['Contact'],
    ],
    ['identifiers, which may be of any class', 'SELECT i.value FROM "identifier" i', 'everything'],
    ['the index of the search', 'SELECT r.key FROM "search_record" r', 'everything'],
    ['the version of the data', 'SELECT version FROM data_version WHERE id = 1', 'everything'],
    ['no table', 'SELECT 1', []],
  ])('are known by %s', (_what, text, types) => {
    expect(typesOf(text)).toEqual(types);
  });

  it.each(['link', 'link_end'])('are all links where it reads the view %s', (view) => {
    expect(statements.of(`SELECT l.id FROM ${view} l WHERE l.kind = $1`)).toEqual(registry.links);
  });
});

/** Executes a query, and notes from which classes it reads. */
interface Asking {
  reader: Reader;
  rows?: RowCache;
  reads?: ReadSet;
}

type Executor = (asked: GeneratedQuery, asking: Asking) => Promise<string | null>;

/** The two executors; null where there are errors, of which nothing is cached. */
function executorsOf(schema: GraphQLSchema): Executor[] {
  const plans = new Plans({ schema, registry });
  const contextOf = ({ reader, rows, reads = new ReadSet() }: Asking) =>
    requestContext({
      registry,
      schema,
      limits: readConfig({}).limits,
      sizeOf: () => 0,
      reader: notingReader(reader, statements, reads),
      rows: rows?.forRequest(cancellationBy(new AbortController().signal), reads),
      language: 'de',
      publicUrl,
    });
  return [
    async ({ query, variables }, asking) => {
      const contextValue = contextOf(asking);
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        contextValue,
      });
      return result.errors ? null : JSON.stringify(result.data);
    },
    ({ query, variables }, asking) => plans.answer(parse(query), null, variables, contextOf(asking)),
  ];
}

/** Deletes all that is no part of these classes, for as long as a work takes. */
async function withNothingElse<T>(
  runner: QueryRunner,
  dialect: Dialect,
  classes: ReadClasses,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const others = registry.all.filter((each: Description) => !classes.includes(each as never));
  await runner.startTransaction();
  try {
    if (dialect === 'postgres') await runner.query('SET LOCAL session_replication_role = replica');
    for (const each of others) {
      await runner.query(`DELETE FROM "${tableOf(each)}"`);
      for (const { name } of [identifierTable, evidenceTable])
        await runner.query(
          `DELETE FROM ${name} WHERE subject_id >= '${each.path}/' AND subject_id < '${each.path}0'`,
        );
    }
    for (const table of [searchTables.record, searchTables.word, searchTables.form])
      await runner.query(`DELETE FROM ${table}`);
    await runner.query(`UPDATE ${versionTable.name} SET version = version + 1, changed_at = '2030-01-01'`);
    let last: Promise<unknown> = Promise.resolve();
    return await work({
      dialect,
      // One statement after another, as they have one connection.
      read: ({ sql, text, values }) => {
        const reading = last.then(
          () => runner.query(dialect === 'sqlite' ? sql : text, values) as Promise<Row[]>,
        );
        last = reading.catch(() => undefined);
        return reading;
      },
    });
  } finally {
    await runner.rollbackTransaction();
  }
}

describeOnEachDatabase('the classes that a request reads from', (dialect) => {
  it('are known of each table and view that there is', async () => {
    const world = await SmallWorld.of(dialect, {});
    const text =
      dialect === 'sqlite'
        ? `SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'`
        : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
    const rows = await world.store.read({ sql: text, text, values: [] });
    await world.end();

    const names = rows.map(({ name }) => name as string);
    const ofTheDatabase = (name: string) =>
      [migrationTable, upgradeReportTable].includes(name) || name.startsWith(`${searchTables.index}_`);
    expect(names).toContain('link_end');
    expect(names.filter((name) => !statements.knows(name) && !ofTheDatabase(name))).toEqual([]);
  });

  it('are all that the answer depends on, whichever executor reads, from the tables or from what is cached', async () => {
    const [records] = fc.sample(generatedCatalogue(registry, 9), { numRuns: 1, seed: 7 });
    const world = await SmallWorld.of(dialect, records ?? {});
    const database = await new DataSource(
      connectionOptions(locationOf(world.database.url, '/')),
    ).initialize();
    if (dialect === 'sqlite') await database.query('PRAGMA foreign_keys = OFF');
    const runner = database.createQueryRunner();
    try {
      const { schema } = await catalogueSubgraph(registry);
      const executors = executorsOf(schema);
      const rows = rowCacheOf(world);
      const known = { narrow: 0, everything: 0 };
      const property = fc.asyncProperty(
        generatedQuery(schema, await knownIn(world)),
        fc.constantFrom(...executors),
        fc.boolean(),
        async (given, executor, fromCache) => {
          const asked: GeneratedQuery = JSON.parse(JSON.stringify(given)) as GeneratedQuery;
          if (validate(schema, parse(asked.query)).length > 0) return;
          const asking = { reader: world.store, ...(fromCache && { rows }) };
          if (fromCache) await executor(asked, asking);
          const reads = new ReadSet();
          const answer = await executor(asked, { ...asking, reads });
          if (answer === null) return;
          const { classes } = reads;
          known[classes === 'everything' ? 'everything' : 'narrow'] += 1;
          if (classes === 'everything') return;
          const again = await withNothingElse(runner, dialect, classes, (reader) =>
            executor(asked, { reader }),
          );
          expect(again).toBe(answer);
        },
      );
      await fc.assert(property, { numRuns: runs(300), endOnFailure: true });
      // Were most of them read from everything, little would be compared.
      expect(known.narrow).toBeGreaterThan(known.everything);
    } finally {
      await runner.release();
      await database.destroy();
      await world.end();
    }
  }, 300_000);
});
