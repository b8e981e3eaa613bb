/** What it takes to count a list by fields of the records that are linked with its own. */
import { getNamedType, isEnumType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { SizeOf } from '../../query/sizes';
import { isConnection, listedBy } from './parents';

/** A kind, a state, a theme: so many different values an attribute has at most that can be counted by, as an estimate. */
const valuesOfAttribute = 30;

/** Each linked record is a group of its own, which is put in order with all others: that takes as long as so many rows. */
const rowsOfAGroup = 1.7;

/** A field by which a list is counted that leads over links. */
interface LinkedField {
  /** Rows that are gone through beside the listed records; about as many links as records at the end that has more. */
  beside: number;
  /** For each of so many, one listed record has at most one row. */
  values: number;
}

/**
 * How many rows of links are gone through beside the records of the list: for each field those links that are more than its records,
 * and for several fields their combinations, as each record stands in a row for each pair of its values.
 * @param field `facets` or `aggregate` of a connection.
 * @param by the names that the argument has.
 */
export function linksGoneThrough(
  field: GraphQLField<unknown, unknown>,
  by: readonly unknown[],
  connection: GraphQLObjectType,
  sizeOf: SizeOf,
): number {
  const listed = getNamedType(connection.getFields().nodes?.type);
  if (!isObjectType(listed)) return 0;
  const size = sizeOf(listed.name);
  const codes = getNamedType(field.args.find(({ name }) => name === 'by')?.type);
  if (!isEnumType(codes)) return 0;
  const linked = by.flatMap((code) =>
    linkedField(String(codes.getValue(String(code))?.value), listed, sizeOf),
  );
  const each = linked.reduce((sum, { beside }) => sum + beside, 0);
  if (field.name !== 'aggregate' || linked.length < 2) return each;
  const rows = linked.reduce((product, { values }) => product * Math.max(1, values), Math.max(1, size));
  return each + Math.max(0, rows - size);
}

/** @param name such as `datasets` or `datasets.kind`. */
function linkedField(name: string, listed: GraphQLObjectType, sizeOf: SizeOf): LinkedField[] {
  const [list = '', attribute] = name.split('.');
  const connection = getNamedType(listed.getFields()[list]?.type);
  if (!isConnection(connection)) return [];
  const size = sizeOf(listed.name);
  const links = Math.max(size, sizeOf(listedBy(connection)));
  const ofEach = links / Math.max(1, size);
  if (attribute === undefined) return [{ beside: (links - size) * rowsOfAGroup, values: ofEach }];
  // Its values are looked up, and each is taken once.
  return [{ beside: links - size / 2, values: Math.min(ofEach, valuesOfAttribute) }];
}
