/** What lies around a record: ring by ring, one statement for each, and one for the links among all that was found. */
import sql from 'sql-template-tag';
import type { Registry } from '../../resource/registry';
import type { Reader } from '../sql';
import { linksPerRecord } from './bounds';
import { LinkEnds, type LinkChoice } from './link-ends';

/** What is asked of the neighbourhood of a record. */
export interface NeighbourhoodQuery extends LinkChoice {
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

/** Reads the neighbourhood of a record. Where a ring does not fit, each record of the ring before gives of each kind of link alike. */
export async function readNeighbourhood(
  reader: Reader,
  registry: Registry,
  query: NeighbourhoodQuery,
): Promise<Neighbourhood> {
  const { of, depth, first } = query;
  const ends = new LinkEnds(reader, registry, query);
  const records = [of];
  const distances = [0];
  let ring = [of];
  let truncated = false;
  for (let distance = 1; distance <= depth && ring.length > 0 && !truncated; distance += 1) {
    const room = first - records.length;
    const next = await readRing(reader, ends, ring, records, room + 1);
    truncated = next.length > room;
    ring = next.slice(0, room).sort();
    records.push(...ring);
    distances.push(...ring.map(() => distance));
  }
  const most = first * linksPerRecord;
  const links = await readLinksAmong(reader, ends, records, most + 1);
  return { records, distances, links: links.slice(0, most), truncated: truncated || links.length > most };
}

async function readRing(
  reader: Reader,
  ends: LinkEnds,
  ring: readonly string[],
  known: readonly string[],
  most: number,
): Promise<string[]> {
  const ranked = sql`SELECT l.far_id, dense_rank() OVER (PARTITION BY l.near_id, l.kind ORDER BY l.far_id) AS place ${ends.source(ring, { except: known })}`;
  const rows = await reader.read(
    sql`SELECT far_id, min(place) AS place FROM (${ranked}) AS ranked WHERE place <= ${most} GROUP BY far_id ORDER BY min(place), far_id LIMIT ${most}`,
  );
  return rows.map((row) => row.far_id as string);
}

async function readLinksAmong(
  reader: Reader,
  ends: LinkEnds,
  records: readonly string[],
  most: number,
): Promise<string[]> {
  const rows = await reader.read(
    sql`SELECT l.id ${ends.source(records, { among: records })} AND l.side = 'source' ORDER BY l.id LIMIT ${most}`,
  );
  return rows.map((row) => row.id as string);
}
