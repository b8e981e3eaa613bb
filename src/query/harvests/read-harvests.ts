/** The runs of harvests and their sources, read for lists and for the source that evidence cites. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import {
  harvestedSourceOf,
  harvestMissingTable,
  harvestProposalTable,
  harvestSourceTable,
  harvestTable,
  type Harvest,
  type HarvestedSource,
} from '../../resource/harvests';
import type { Row } from '../../resource/values';
import type { HarvestOutcome } from '../../vocabulary/harvest-outcome';
import type { Listing } from '../listing';
import type { Direction, OrderTerm } from '../order';
import type { PageArguments } from '../page';
import { allOf, among, name, type Reader } from '../sql';
import { listedRows } from './listed-rows';

/** Which runs are listed. */
export interface HarvestFilter {
  /** Slugs of sources. */
  sources?: readonly string[] | null;
  outcomes?: readonly HarvestOutcome[] | null;
  startedFrom?: string | null;
  startedUntil?: string | null;
}

/** By what runs can be ordered, with the columns. */
export const harvestOrders = {
  startedAt: { column: 'started_at', type: 'text' },
  sourceSlug: { column: 'source_slug', type: 'text' },
  milliseconds: { column: 'milliseconds', type: 'integer' },
  createdCount: { column: 'created', type: 'integer' },
  refusedCount: { column: 'refused', type: 'integer' },
} as const;

export interface HarvestOrder {
  field: keyof typeof harvestOrders;
  direction?: Direction | null;
}

export interface HarvestRequest extends PageArguments {
  filter?: HarvestFilter | null;
  orderBy?: readonly HarvestOrder[] | null;
}

const byKey: OrderTerm = { column: 'id', type: 'text', direction: 'ASC', nullable: false };

/** The newest first where no order is given. */
function termsOf(orderBy: readonly HarvestOrder[]): OrderTerm[] {
  const orders = orderBy.length > 0 ? orderBy : [{ field: 'startedAt', direction: 'DESC' } as const];
  const terms = new Map<string, OrderTerm>();
  for (const { field, direction } of orders)
    if (!terms.has(field))
      terms.set(field, { ...harvestOrders[field], direction: direction ?? 'ASC', nullable: false });
  return [...terms.values(), byKey];
}

function listingOf({ sources, outcomes, startedFrom, startedUntil }: HarvestFilter): Listing {
  const source = (reader: Reader): Sql => {
    const conditions = [
      ...(sources ? [among(reader, raw('t.source_slug'), sources)] : []),
      ...(outcomes ? [among(reader, raw('t.outcome'), outcomes)] : []),
      ...(startedFrom ? [sql`t.started_at >= ${startedFrom}`] : []),
      ...(startedUntil ? [sql`t.started_at < ${startedUntil}`] : []),
    ];
    return sql`FROM ${name(harvestTable.name)} t WHERE ${conditions.length > 0 ? allOf(conditions) : raw('1 = 1')}`;
  };
  return {
    name: 'Query.harvests',
    of: null,
    columns: harvestTable.columns.map(({ name }) => name),
    parent: null,
    source,
  };
}

/** A page of runs, and the number of all. Each part is read only if it is selected. */
export const listedHarvests = (reader: Reader, { filter, orderBy, ...page }: HarvestRequest) =>
  listedRows(reader, {
    listing: listingOf(filter ?? {}),
    terms: termsOf(orderBy ?? []),
    page,
    of: harvestOf,
  });

/** What is kept of these sources, by slug, with their last run. */
export async function readHarvestedSources(
  reader: Reader,
  slugs: readonly string[],
): Promise<Map<string, HarvestedSource & { lastRun: Harvest | null; notSeen: number; proposals: number }>> {
  const counted = (table: string, column: string, value: Sql) =>
    sql`(SELECT count(*) FROM ${name(table)} c WHERE c.${raw(column)} = ${value})`;
  const rows = await reader.read(
    sql`SELECT s.*, ${counted(harvestMissingTable.name, 'origin', raw(`'harvest:' || s.slug`))} AS missing, ${counted(harvestProposalTable.name, 'source_slug', raw('s.slug'))} AS proposals FROM ${name(harvestSourceTable.name)} s WHERE ${among(reader, raw('s.slug'), slugs)}`,
  );
  const runs = await reader.read(
    sql`SELECT ${join(harvestTable.columns.map((each) => raw(`t."${each.name}"`)))} FROM ${name(harvestTable.name)} t JOIN (SELECT source_slug, max(number) AS number FROM ${name(harvestTable.name)} WHERE ${among(reader, raw('source_slug'), slugs)} GROUP BY source_slug) l ON l.source_slug = t.source_slug AND l.number = t.number`,
  );
  const last = new Map(runs.map((row) => [row.source_slug as string, harvestOf(row)]));
  return new Map(
    rows.map((row) => {
      const slug = row.slug as string;
      return [
        slug,
        {
          ...harvestedSourceOf(row),
          lastRun: last.get(slug) ?? null,
          notSeen: Number(row.missing),
          proposals: Number(row.proposals),
        },
      ];
    }),
  );
}

const listOf = (cell: unknown): unknown[] =>
  typeof cell === 'string' ? (JSON.parse(cell) as unknown[]) : [];

const harvestOf = (row: Row): Harvest => ({
  id: row.id as string,
  number: row.number as number,
  source: row.source_slug as string,
  startedAt: row.started_at as string,
  finishedAt: row.finished_at as string | null,
  outcome: row.outcome as HarvestOutcome,
  error: row.error as string | null,
  counts: {
    documents: row.documents as number,
    created: row.created as number,
    updated: row.updated as number,
    unchanged: row.unchanged as number,
    refused: row.refused as number,
    notSeen: row.not_seen as number,
    withdrawn: row.withdrawn as number,
    persons: row.persons as number,
  },
  findings: {
    errors: row.errors as number,
    warnings: row.warnings as number,
    infos: row.notes as number,
  },
  findingsKept: listOf(row.findings),
  milliseconds: row.milliseconds as number,
  phases: typeof row.phases === 'string' ? (JSON.parse(row.phases) as Record<string, number>) : {},
});
