/** Steps through the graph: the links at some records, each seen from its near end, in one statement. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import { describe, endOf } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { allOf, among, anyOf, validOn, type Reader } from '../sql';

/** Which links a walk through the graph may use. */
export interface LinkChoice {
  /** Only links that hold on this day (ISO 8601). */
  asOf?: string | null;
  /** Only links of these kinds. */
  kinds?: readonly string[] | null;
}

/** A link as it is seen from one of its ends. */
export interface SeenLink {
  /** Key of the link. */
  link: string;
  /** Keys of the record from which it is seen, and of the one at its other end. */
  near: string;
  far: string;
}

/** Which records the far ends of links may be: only these, or all but these. */
export type FarEnds = { among: readonly string[] } | { except: readonly string[] };

/** The links that one walk may use, from the view `link_end`. */
export class LinkEnds {
  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
    private readonly choice: LinkChoice,
  ) {}

  /** FROM and WHERE of the links that lead from records to others, under the alias `l`. */
  source(from: readonly string[], to: FarEnds): Sql {
    const { asOf, kinds } = this.choice;
    const conditions = [
      among(this.reader, raw('l.near_id'), from),
      this.possibleAt(from),
      this.leadsTo(to),
      ...(kinds ? [among(this.reader, raw('l.kind'), kinds)] : []),
      ...(asOf ? [validOn('l', asOf)] : []),
    ];
    return sql`FROM link_end l WHERE ${allOf(conditions)}`;
  }

  /** Reads the links that lead from records to others; no more than `most`, and nothing can be said of what is left out. */
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

  /** Spares the databases those link tables in which, by their declarations, none of the records can stand. */
  private possibleAt(records: readonly string[]): Sql {
    const classes = new Set(records.map((record) => this.registry.ofKey(record)));
    return anyOf(
      (['source', 'target'] as const).flatMap((side) => {
        const links = this.registry.links.filter((link) =>
          this.registry.classesOf(endOf(link, side)).some((each) => classes.has(describe(each))),
        );
        const kinds = links.map((link) => raw(`'${tableOf(link).toUpperCase()}'`));
        return kinds.length > 0 ? [sql`l.side = ${raw(`'${side}'`)} AND l.kind IN (${join(kinds)})`] : [];
      }),
    );
  }
}
