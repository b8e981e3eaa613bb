/** Every declared order and every filter by single values is read from its own index, in each direction, at the beginning and further inside; vocabularies are counted in one. */
import type { DataSource } from 'typeorm';
import { noParent, readCounts, readPages } from '../../src/query/connection';
import { readFacets } from '../../src/query/counting/facets';
import { filtered } from '../../src/query/filter/filter';
import { allOfClass } from '../../src/query/lists';
import { orderFieldsOf, orderTerms, type OrderTerm, type Place } from '../../src/query/order';
import type { Window } from '../../src/query/page';
import type { Reader } from '../../src/query/sql';
import { columnOf, tableOf } from '../../src/resource/columns';
import type { Description } from '../../src/resource/description';
import type { Statement } from '../../src/resource/values';
import { locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import { describeOnEachDatabase } from '../helpers/databases';
import { explain } from '../helpers/explain';
import { registry, SmallWorld } from '../helpers/small-world';

jest.setTimeout(240_000);

const classes = [...registry.resources, ...registry.links];

/** A place in an order, with a value in each column. */
const valueOf = ({ type }: OrderTerm): Place[number] => (type === 'integer' || type === 'real' ? 5 : 'm');

/** Pages at the beginning and at the end, and after and before a place with a value and without. */
function windowsOf(terms: readonly OrderTerm[]): Record<string, Window> {
  const place = terms.map(valueOf);
  const withoutValue = terms.map((term) => (term.nullable ? null : valueOf(term)));
  const forward: Window = { size: 20, backward: false, after: null, before: null };
  const backward: Window = { ...forward, backward: true };
  return {
    first: forward,
    last: backward,
    after: { ...forward, after: place },
    before: { ...backward, before: place },
    between: { ...forward, after: place, before: place },
    'after null': { ...forward, after: withoutValue },
    'before null': { ...backward, before: withoutValue },
  };
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

describeOnEachDatabase('large tables', (dialect) => {
  let world: SmallWorld;
  let planner: DataSource;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {});
    // PostgreSQL reads small tables wholly, as it should; here it is told to plan as for large ones.
    const { url } = world.database;
    const address =
      dialect === 'postgres'
        ? `${url}?options=-c%20enable_seqscan%3Doff%20-c%20enable_bitmapscan%3Doff`
        : url;
    planner = await dataSourceFor(locationOf(address, '/'), registry).initialize();
    // Large tables have been vacuumed, so that an index can answer alone.
    if (dialect === 'postgres')
      await planner.query(
        "UPDATE pg_class SET relallvisible = 1000 WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace",
      );
  });
  afterAll(async () => {
    await planner.destroy();
    await world.end();
  });

  const planOfSqlite = async (statement: Statement): Promise<string[]> => {
    const { sql: text, values } = explain('sqlite', statement);
    const rows = await planner.query<{ detail: string }[]>(text, values);
    return rows.map(({ detail }) => detail);
  };

  /** How SQLite reads the table of a list. */
  const stepsOfSqlite = async (statement: Statement): Promise<string[]> =>
    (await planOfSqlite(statement)).filter((detail) => /^(SCAN|SEARCH) t\b/.test(detail));

  /** How PostgreSQL reads tables. */
  const scansOfPostgres = async ({ text, values }: Statement): Promise<PlanNode[]> => {
    const [row] = await planner.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
      `EXPLAIN (FORMAT JSON) ${text}`,
      values,
    );
    const visit = (node: PlanNode): PlanNode[] => [
      ...(node['Index Name'] || node['Node Type'] === 'Seq Scan' ? [node] : []),
      ...(node.Plans ?? []).flatMap(visit),
    ];
    return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => visit(Plan));
  };

  /** How the rows of a table are found: the indices, or `none`. */
  const foundBy = async (statement: Statement): Promise<string[]> => {
    if (dialect === 'postgres')
      return (await scansOfPostgres(statement)).map((node) => node['Index Name'] ?? 'none');
    const steps = await stepsOfSqlite(statement);
    return steps.map((step) => / USING (?:COVERING )?INDEX (\w+)/.exec(step)?.[1] ?? 'none');
  };

  /** How rows are read of which an index does not tell all that is asked for. */
  const lookedAt = async (statement: Statement): Promise<string[]> => {
    if (dialect === 'sqlite')
      return (await stepsOfSqlite(statement)).filter((step) => !step.includes(' USING COVERING INDEX '));
    const scans = (await scansOfPostgres(statement)).map((node) => node['Node Type']);
    return scans.filter((scan) => scan !== 'Index Only Scan');
  };

  /** The statement that a work reads, which is not run. */
  const statementOf = async (work: (reader: Reader) => Promise<unknown>): Promise<Statement> => {
    const statements: Statement[] = [];
    await work({ dialect, read: (statement) => Promise.resolve((statements.push(statement), [])) });
    const [statement] = statements;
    if (!statement) throw new Error('Nothing was read.');
    return statement;
  };

  it.each(classes.map((description): [string, Description] => [description.type, description]))(
    '%s is paged by the index of each of its orders',
    async (_type, description) => {
      const listing = allOfClass(description, {});
      const wrong: string[] = [];
      const own = orderFieldsOf(description).filter(({ linked }) => !linked);
      for (const { name: field } of own) {
        for (const direction of ['ASC', 'DESC'] as const) {
          const terms = orderTerms(listing, [{ field, direction }], 'en');
          for (const [page, window] of Object.entries(windowsOf(terms))) {
            const read = (reader: Reader) => readPages(reader, listing, terms, window, [noParent]);
            const indices = await foundBy(await statementOf(read));
            const index = `ix_${tableOf(description)}_${terms[0]?.column}`;
            if (indices.length === 0 || !indices.every((found) => found.startsWith(index)))
              wrong.push(`${field} ${direction}, ${page}: ${indices.join()}`);
          }
        }
      }

      expect(wrong).toEqual([]);
    },
  );

  const samples: Partial<Record<string, unknown>> = {
    text: 'A',
    concept: 'A',
    integer: 5,
    money: 5,
    day: '2024-01-01',
    instant: '2024-01-01T00:00:00.000Z',
  };

  it.each(classes.map((description): [string, Description] => [description.type, description]))(
    '%s is filtered by the index of each single value',
    async (_type, description) => {
      const wrong: string[] = [];
      const compared = description.attributes.filter(
        ({ filter, kind }) => filter && samples[kind.name] !== undefined,
      );
      for (const attribute of compared) {
        const listing = filtered(
          allOfClass(description, {}),
          { [attribute.name]: { eq: samples[attribute.kind.name] } },
          registry,
        );
        const indices = await foundBy(await statementOf((reader) => readCounts(reader, listing, [noParent])));
        const index = `ix_${tableOf(description)}_${columnOf(attribute)}`;
        if (indices.length === 0 || !indices.every((found) => found.startsWith(index)))
          wrong.push(`${attribute.name}: ${indices.join()}`);
      }

      expect(wrong).toEqual([]);
    },
  );

  it.each(classes.map((description): [string, Description] => [description.type, description]))(
    '%s is counted by each vocabulary in an index, also where one of the first three narrows the others of them',
    async (_type, description) => {
      const wrong: string[] = [];
      const all = allOfClass(description, {});
      const counted = description.attributes.filter(
        ({ facet, kind }) => facet && kind.name.startsWith('concept'),
      );
      const first = counted.filter(({ derived }) => !derived).slice(0, 3);
      for (const attribute of counted) {
        const narrowing = first.includes(attribute)
          ? first.filter((other) => other !== attribute && other.kind.name === 'concept')
          : [];
        const lists = [all, ...narrowing.map(({ name }) => filtered(all, { [name]: { eq: 'A' } }, registry))];
        for (const [place, list] of lists.entries()) {
          const read = (reader: Reader) => readFacets(reader, list, attribute.name, 10, [noParent]);
          const seen = await lookedAt(await statementOf(read));
          if (seen.length > 0) wrong.push(`${attribute.name}, list ${place}: ${seen.join()}`);
        }
      }

      expect(wrong).toEqual([]);
    },
  );

  const onSqlite = dialect === 'sqlite' ? it : undefined;
  onSqlite?.(
    'the values of a whole list are counted along their index, and only what was counted is sorted',
    async () => {
      const dataset = registry.resources.find(({ type }) => type === 'Dataset');
      if (!dataset) throw new Error('There is no Dataset.');
      const read = (reader: Reader) => readFacets(reader, allOfClass(dataset, {}), 'kind', 10, [noParent]);

      const plan = await planOfSqlite(await statementOf(read));

      expect(plan.filter((step) => step === 'USE TEMP B-TREE FOR GROUP BY')).toHaveLength(1);
    },
  );
});
