/** Steps through the graph: the links at some records, each seen from its near end, in one statement. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { allOf, among, validOn, type Reader } from '../sql';

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

/** FROM and WHERE of the links at records, of the view `link_end` under the alias `l`. */
export function linksAt(reader: Reader, keys: readonly string[], { asOf, kinds }: LinkChoice): Sql {
  const conditions = [
    among(reader, raw('l.near_id'), keys),
    ...(kinds ? [among(reader, raw('l.kind'), kinds)] : []),
    ...(asOf ? [validOn('l', asOf)] : []),
  ];
  return sql`FROM link_end l WHERE ${allOf(conditions)}`;
}

/** Reads the links at records; no more than `most`, and nothing can be said of what is left out. */
export async function readLinksAt(
  reader: Reader,
  keys: readonly string[],
  choice: LinkChoice,
  most: number,
): Promise<SeenLink[]> {
  const rows = await reader.read(
    sql`SELECT l.id, l.near_id, l.far_id ${linksAt(reader, keys, choice)} LIMIT ${most}`,
  );
  return rows.map((row) => ({
    link: row.id as string,
    near: row.near_id as string,
    far: row.far_id as string,
  }));
}
