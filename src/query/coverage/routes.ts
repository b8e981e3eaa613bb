/** Explores the paths from covered records: all records on the way, with the links that lead there. */
import sql, { join, raw } from 'sql-template-tag';
import { columnsOf, tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import { codesOf } from '../../vocabulary/concept-scheme';
import { Holding } from '../../vocabulary/holding';
import { among, column, name, type Reader } from '../sql';
import type { Path, Step } from './path';
import { leadsFrom, leadsTo, type Lead } from './steps';
import { getOrMake, groupBy } from '../../maps';

/** A route from a covered record. */
export interface Route {
  links: StoredRecord[];
  /** The keys of the records on it, the covered one first. */
  via: string[];
  /** How its links hold on the day: as the one that is least certain. */
  holding: Holding;
}

/** What was read for a path. */
export interface Explored {
  path: Path;
  /** The routes after each number of steps, by covered record. For a path to records without its last step. */
  levels: Map<string, Route[]>[];
  /** For a path to records: the leads of its last step to required records, by where they begin. */
  last: Map<string, Lead[]>;
}

/** The key of the record at the end of a route. */
export const lastOf = (route: Route): string => route.via.at(-1) ?? '';

/** Reads for one query. What several paths share is read once. */
export class Explorer {
  private readonly beginnings = new Map<string, Promise<Map<string, Route[]>>>();
  private readonly records = new Map<string, StoredRecord>();

  constructor(
    private readonly reader: Reader,
    private readonly covered: readonly StoredRecord[],
    private readonly asOf: string | null,
  ) {
    for (const record of covered) this.records.set(record.key, record);
  }

  /** @param wanted keys of the required records at the end of the path */
  async explore(path: Path, wanted: readonly string[]): Promise<Explored> {
    const open = path.attribute ? path.steps : path.steps.slice(0, -1);
    const levels: Map<string, Route[]>[] = [];
    for (let length = 0; length <= open.length; length += 1)
      levels.push(await this.after(open.slice(0, length)));
    const step = path.attribute ? undefined : path.steps.at(-1);
    const leads = step ? await leadsTo(this.reader, step, wanted, this.asOf) : [];
    if (path.attribute) await this.readRecords(path.end, levels.at(-1) ?? new Map<string, Route[]>());
    return { path, levels, last: byStart(leads) };
  }

  /** A record at the end of a path to an attribute. */
  record(key: string): StoredRecord | undefined {
    return this.records.get(key);
  }

  private after(steps: readonly Step[]): Promise<Map<string, Route[]>> {
    const name = steps.map(({ by }) => by.name).join('.');
    return getOrMake(this.beginnings, name, () => this.walk(steps));
  }

  private async walk(steps: readonly Step[]): Promise<Map<string, Route[]>> {
    const step = steps.at(-1);
    if (!step)
      return new Map(this.covered.map(({ key }) => [key, [{ links: [], via: [key], holding: 'STATED' }]]));
    const before = await this.after(steps.slice(0, -1));
    const keys = new Set([...before.values()].flat().map(lastOf));
    const leads = await leadsFrom(this.reader, step, [...keys], this.asOf);
    const onwards = byStart(leads);
    return new Map(
      [...before].map(([start, routes]) => [
        start,
        routes.flatMap((route) => (onwards.get(lastOf(route)) ?? []).map((lead) => extended(route, lead))),
      ]),
    );
  }

  private async readRecords(of: Description, routes: ReadonlyMap<string, readonly Route[]>): Promise<void> {
    const keys = new Set([...routes.values()].flat().map(lastOf));
    const missing = [...keys].filter((key) => !this.records.has(key));
    if (missing.length === 0) return;
    const columns = join(columnsOf(of).map((each) => column('t', each.name)));
    const rows = await this.reader.read(
      sql`SELECT ${columns} FROM ${name(tableOf(of))} t WHERE ${among(this.reader, raw('t.id'), missing)}`,
    );
    for (const row of rows) this.records.set(row.id as string, recordOf(of, row));
  }
}

const byStart = (leads: readonly Lead[]): Map<string, Lead[]> => groupBy(leads, ({ from }) => from);

/** A route with one more step. */
export const extended = (route: Route, { to, link, holding }: Lead): Route => ({
  links: link ? [...route.links, link] : route.links,
  via: [...route.via, to],
  holding: order.indexOf(holding) > order.indexOf(route.holding) ? holding : route.holding,
});

/** From what is certain to what is not. */
const order = codesOf(Holding);
