/** The neighbourhood of a record. Each ring and each unfolded record takes one statement, and the links between all found records another one. */
import sql from 'sql-template-tag';
import type { Registry } from '../../resource/registry';
import type { Reader } from '../sql';
import { linksPerRecord } from './bounds';
import { LinkEnds, type LinkChoice } from './link-ends';

/** The arguments of a neighbourhood query. */
export interface NeighbourhoodQuery extends LinkChoice {
  /** Key of the record in the centre. */
  of: string;
  /** Number of links to the outermost ring. */
  depth: number;
  /** Keys of records of which also what lies around them is wanted, whatever the depth; those that are not found are left out. */
  unfold?: readonly string[];
  /** Maximum number of records, including the centre. */
  first: number;
}

/** A record in a neighbourhood. */
export interface GraphNode {
  key: string;
  /** How many links lead to it from the middle. */
  distance: number;
}

export interface Neighbourhood {
  /** By ring, then by key; what was unfolded comes last. */
  nodes: GraphNode[];
  /** Keys of all links between the records, sorted. */
  links: string[];
  /** Whether there are more records or links within the depth. */
  truncated: boolean;
}

/** Reads the neighbourhood of a record. If a ring does not fit, each record of the ring before contributes equally of each kind of link. */
export async function readNeighbourhood(
  reader: Reader,
  registry: Registry,
  query: NeighbourhoodQuery,
): Promise<Neighbourhood> {
  const { of, depth, first } = query;
  const ends = new LinkEnds(reader, registry, query);
  const nodes: GraphNode[] = [{ key: of, distance: 0 }];
  const records = () => nodes.map(({ key }) => key);
  let ring = [of];
  let truncated = false;
  for (let distance = 1; distance <= depth && ring.length > 0 && !truncated; distance += 1) {
    const room = first - nodes.length;
    const next = await readRing(reader, ends, ring, records(), room + 1);
    truncated = next.length > room;
    ring = next.slice(0, room).sort();
    nodes.push(...ring.map((key) => ({ key, distance })));
  }
  for (const key of query.unfold ?? []) {
    const unfolded = nodes.find((node) => node.key === key);
    const room = first - nodes.length;
    if (!unfolded) continue;
    const next = await readRing(reader, ends, [key], records(), room + 1);
    truncated ||= next.length > room;
    const distance = unfolded.distance + 1;
    nodes.push(
      ...next
        .slice(0, room)
        .sort()
        .map((found) => ({ key: found, distance })),
    );
  }
  const most = first * linksPerRecord;
  const links = await readLinksAmong(reader, ends, records(), most + 1);
  return { nodes, links: links.slice(0, most), truncated: truncated || links.length > most };
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
    sql`SELECT l.id ${ends.source(records, { among: records })} AND l.side = 'from' ORDER BY l.id LIMIT ${most}`,
  );
  return rows.map((row) => row.id as string);
}
