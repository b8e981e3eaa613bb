/** Keeps the columns that say on which days records hold (docs/time.md) in step with what sources state, in the transaction that writes it. */
import type { EntityManager } from 'typeorm';
import { endColumn } from '../../resource/columns';
import { describe, endOf, isTimed, otherSide, type Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Span } from '../../resource/time';
import type { Row } from '../../resource/values';
import type { Dialect } from '../driver';
import { columnsOfLink, columnsOfResource, shownIn, type Bounds } from './holding-columns';
import { HoldingRows } from './holding-rows';
import { RelatedKeys, sides } from './related-keys';
import { ShowingStatements } from './showing-statements';

/** The stated beginning and end of a row. */
const statedOf = (row: Row | undefined): Bounds => ({
  from: (row?.starts_on as string | null | undefined) ?? null,
  until: (row?.ends_on as string | null | undefined) ?? null,
});

/** The two ends of a link as one text. */
const pairOf = (row: Row): string => sides.map((side) => String(row[endColumn(side)])).join(' ');

const possibleOf = (row: Row): Bounds => ({
  from: row.possible_from as string | null,
  until: row.possible_until as string | null,
});

export class HoldingTimes {
  private readonly rows: HoldingRows;
  private readonly statements: ShowingStatements;
  private readonly related: RelatedKeys;
  /** The classes of which a record changed. */
  private readonly changed = new Set<Description>();

  constructor(
    manager: EntityManager,
    dialect: Dialect,
    private readonly registry: Registry,
  ) {
    this.rows = new HoldingRows(manager, dialect);
    this.statements = new ShowingStatements(this.rows, registry);
    this.related = new RelatedKeys(this.rows, registry);
  }

  /**
   * Derives the columns of records that were written, and of those that depend on them: the ends of a link take their attested days from
   * it, their links must lie within their bounds, and an award bounds what it pays for.
   * @param written keys of written records and links, and of the ends of removed links
   * @returns the classes of which a record changed
   */
  async derive(written: ReadonlySet<string>): Promise<ReadonlySet<Description>> {
    const keys = new Set([...written, ...(await this.statements.statedDuring([...written]))]);
    const links = new Set([...keys].filter((key) => this.registry.ofKey(key)?.kind === 'link'));
    const resources = [...keys].filter((key) => this.registry.ofKey(key)?.kind === 'resource');
    for (const key of await this.related.linksAt(resources, ({ timeOf }) => timeOf !== undefined))
      links.add(key);
    const ends = await this.deriveLinks(links);
    const timed = new Set([...resources, ...ends].filter((key) => this.isTimedKey(key)));
    const moved = await this.deriveResources(timed);
    const listing = await this.statements.withCompleteLists(resources);
    const anew = new Set(await this.related.linksAt([...moved, ...listing], () => true));
    // A list that was complete before may be so no more.
    for (const key of await this.related.linksAt(resources, () => true, 'left_out')) anew.add(key);
    await this.deriveLinks(anew);
    return this.changed;
  }

  private isTimedKey(key: string): boolean {
    const description = this.registry.ofKey(key);
    return description !== undefined && isTimed(description);
  }

  /** @returns the keys of their ends */
  private async deriveLinks(keys: Iterable<string>): Promise<ReadonlySet<string>> {
    const ends = new Set<string>();
    // Links do not change the times of their ends, and many have an end in common.
    const times = new Map<string, Row | null>();
    for (const [link, ofClass] of this.related.byClass(keys))
      for await (const rows of this.rows.batches(link, ofClass)) {
        for (const key of await this.deriveRows(link, rows, times)) ends.add(key);
      }
    return ends;
  }

