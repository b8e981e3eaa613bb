/** Sets references that follow from links, such as the one funding period whose awards pay for a project, in the transaction that writes those. */
import type { EntityManager } from 'typeorm';
import { endColumn, referenceColumn, tableOf } from '../resource/columns';
import {
  describe,
  isStated,
  otherSide,
  type Description,
  type Reference,
  type ThroughList,
} from '../resource/description';
import { pathOfKey } from '../resource/identity';
import type { Registry } from '../resource/registry';
import { batches } from './batches';
import type { Dialect } from './driver';
import { amongKeys, keysParameter } from './keys';

/** @returns the list through links that a reference is derived from. @throws Error for a declaration without such a list */
function listOf({ type, lists }: Description, { name, derivedFrom }: Reference): ThroughList {
  const list = lists.find((each) => each.name === derivedFrom);
  if (list?.kind !== 'through')
    throw new Error(`"${name}" of ${type} cannot follow from "${String(derivedFrom)}".`);
  return list;
}

export class DerivedReferences {
  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
    private readonly registry: Registry,
  ) {}

  /**
   * @param written keys of written records and links, and of the ends of removed links
   * @returns the classes of which a record changed
   */
  async derive(written: ReadonlySet<string>): Promise<Description[]> {
    const changed: Description[] = [];
    for (const description of this.registry.resources)
      for (const reference of description.references) {
        if (isStated(reference)) continue;
        const list = listOf(description, reference);
        const keys = await this.owners(description, list, written);
        let rows = 0;
        for (const batch of batches(keys)) rows += await this.set(description, reference, list, batch);
        if (rows > 0) changed.push(description);
      }
    return changed;
  }

  /** The written records of a class, and those at written links. */
  private async owners(
    { path }: Description,
    list: ThroughList,
    written: ReadonlySet<string>,
  ): Promise<string[]> {
    const link = describe(list.link());
    const near = endColumn(list.as);
    const owners = new Set([...written].filter((key) => pathOfKey(key) === path));
    for (const batch of batches([...written].filter((key) => pathOfKey(key) === link.path)))
      for (const { near: key } of await this.query<{ near: string }>(
        `SELECT "${near}" AS near FROM "${tableOf(link)}" WHERE ${amongKeys(this.dialect, '"id"')}`,
        batch,
      ))
        if (pathOfKey(key) === path) owners.add(key);
    return [...owners];
  }

  /** @returns how many rows changed */
  private async set(
    description: Description,
    reference: Reference,
    list: ThroughList,
    keys: readonly string[],
  ): Promise<number> {
    const table = `"${tableOf(description)}"`;
    const column = `"${referenceColumn(reference)}"`;
    const [near, far] = [`l."${endColumn(list.as)}"`, `l."${endColumn(otherSide(list.as))}"`];
    const only = `(SELECT CASE WHEN count(DISTINCT ${far}) = 1 THEN min(${far}) END FROM "${tableOf(describe(list.link()))}" l WHERE ${near} = ${table}."id")`;
    const differs = this.dialect === 'postgres' ? 'IS DISTINCT FROM' : 'IS NOT';
    const rows = await this.query<{ id: string; only: string | null }>(
      `SELECT "id", ${only} AS only FROM ${table} WHERE ${amongKeys(this.dialect, '"id"')} AND ${column} ${differs} ${only}`,
      keys,
    );
    for (const { id, only: target } of rows)
      await this.manager.query(`UPDATE ${table} SET ${column} = $1 WHERE "id" = $2`, [target, id]);
    return rows.length;
  }

  private query<T>(statement: string, keys: readonly string[]): Promise<T[]> {
    return this.manager.query<T[]>(statement, [keysParameter(this.dialect, keys)]);
  }
}
