/** Estimates counting a list by fields of linked records. */
import {
  getNamedType,
  isEnumType,
  isObjectType,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { SizeOf } from '../../query/sizes';
import { isConnection, listedBy } from './parents';

/** Estimated maximum number of values of an attribute that can be counted by, such as a kind, a state or a theme. */
const valuesOfAttribute = 30;

/** Where linked records themselves are counted, each is a group of its own. Sorting costs as much as this many rows per group. */
const rowsOfAGroup = 1.2;

/** A field over links by which a list is counted. */
interface LinkedField {
  /** Rows that are scanned in addition to the listed records: about as many links as records at the end with more of them. */
  beside: number;
  /** Number of values. For each of them, a listed record has at most one row. */
  values: number;
}

/** Extensions of an enum's value in a supergraph, which does not have the values that stand behind names. */
interface Meaning {
  /** The value in our own schema. */
  meant?: unknown;
}

const fieldMeantBy = (code: GraphQLEnumValue | null | undefined): string =>
  String((code?.extensions as Meaning | undefined)?.meant ?? code?.value);

/** Adds to the enums of a supergraph what their values mean in our own schema. */
export function noteMeanings(supergraph: GraphQLSchema, ours: GraphQLSchema): void {
  for (const own of Object.values(ours.getTypeMap())) {
    const shown = supergraph.getType(own.name);
    if (!isEnumType(own) || !isEnumType(shown)) continue;
    for (const { name, value } of own.getValues())
      Object.assign(shown.getValue(name)?.extensions ?? {}, { meant: value } satisfies Meaning);
  }
}

/**
 * The number of link rows that are scanned in addition to the listed records: for each field the links beyond the number of
 * records, and for several fields their combinations, as a record has a row for each pair of its values.
 * @param field `facets` or `aggregate` of a connection
 * @param by the values of the argument
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
    linkedField(fieldMeantBy(codes.getValue(String(code))), listed, sizeOf),
  );
  const each = linked.reduce((sum, { beside }) => sum + beside, 0);
  if (field.name !== 'aggregate' || linked.length < 2) return each;
  const rows = linked.reduce((product, { values }) => product * Math.max(1, values), Math.max(1, size));
  return each + Math.max(0, rows - size);
}

/** @param name such as `datasets` or `datasets.kind` */
function linkedField(name: string, listed: GraphQLObjectType, sizeOf: SizeOf): LinkedField[] {
  const [list = '', attribute] = name.split('.');
  const connection = getNamedType(listed.getFields()[list]?.type);
  if (!isConnection(connection)) return [];
  const size = sizeOf(listed.name);
  const links = Math.max(size, sizeOf(`${listed.name}.${list}`), sizeOf(listedBy(connection)));
  const ofEach = links / Math.max(1, size);
  const groups = Math.min(links, sizeOf(listedBy(connection)));
  if (attribute === undefined) return [{ beside: links - size + groups * rowsOfAGroup, values: ofEach }];
  // The attribute is looked up, and each value counts once per record.
  return [{ beside: links - size / 2, values: Math.min(ofEach, valuesOfAttribute) }];
}