  private async deriveRows(
    link: Description,
    rows: readonly Row[],
    times: Map<string, Row | null>,
  ): Promise<ReadonlySet<string>> {
    const ends = new Set(rows.flatMap((row) => sides.map((side) => row[endColumn(side)] as string)));
    await this.readTimes(ends, times);
    const showing = await this.statements.of(rows.map(({ id }) => id as string));
    const lists = await this.statements.completeListsOf([...ends], link);
    const listed = await this.listedBy(link, [...lists.keys()]);
    const { timeOf } = link;
    const derived = rows.map((row) => {
      const own = statedOf(row);
      const lent = timeOf ? statedOf(times.get(row[endColumn(timeOf)] as string) ?? undefined) : null;
      const stated = { from: own.from ?? lent?.from ?? null, until: own.until ?? lent?.until ?? null };
      const timedEnds = sides.flatMap((side): Row[] => {
        const end = times.get(row[endColumn(side)] as string);
        return end ? [end] : [];
      });
      return columnsOfLink({
        stated,
        // What bounds a record cannot be bounded by the bounds that it gives.
        ends: timedEnds.map((end) =>
          timeOf
            ? { possible: statedOf(end), listedFrom: null }
            : { possible: possibleOf(end), listedFrom: end.listed_from as string | null },
        ),
        showing: showing.get(row.id as string) ?? [],
        listedBy: listed.get(pairOf(row)) ?? new Set(),
        lists: sides.flatMap((side) =>
          (lists.get(row[endColumn(side)] as string) ?? []).filter((list) => list.holds(link, side, row)),
        ),
      });
    });
    if ((await this.rows.write(link, rows, derived)).length > 0) this.changed.add(link);
    return ends;
  }

  /**
   * The sources that name links at some records, by the two ends of a link: a list that names another role of a record at the other end
   * does not leave the record out.
   */
  private async listedBy(link: Description, ends: readonly string[]): Promise<Map<string, Set<string>>> {
    const sources = new Map<string, Set<string>>();
    if (ends.length === 0) return sources;
    const rows = await this.rows.read(link, await this.related.linksAt(ends, (each) => each === link));
    const showing = await this.statements.of(rows.map(({ id }) => id as string));
    for (const row of rows)
      for (const { source } of showing.get(row.id as string) ?? [])
        sources.set(pairOf(row), (sources.get(pairOf(row)) ?? new Set()).add(source));
    return sources;
  }

  /** Adds the rows of those of the records that have a time, and null for the others. */
  private async readTimes(keys: Iterable<string>, times: Map<string, Row | null>): Promise<void> {
    const unread = [...keys].filter((key) => !times.has(key));
    for (const key of unread) times.set(key, null);
    for (const [description, ofClass] of this.related.byClass(unread))
      if (isTimed(description))
        for (const row of await this.rows.read(description, ofClass)) times.set(row.id as string, row);
  }

  /** @returns the keys of those whose bounds changed */
  private async deriveResources(keys: Iterable<string>): Promise<string[]> {
    const moved: string[] = [];
    for (const [description, ofClass] of this.related.byClass(keys)) {
      for await (const rows of this.rows.batches(description, ofClass)) {
        const batch = rows.map(({ id }) => id as string);
        const showing = await this.statements.of(batch);
        const shownByLinks = await this.shownByLinks(description, batch);
        const bounds = await this.boundsOf(description, batch);
        const derived = rows.map((row) => {
          const key = row.id as string;
          const own = statedOf(row);
          const lent = bounds.get(key);
          const stated = { from: own.from ?? lent?.from ?? null, until: own.until ?? lent?.until ?? null };
          return columnsOfResource(stated, [
            ...shownIn(showing.get(key) ?? []),
            ...(shownByLinks.get(key) ?? []),
          ]);
        });
        const changed = await this.rows.write(description, rows, derived);
        if (changed.length > 0) this.changed.add(description);
        moved.push(...changed.filter(({ bounds }) => bounds).map(({ key }) => key));
      }
    }
    return moved;
  }

  /** The days for which the links of records are shown: they show the records too. */
  private async shownByLinks(
    description: Description,
    keys: readonly string[],
  ): Promise<Map<string, Span[]>> {
    const found = new Map<string, Span[]>();
    for (const link of this.registry.links)
      for (const side of sides) {
        if (!this.registry.classesOf(endOf(link, side)).map(describe).includes(description)) continue;
        // What bounds a record is shown by the record's own bounds.
        if (description.boundedBy && describe(description.boundedBy()) === link) continue;
        for (const { key, from, until } of await this.rows.hullsAt(link, endColumn(side), keys))
          found.set(key, [...(found.get(key) ?? []), { from, until }]);
      }
    return found;
  }

  /** The bounds that links give to records. */
  private async boundsOf(description: Description, keys: readonly string[]): Promise<Map<string, Bounds>> {
    if (!description.boundedBy) return new Map();
    const link = describe(description.boundedBy());
    if (!link.timeOf)
      throw new Error(`${link.type} bounds ${description.type}, so it must declare "timeOf".`);
    return this.rows.boundsAt(link, endColumn(otherSide(link.timeOf)), keys);
  }
}
