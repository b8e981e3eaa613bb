/** What stands in the way of withdrawing records: that others refer to them. */
import { In, Not, type EntityManager } from 'typeorm';
import { endColumns, referenceColumn, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { pathOfKey } from '../resource/identity';
import { evidenceTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches } from './batches';
import type { Origins } from './origins';

/** A reference from one record to another, or from its evidence to a source. */
export interface Referring {
  from: string;
  to: string;
  /** Who states it. */
  origin: string;
}

interface Asked {
  /** The records that are referred to. */
  keys: readonly string[];
  /** The classes from which they may be. */
  classes: readonly Description[];
  /** What this origin states does not count. */
  except: string;
}

/** All references to some records that other origins state. */
export async function referringTo(
  manager: EntityManager,
  origins: Origins,
  { keys, classes, except }: Asked,
): Promise<Referring[]> {
  const found: Referring[] = [];
  for (const batch of batches(keys)) {
    for (const description of classes)
      for (const column of pointersOf(description)) {
        const rows = await manager.find<Row>(tableOf(description), {
          select: { id: true, [column]: true },
          where: { [column]: In([...batch]) },
        });
        const from = rows.map(({ id }) => id as string);
        // What the origin states, it takes back or states anew; what others say of the same records is looked at below.
        const own = await origins.digests(except, from);
        const others = await origins.others(except, from);
        for (const { id, [column]: to } of rows.filter((row) => !own.has(row.id as string)))
          found.push({ from: id as string, to: to as string, origin: nameOf(others.get(id as string)) });
      }
    const cited = await manager.find<Row>(evidenceTable.name, {
      select: { subject_id: true, origin: true, position: true, source_id: true },
      where: { source_id: In([...batch]), origin: Not(except) },
    });
    found.push(
      ...cited.map((row) => ({
        from: row.subject_id as string,
        to: row.source_id as string,
        origin: row.origin as string,
      })),
    );
  }
  return distinct([...found, ...(await keptApart(origins, { keys, classes, except }))]);
}

/** References in what is kept apart of what several origins state: a record need not show them. */
async function keptApart(origins: Origins, { keys, classes, except }: Asked): Promise<Referring[]> {
  const wanted = new Set<unknown>(keys);
  const pointers = new Map(classes.map((each) => [each.path, pointersOf(each)]));
  const found: Referring[] = [];
  for (const batch of batches(await origins.sharedKeys()))
    for (const { subject, origin, row } of [...(await origins.others(except, batch)).values()].flat())
      for (const column of pointers.get(pathOfKey(subject)) ?? [])
        if (wanted.has(row?.[column])) found.push({ from: subject, to: row?.[column] as string, origin });
  return found;
}

const nameOf = (stated: readonly { origin: string }[] = []): string => stated[0]?.origin ?? 'unknown';

const distinct = (references: readonly Referring[]): Referring[] => [
  ...new Map(references.map((each) => [`${each.from} ${each.to}`, each])).values(),
];

/** The columns of a class that hold keys of others. */
const pointersOf = (description: Description): string[] => [
  ...(description.kind === 'link' ? endColumns : []),
  ...description.references.map(referenceColumn),
];
