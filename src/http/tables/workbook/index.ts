/** The workbook of a query: a sheet for each list, and one that says what it is. */
import type { StartedTable } from '../start-tables';
import type { Cell } from '../cells';
import { rowsOf } from '../read-pages';
import { xlsx } from '../xlsx';
import type { Sheet } from './sheet';

/** The bytes of the workbook. A list that is the only one has a sheet named "Table". */
export const workbook = (tables: readonly StartedTable[], about: Sheet | null): AsyncIterable<Uint8Array> =>
  xlsx([...tables.map((table) => sheetOf(table, tables.length === 1)), ...(about ? [about] : [])]);

const sheetOf = (table: StartedTable, isOnly: boolean): Sheet => ({
  name: isOnly ? 'Table' : table.plan.list,
  header: table.columns.map(({ name }) => name),
  rows: eachRow(table),
  sample: table.first ? rowsOf(table.plan, table.first) : [],
});

async function* eachRow({ plan, pages }: StartedTable): AsyncGenerator<readonly Cell[]> {
  for await (const page of pages) yield* rowsOf(plan, page);
}
