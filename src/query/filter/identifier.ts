/** Comparisons with identifiers: any spelling is converted to the stored one. */
import sql, { type Sql } from 'sql-template-tag';
import { canonicalBeginning, canonicalIdentifier } from '../../resource/identifiers/identifiers';
import { codesOf } from '../../vocabulary/concept-scheme';
import { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { allOf, anyOf, column, type Reader } from '../sql';
import { hasText, isAmong } from './cells';
import type { Comparisons } from './operators';

/** The conditions on an identifier under an alias. Without a scheme, a text is tried in every scheme in which it is valid. */
export function identifierConditions(
  reader: Reader,
  alias: string,
  { scheme, eq, in: among, startsWith }: Comparisons,
): Sql[] {
  const value = column(alias, 'value');
  const wanted = scheme as IdentifierScheme | null | undefined;
  const schemes = wanted == null ? codesOf(IdentifierScheme) : [wanted];
  const ofScheme = (each: IdentifierScheme): Sql => sql`${column(alias, 'scheme')} = ${each}`;
  const isOneOf = (texts: readonly string[]): Sql =>
    anyOf(
      schemes.flatMap((each) => {
        const meant = texts.flatMap((text) => canonicalIdentifier(each, text) ?? []);
        return meant.length === 0 ? [] : [allOf([ofScheme(each), isAmong(reader, value, meant)])];
      }),
    );
  const begins = (text: string): Sql =>
    anyOf(
      schemes.map((each) =>
        allOf([ofScheme(each), hasText(reader, value, 'startsWith', canonicalBeginning(each, text))]),
      ),
    );
  return [
    ...(wanted == null ? [] : [ofScheme(wanted)]),
    ...(eq == null ? [] : [isOneOf([eq as string])]),
    ...(among == null ? [] : [isOneOf(among as string[])]),
    ...(startsWith == null ? [] : [begins(startsWith as string)]),
  ];
}
