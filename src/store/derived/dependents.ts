/** Which records depend on what was written: those that lead to it in a few steps, by references, lists that RDF states, and links. */
import type { EntityManager } from 'typeorm';
import { endColumn, referenceColumn, tableOf } from '../../resource/columns';
import {
  describe,
  endOf,
  otherSide,
  type Description,
  type List,
  type RecordClass,
  type Side,
} from '../../resource/description';
import { pathOfKey } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import type { Row } from '../../resource/values';
import { groupBy } from '../../maps';
import { batches, keysAtOnce } from '../batches';
import type { Dialect } from '../driver';
import { amongKeys, keysParameter } from '../keys';

const sides = ['from', 'to'] as const satisfies readonly Side[];

export class Dependents {
  private readonly byPath: ReadonlyMap<string, readonly string[]>;

  /** @param written the keys of what was written */
  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
    private readonly registry: Registry,
    written: Iterable<string>,
  ) {
    this.byPath = groupBy([...written], pathOfKey);
  }

  /** The keys of the records of a class that were written, or lead to something written in so many steps. */
  async of(description: Description, reach: number): Promise<Set<string>> {
    const found = new Set(this.writtenOf(description));
    if (reach === 0) return found;
    await this.byReferences(description, reach, found);
    for (const list of description.lists.filter(({ term }) => term)) await this.byList(list, reach, found);
    for (const link of this.registry.links)
      for (const side of sides) await this.byLinks(description, link, side, reach, found);
    return found;
  }

  private writtenOf({ path }: Description): readonly string[] {
    return this.byPath.get(path) ?? [];
  }

  /** What stands beside a record has references and lists, but no links. */
  private async beside(description: Description, reach: number): Promise<Set<string>> {
    const found = new Set(this.writtenOf(description));
    if (reach === 0) return found;
    await this.byReferences(description, reach, found);
    for (const list of description.lists.filter(({ term }) => term)) await this.byList(list, reach, found);
    return found;
  }

  private async byReferences(description: Description, reach: number, found: Set<string>): Promise<void> {
    for (const reference of description.references) {
      const targets = await this.beside(describe(reference.to()), reach - 1);
      await this.select(description, 'id', referenceColumn(reference), targets, found);
    }
  }

  private async byList(list: List, reach: number, found: Set<string>): Promise<void> {
    if (list.kind === 'inverse') {
      const of = describe(list.to());
      const reference = of.references.find(({ name }) => name === list.by);
      if (!reference) return;
      const members = await this.beside(of, reach - 1);
      await this.select(of, referenceColumn(reference), 'id', members, found);
      return;
    }
    const link = describe(list.link());
    await this.select(link, endColumn(list.as), 'id', this.writtenOf(link), found);
    const far = endOf(link, otherSide(list.as));
    const others = list.kind === 'through' && list.to ? [list.to()] : this.registry.classesOf(far);
    await this.atLinks(link, list.as, others, reach, found);
  }

  private async byLinks(
    description: Description,
    link: Description,
    side: Side,
    reach: number,
    found: Set<string>,
  ): Promise<void> {
    if (!this.registry.classesOf(endOf(link, side)).includes(description.class)) return;
    const own = new Set<string>();
    await this.select(link, endColumn(side), 'id', this.writtenOf(link), own);
    const others = this.registry.classesOf(endOf(link, otherSide(side)));
    await this.atLinks(link, side, others, reach, own);
    for (const key of own) if (pathOfKey(key) === description.path) found.add(key);
  }

  /** The records on one side of links whose other end was written, or leads there. */
  private async atLinks(
    link: Description,
    side: Side,
    others: readonly RecordClass[],
    reach: number,
    found: Set<string>,
  ): Promise<void> {
    for (const other of others.map(describe))
      await this.select(
        link,
        endColumn(side),
        endColumn(otherSide(side)),
        await this.beside(other, reach - 1),
        found,
      );
  }

  /** Adds what stands in one column of the rows with one of the keys in another. */
  private async select(
    description: Description,
    column: string,
    where: string,
    keys: Iterable<string>,
    found: Set<string>,
  ): Promise<void> {
    for (const batch of batches([...keys], keysAtOnce)) {
      const rows = await this.manager.query<Row[]>(
        `SELECT DISTINCT "${column}" AS "key" FROM "${tableOf(description)}" WHERE ${amongKeys(this.dialect, `"${where}"`)} AND "${column}" IS NOT NULL`,
        [keysParameter(this.dialect, batch)],
      );
      for (const { key } of rows) found.add(key as string);
    }
  }
}
