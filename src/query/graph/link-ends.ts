/** Steps in the graph: the links of some records, as seen from these records, in one statement. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import { describe, endOf } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Holding } from '../../vocabulary/holding';
import { holdsOn } from '../holding';
import { allOf, among, anyOf, type Reader } from '../sql';

/** Which links a traversal may use. */
export interface LinkChoice {
  /** Restricts to links that hold on this day (ISO 8601). */
  asOf?: string | null;
  /** How they hold on the day. */
  holding?: readonly Holding[] | null;
  /** Restricts to links of these kinds. */
  kinds?: readonly string[] | null;
}

/** A link as seen from one of its ends. */
export interface SeenLink {
  /** Key of the link. */
  link: string;
  /** Keys of the record at this end and at the other end. */
  near: string;
  far: string;
}

/** Restricts the records at the far ends: only these, or all except these. */
export type FarEnds = { among: readonly string[] } | { except: readonly string[] };

/** The links that a traversal may use, from the view `link_end`. */
export class LinkEnds {
  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
    private readonly choice: LinkChoice,
  ) {}

  /** FROM and WHERE of the links from some records to others, with the alias `l`. */
  source(from: readonly string[], to: FarEnds): Sql {
    const { asOf, holding, kinds } = this.choice;
    const conditions = [
      among(this.reader, raw('l.near_id'), from),
      this.possibleAt(from),
      this.leadsTo(to),
      ...(kinds ? [among(this.reader, raw('l.kind'), kinds)] : []),
      ...(asOf ? [holdsOn(this.reader, 'l', { asOf, holding })] : []),
    ];
    return sql`FROM link_end l WHERE ${allOf(conditions)}`;
  }

  /** Reads links from some records to others. If there are more than `most`, it is undefined which ones are returned. */
  async read(from: readonly string[], to: FarEnds, most: number): Promise<SeenLink[]> {
    const rows = await this.reader.read(
      sql`SELECT l.id, l.near_id, l.far_id ${this.source(from, to)} LIMIT ${most}`,
    );
    return rows.map((row) => ({
      link: row.id as string,
      near: row.near_id as string,
      far: row.far_id as string,
    }));
  }

  private leadsTo(to: FarEnds): Sql {
    return 'among' in to
      ? among(this.reader, raw('l.far_id'), to.among)
      : sql`NOT (${among(this.reader, raw('l.far_id'), to.except)})`;
  }

  /** Excludes the link tables whose declarations allow none of the records, so that databases need not look there. */
  private possibleAt(records: readonly string[]): Sql {
    const classes = new Set(records.map((record) => this.registry.ofKey(record)));
    return anyOf(
      (['from', 'to'] as const).flatMap((side) => {
        const links = this.registry.links.filter((link) =>
          this.registry.classesOf(endOf(link, side)).some((each) => classes.has(describe(each))),
        );
        const kinds = links.map((link) => raw(`'${tableOf(link).toUpperCase()}'`));
        return kinds.length > 0 ? [sql`l.side = ${raw(`'${side}'`)} AND l.kind IN (${join(kinds)})`] : [];
      }),
    );
  }
}
