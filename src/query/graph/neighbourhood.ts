/** What lies around a record: ring by ring, one statement for each, and one for the links among all that was found. */
import sql, { raw } from 'sql-template-tag';
import { among, type Reader } from '../sql';
import { linksAt, type LinkChoice } from './link-ends';

/** What is asked of the neighbourhood of a record. */
export interface NeighbourhoodQuestion extends LinkChoice {
  /** Key of the record in the middle. */
  of: string;
  /** How many links lead to the outermost ring. */
  depth: number;
  /** How many records to give, the one in the middle included. */
  first: number;
}

export interface Neighbourhood {
  /** Keys of the records: ring by ring, in a ring by key. */
  records: string[];
  /** For each of the records how many links lead to it from the middle. */
  distances: number[];
  /** Keys of all links among the records, in their order. */
  links: string[];
  /** Whether there is more within the depth than is given. */
  truncated: boolean;
}

/** Links among the records of a neighbourhood, for each record that is asked for. */
export const linksPerRecord = 4;

/** Reads the neighbourhood of a record. Where a ring does not fit, each record of the ring before gives of each kind of link alike. */
export async function readNeighbourhood(
  reader: Reader,
  question: NeighbourhoodQuestion,
): Promise<Neighbourhood> {
  const { of, depth, first } = question;
  const records = [of];
  const distances = [0];
  let ring = [of];
  let truncated = false;
  for (let distance = 1; distance <= depth && ring.length > 0 && !truncated; distance += 1) {
    const room = first - records.length;
    const next = await readRing(reader, question, ring, records, room + 1);
    truncated = next.length > room;
    ring = next.slice(0, room).sort();
    records.push(...ring);
    distances.push(...ring.map(() => distance));
  }
  const most = first * linksPerRecord;
  const links = await readLinksAmong(reader, question, records, most + 1);
  return {
    records,
    distances,
    links: links.slice(0, most),
    truncated: truncated || links.length > most,
  };
}

async function readRing(
  reader: Reader,
  choice: LinkChoice,
  ring: readonly string[],
  known: readonly string[],
  most: number,
): Promise<string[]> {
  const ranked = sql`SELECT l.far_id, row_number() OVER (PARTITION BY l.near_id, l.kind ORDER BY l.far_id) AS place ${linksAt(reader, ring, choice)} AND NOT ${among(reader, raw('l.far_id'), known)}`;
  const rows = await reader.read(
    sql`SELECT far_id, min(place) AS place FROM (${ranked}) AS ranked WHERE place <= ${most} GROUP BY far_id ORDER BY min(place), far_id LIMIT ${most}`,
  );
  return rows.map((row) => row.far_id as string);
}

async function readLinksAmong(
  reader: Reader,
  choice: LinkChoice,
  records: readonly string[],
  most: number,
): Promise<string[]> {
  const rows = await reader.read(
    sql`SELECT l.id ${linksAt(reader, records, choice)} AND l.side = 'source' AND ${among(reader, raw('l.far_id'), records)} ORDER BY l.id LIMIT ${most}`,
  );
  return rows.map((row) => row.id as string);
}
