/** Reads the statements of sources that show records on a day, or list all links of one. */
import { endColumn } from '../../resource/columns';
import {
  describe,
  isTimed,
  otherSide,
  type Description,
  type LinkList,
  type Side,
  type ThroughList,
} from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { evidenceTable } from '../../resource/statements';
import { spanOf } from '../../resource/time';
import type { Row } from '../../resource/values';
import { batches, keysAtOnce } from '../batches';
import type { CompleteList, Showing } from './holding-columns';
import type { HoldingRows } from './holding-rows';

/** A complete list, and which links belong to it. */
export interface CompleteLinks extends CompleteList {
  holds: (link: Description, side: Side, row: Row) => boolean;
}

const evidence = `"${evidenceTable.name}"`;

/** A statement about its beginning or end does not show that something is there when it is made. */
const aboutTime = `"property" IS NOT NULL AND "property" IN ('startsOn', 'endsOn')`;

export class ShowingStatements {
  constructor(
    private readonly rows: HoldingRows,
    private readonly registry: Registry,
  ) {}

  /** The statements that show records, by key. */
  async of(keys: readonly string[]): Promise<Map<string, Showing[]>> {
    const found = new Map<string, Showing[]>();
    const stated: Row[] = [];
    for (const batch of batches(keys, keysAtOnce))
      for (const row of await this.rows.query(
        `SELECT "subject_id", "source_id", "stated_on", "during" FROM ${evidence} WHERE ${this.rows.among('"subject_id"')} AND NOT (${aboutTime})`,
        batch,
      ))
        stated.push(row);
    const duringOf = ({ during }: Row): string[] =>
      typeof during === 'string' ? (JSON.parse(during) as string[]) : [];
    const times = await this.timesOf(new Set(stated.flatMap(duringOf)));
    for (const row of stated) {
      const showing = {
        source: row.source_id as string,
        statedOn: row.stated_on as string | null,
        during: duringOf(row).map((key) => times.get(key) ?? { from: null, until: null }),
      };
      const group = found.get(row.subject_id as string);
      if (group) group.push(showing);
      else found.set(row.subject_id as string, [showing]);
    }
    return found;
  }

  private async timesOf(keys: ReadonlySet<string>): Promise<Map<string, Showing['during'][number]>> {
    const found = new Map<string, Showing['during'][number]>();
    for (const description of this.registry.resources.filter(isTimed)) {
      const ofClass = [...keys].filter((key) => this.registry.ofKey(key) === description);
      for (const row of await this.rows.read(description, ofClass))
        found.set(row.id as string, {
          from: row.starts_on as string | null,
          until: row.ends_on as string | null,
        });
    }
    return found;
  }

  /** The subjects of statements that are made for the time of one of these records. */
  async statedDuring(keys: readonly string[]): Promise<string[]> {
    const timed = new Set(
      keys.filter((key) => {
        const description = this.registry.ofKey(key);
        return description?.kind === 'resource' && isTimed(description);
      }),
    );
    if (timed.size === 0) return [];
    const rows = await this.rows.all<{ subject_id: string; during: string }>(
      `SELECT DISTINCT "subject_id", "during" FROM ${evidence} WHERE "during" IS NOT NULL`,
    );
    return rows.flatMap(({ subject_id: subject, during }) =>
      (JSON.parse(during) as string[]).some((key) => timed.has(key)) ? [subject] : [],
    );
  }

  /** Those of the records for which some source gives a complete list. */
  async withCompleteLists(keys: readonly string[]): Promise<string[]> {
    return [...(await this.completeListsOf(keys)).keys()];
  }

  /**
   * The complete lists of links, by the record that has them.
   * @param of the class of the links; any by default
   */
  async completeListsOf(keys: readonly string[], of?: Description): Promise<Map<string, CompleteLinks[]>> {
    const found = new Map<string, CompleteLinks[]>();
    for (const batch of batches(keys, keysAtOnce)) {
      const rows = await this.rows.query(
        `SELECT "subject_id", "source_id", "property", "stated_on" FROM ${evidence} WHERE ${this.rows.among('"subject_id"')} AND "complete" = true AND "stated_on" IS NOT NULL`,
        batch,
      );
      for (const row of rows) {
        const subject = row.subject_id as string;
        const span = spanOf(row.stated_on as string);
        const list = this.registry.ofKey(subject)?.lists.find(({ name }) => name === row.property);
        if (!span || !list || list.kind === 'inverse') continue;
        if (of && describe(list.link()) !== of) continue;
        const complete: CompleteLinks = {
          ...span,
          source: row.source_id as string,
          holds: (link, side, listed) =>
            describe(list.link()) === link && side === list.as && this.isListed(list, listed),
        };
        found.set(subject, [...(found.get(subject) ?? []), complete]);
      }
    }
    return found;
  }

  private isListed(list: LinkList | ThroughList, row: Row): boolean {
    if (list.kind === 'links') return true;
    const far = this.registry.ofKey(row[endColumn(otherSide(list.as))] as string);
    return (!list.to || describe(list.to()) === far) && (list.roles?.includes(row.role as string) ?? true);
  }
}
