/** Where the paths from the covered records lead: all records on the way, with the links that lead there. */
import sql, { join, raw } from 'sql-template-tag';
import { columnsOf, tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import { among, column, name, type Reader } from '../sql';
import type { Path, Step } from './path';
import { leadsFrom, leadsTo, type Lead } from './steps';

/** A way that begins at a covered record. */
export interface Trail {
  links: StoredRecord[];
  /** The keys of the records that it passes, the covered one first. */
  via: string[];
  /** Whether a step on it proves nothing for the day that is asked about. */
  doubtful: boolean;
}

/** What was read for a path. */
export interface Explored {
  path: Path;
  /** The ways after so many steps, by the covered record; of a path to records without its last step. */
  levels: Map<string, Trail[]>[];
  /** Of a path to records: the leads of its last step to what is demanded, by where they begin. */
  last: Map<string, Lead[]>;
}

/** The key of the record to which a way leads. */
export const lastOf = (trail: Trail): string => trail.via.at(-1) ?? '';

/** Reads for one question; what several paths share is read once. */
export class Explorer {
  private readonly beginnings = new Map<string, Promise<Map<string, Trail[]>>>();
  private readonly known = new Map<string, StoredRecord>();

  constructor(
    private readonly reader: Reader,
    private readonly covered: readonly StoredRecord[],
    private readonly asOf: string | null,
  ) {
    for (const record of covered) this.known.set(record.key, record);
  }

  /** @param wanted keys of the records that are demanded at its end. */
  async explore(path: Path, wanted: readonly string[]): Promise<Explored> {
    const open = path.attribute ? path.steps : path.steps.slice(0, -1);
    const levels: Map<string, Trail[]>[] = [];
    for (let length = 0; length <= open.length; length += 1)
      levels.push(await this.after(open.slice(0, length)));
    const step = path.attribute ? undefined : path.steps.at(-1);
    const leads = step ? await leadsTo(this.reader, step, wanted, this.asOf) : [];
    if (path.attribute) await this.readRecords(path.end, levels.at(-1) ?? new Map<string, Trail[]>());
    return { path, levels, last: byStart(leads) };
  }

  /** A record that a way to an attribute ends at. */
  record(key: string): StoredRecord | undefined {
    return this.known.get(key);
  }

  private after(steps: readonly Step[]): Promise<Map<string, Trail[]>> {
    const name = steps.map(({ by }) => by.name).join('.');
    const known = this.beginnings.get(name);
    if (known) return known;
    const fresh = this.walk(steps);
    this.beginnings.set(name, fresh);
    return fresh;
  }

  private async walk(steps: readonly Step[]): Promise<Map<string, Trail[]>> {
    const step = steps.at(-1);
    if (!step)
      return new Map(this.covered.map(({ key }) => [key, [{ links: [], via: [key], doubtful: false }]]));
    const before = await this.after(steps.slice(0, -1));
    const keys = new Set([...before.values()].flat().map(lastOf));
    const leads = await leadsFrom(this.reader, step, [...keys], this.asOf);
    const onwards = byStart(leads);
    return new Map(
      [...before].map(([start, trails]) => [
        start,
        trails.flatMap((trail) => (onwards.get(lastOf(trail)) ?? []).map((lead) => extended(trail, lead))),
      ]),
    );
  }

  private async readRecords(of: Description, trails: ReadonlyMap<string, readonly Trail[]>): Promise<void> {
    const keys = new Set([...trails.values()].flat().map(lastOf));
    const missing = [...keys].filter((key) => !this.known.has(key));
    if (missing.length === 0) return;
    const columns = join(columnsOf(of).map((each) => column('t', each.name)));
    const rows = await this.reader.read(
      sql`SELECT ${columns} FROM ${name(tableOf(of))} t WHERE ${among(this.reader, raw('t.id'), missing)}`,
    );
    for (const row of rows) this.known.set(row.id as string, recordOf(of, row));
  }
}

function byStart(leads: readonly Lead[]): Map<string, Lead[]> {
  const grouped = new Map<string, Lead[]>();
  for (const lead of leads) {
    const beside = grouped.get(lead.from);
    if (beside) beside.push(lead);
    else grouped.set(lead.from, [lead]);
  }
  return grouped;
}

/** A way with one step more. */
export const extended = (trail: Trail, { to, link, doubtful }: Lead): Trail => ({
  links: link ? [...trail.links, link] : trail.links,
  via: [...trail.via, to],
  doubtful: trail.doubtful || doubtful,
});
