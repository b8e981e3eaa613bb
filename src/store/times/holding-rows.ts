/** Reads and writes the rows whose times are derived. */
import type { EntityManager } from 'typeorm';
import { endColumns, tableOf } from '../../resource/columns';
import { attributeOf, type Description } from '../../resource/description';
import type { Row } from '../../resource/values';
import { batches, keysAtOnce } from '../batches';
import type { Dialect } from '../driver';
import { updateColumns } from '../derived/update-columns';
import { amongKeys, keysParameter } from '../keys';
import { holdingColumnNames, type Bounds, type HoldingColumns } from './holding-columns';

const typeOf = (name: (typeof holdingColumnNames)[number]): 'integer' | 'text' =>
  name === 'bounded' ? 'integer' : 'text';

/** A record whose columns changed, and whether its bounds did. */
interface Changed {
  key: string;
  bounds: boolean;
}

export class HoldingRows {
  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
  ) {}

  /** Runs a statement in which `$1` is a list of keys that a column is compared with by `among`. */
  query<T extends Row>(statement: string, keys: readonly string[]): Promise<T[]> {
    return this.manager.query<T[]>(statement, [keysParameter(this.dialect, keys)]);
  }

  /** Runs a statement without parameters. */
  all<T extends Row>(statement: string): Promise<T[]> {
    return this.manager.query<T[]>(statement);
  }

  /** The condition that a column is one of the keys. */
  among(column: string): string {
    return amongKeys(this.dialect, column);
  }

  /** The rows of records, without their texts. */
  async read(description: Description, keys: readonly string[]): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const batch of this.batches(description, keys)) for (const row of batch) rows.push(row);
    return rows;
  }

  async *batches(description: Description, keys: readonly string[]): AsyncGenerator<Row[]> {
    const own = description.kind === 'link' ? this.endsOf(description) : [];
    const columns = ['id', 'starts_on', 'ends_on', ...own, ...holdingColumnNames].map((name) => `"${name}"`);
    for (const batch of batches(keys, keysAtOnce))
      yield await this.query(
        `SELECT ${columns.join(', ')} FROM "${tableOf(description)}" WHERE ${this.among('"id"')}`,
        batch,
      );
  }

  private endsOf(link: Description): string[] {
    return [...endColumns, ...(attributeOf(link, 'role') ? ['role'] : [])];
  }

  /** The keys of rows with one of some values in a column, and perhaps something in another one. */
  async keysWhere(
    description: Description,
    column: string,
    values: readonly string[],
    notNull = 'id',
  ): Promise<string[]> {
    const found: string[] = [];
    for (const batch of batches(values, keysAtOnce)) {
      const rows = await this.query<{ id: string }>(
        `SELECT "id" FROM "${tableOf(description)}" WHERE ${this.among(`"${column}"`)} AND "${notNull}" IS NOT NULL`,
        batch,
      );
      for (const { id } of rows) found.push(id);
    }
    return found;
  }

  /** From when to when the links at some records are attested. */
  hullsAt(
    link: Description,
    end: string,
    keys: readonly string[],
  ): Promise<{ key: string; from: string; until: string }[]> {
    return this.query(
      `SELECT "${end}" AS "key", min("attested_from") AS "from", max("attested_until") AS "until" FROM "${tableOf(link)}" WHERE ${this.among(`"${end}"`)} AND "attested_from" IS NOT NULL GROUP BY "${end}"`,
      keys,
    );
  }

  /** From when to when the links at some records are possible; null where one of them has no bound. */
  async boundsAt(link: Description, end: string, keys: readonly string[]): Promise<Map<string, Bounds>> {
    const bound = (name: string, function_: string) =>
      `CASE WHEN count("${name}") = count(*) THEN ${function_}("${name}") END`;
    const rows = await this.query<{ key: string; from: string | null; until: string | null }>(
      `SELECT "${end}" AS "key", ${bound('possible_from', 'min')} AS "from", ${bound('possible_until', 'max')} AS "until" FROM "${tableOf(link)}" WHERE ${this.among(`"${end}"`)} GROUP BY "${end}"`,
      keys,
    );
    return new Map(rows.map(({ key, from, until }) => [key, { from, until }]));
  }

  /** Writes the columns of those rows in which they differ. */
  async write(
    description: Description,
    rows: readonly Row[],
    derived: readonly HoldingColumns[],
  ): Promise<Changed[]> {
    const changed: Changed[] = [];
    const updates: Row[] = [];
    rows.forEach((row, index) => {
      const columns = derived[index];
      if (!columns || holdingColumnNames.every((name) => row[name] === columns[name])) return;
      const bounds = (['possible_from', 'possible_until', 'listed_from'] as const).some(
        (name) => row[name] !== columns[name],
      );
      changed.push({ key: row.id as string, bounds });
      updates.push({ id: row.id, ...columns });
    });
    const columns = holdingColumnNames.map((name) => ({ name, type: typeOf(name) }));
    await updateColumns(this.manager, this.dialect, { table: tableOf(description), columns }, updates);
    return changed;
  }
}
