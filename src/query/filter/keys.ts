/** Conditions on what tells a record from all others: its global id, and an identifier that it has alone. */
import sql, { type Sql } from 'sql-template-tag';
import { BadUserInput } from '../../errors';
import type { Description } from '../../resource/description';
import { keyOfGlobalId } from '../../resource/identity';
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { allOf, type Reader } from '../sql';
import { uniqueIdentifiersOf } from '../unique-identifiers';
import { identifierConditions } from './identifier';
import { isAmong } from './cells';
import type { Comparisons } from './operators';

/**
 * Whether the global id that belongs to a key meets comparisons.
 * @throws BadUserInput for what is no global id.
 */
export const isIdAmong = (reader: Reader, key: Sql, { eq, in: among }: Comparisons): Sql =>
  allOf([
    ...(eq == null ? [] : [sql`${key} = ${keyOf(eq as string)}`]),
    ...(among == null ? [] : [isAmong(reader, key, (among as string[]).map(keyOf))]),
  ]);

function keyOf(id: string): string {
  const key = keyOfGlobalId(id);
  if (key !== null) return key;
  throw new BadUserInput(
    `"filter" names ${JSON.stringify(id.slice(0, 60))}, which is no global id. Give one from the field "id"; for a readable key use "slug".`,
  );
}

/** Whether the record with a key has an identifier of a scheme alone that meets comparisons; `isNull: true` asks for those that have none. */
export function meetsUniqueIdentifier(
  reader: Reader,
  key: Sql,
  { of, scheme }: { of: Description; scheme: IdentifierScheme },
  { isNull, ...comparisons }: Comparisons,
): Sql {
  const unique = uniqueIdentifiersOf(of, scheme);
  const isAsked = Object.values(comparisons).some((operand) => operand != null);
  const met = allOf(identifierConditions(reader, 'i', { ...comparisons, scheme }));
  return allOf([
    ...(isAsked || isNull === false ? [sql`${key} IN (SELECT i.subject_id ${unique} AND ${met})`] : []),
    ...(isNull === true ? [sql`${key} NOT IN (SELECT i.subject_id ${unique})`] : []),
  ]);
}
