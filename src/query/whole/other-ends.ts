/** The records at the other ends of links. */
import { otherSide, type Side } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import { roleTermOf } from '../../resource/role-term';
import { statedRecords } from '../records';
import type { Source } from '../source';
import { onlyKey, type IsKeyEnough } from './surroundings';
import type { FoundLinks } from './links';

export interface OtherEnds {
  /** Those that were read. */
  readonly records: readonly StoredRecord[];
  readonly of: (key: string) => StoredRecord | undefined;
}

/** @param links of records by their keys */
export async function readOtherEnds(
  source: Source,
  links: ReadonlyMap<string, FoundLinks>,
  isKeyEnough: IsKeyEnough,
): Promise<OtherEnds> {
  const { registry } = source;
  const ends = new Map<string, StoredRecord | undefined>();
  const missing = new Set<string>();
  for (const [key, { links: own }] of links)
    for (const link of own) {
      const side = sideOf(link, key);
      const end = farKey(link, side);
      const [description, linkClass] = [registry.ofKey(end), registry.ofKey(link.key)];
      const role = linkClass && roleTermOf(linkClass, link);
      if (description && isKeyEnough(description, role?.of === side ? role : undefined))
        ends.set(end, onlyKey(end));
      else missing.add(end);
    }
  const recordAt = await source.records([...missing], statedRecords);
  const records = [...missing].flatMap((key) => recordAt(key) ?? []);
  for (const record of records) ends.set(record.key, record);
  return { records, of: (key) => ends.get(key) };
}

/** Which end of a link a record is. */
export const sideOf = (link: StoredRecord, key: string): Side => (link.fromKey === key ? 'from' : 'to');

export const farKey = (link: StoredRecord, side: Side): string =>
  (otherSide(side) === 'from' ? link.fromKey : link.toKey) ?? '';
