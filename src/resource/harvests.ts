/** What is kept of harvests: their runs, the sources, what was not seen lately, and under which addresses a source knows records. */
import type { HarvestOutcome } from '../vocabulary/harvest-outcome';
import type { Column } from './columns';
import type { Row } from './values';

const text = (name: string, nullable = false): Column => ({ name, type: 'text', nullable });
const integer = (name: string, nullable = false): Column => ({ name, type: 'integer', nullable });

/** How many things a harvest made, changed, found as they were, and so on. */
export interface HarvestCounts {
  /** Documents that were read. */
  documents: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Records and links that could not come in. */
  refused: number;
  /** Records that the source has stated before, and that a full run did not see. */
  notSeen: number;
  withdrawn: number;
  /** Names and addresses of individuals that were left out. */
  persons: number;
}

/** A run of a source. */
export interface Harvest {
  /** Slug of the source and number of the run: `mii-registry/12`. */
  id: string;
  /** Counts the runs of its source from 1. */
  number: number;
  /** Slug of the source, which is its name in SOURCES_FILE. */
  source: string;
  startedAt: string;
  finishedAt: string | null;
  outcome: HarvestOutcome;
  /** Why it failed or is incomplete, in words; null where nothing went wrong. */
  error: string | null;
  counts: HarvestCounts;
  /** How many findings of each severity it had. */
  findings: { errors: number; warnings: number; infos: number };
  /** The first findings, as JSON. */
  findingsKept: readonly unknown[];
  /** How long it took in all, in milliseconds. */
  milliseconds: number;
  /** How long each part took, in milliseconds. */
  phases: Readonly<Record<string, number>>;
}

/** What is known of a harvested source beside its record. */
export interface HarvestedSource {
  slug: string;
  kind: string;
  /** Its web address; null for a file. */
  address: string | null;
  /** As written in SOURCES_FILE; null if it is harvested by command only. */
  schedule: string | null;
  /** Key of the institution or infrastructure that answers for it. */
  owner: string | null;
  rank: number;
  /** Since when its runs fail; null if the last one did not. */
  failingSince: string | null;
  /** When it is harvested next by itself. */
  nextAt: string | null;
}

/** A source as its row says. */
export const harvestedSourceOf = (row: Row): HarvestedSource => ({
  slug: row.slug as string,
  kind: row.kind as string,
  address: row.address as string | null,
  schedule: row.schedule as string | null,
  owner: row.owner_id as string | null,
  rank: row.rank as number,
  failingSince: row.failing_since as string | null,
  nextAt: row.next_at as string | null,
});

/** The runs. */
export const harvestTable = {
  name: 'harvest',
  columns: [
    text('id'),
    integer('number'),
    text('source_slug'),
    text('started_at'),
    text('finished_at', true),
    text('outcome'),
    text('error', true),
    ...['documents', 'created', 'updated', 'unchanged', 'refused', 'not_seen', 'withdrawn', 'persons'].map(
      (name) => integer(name),
    ),
    ...['errors', 'warnings', 'notes'].map((name) => integer(name)),
    { name: 'findings', type: 'json', nullable: true } as Column,
    integer('milliseconds'),
    { name: 'phases', type: 'json', nullable: true } as Column,
  ],
  key: ['id'],
};

/** The sources, as SOURCES_FILE had them when they were harvested last. */
export const harvestSourceTable = {
  name: 'harvest_source',
  columns: [
    text('slug'),
    text('kind'),
    text('address', true),
    text('schedule', true),
    text('owner_id', true),
    integer('rank'),
    text('failing_since', true),
    text('next_at', true),
  ],
  key: ['slug'],
};

/** Records that an origin states and that its last full runs did not see. */
export const harvestMissingTable = {
  name: 'harvest_missing',
  columns: [text('origin'), text('subject_id'), text('since'), integer('runs')],
  key: ['origin', 'subject_id'],
};

/** Under which address a source knows a record, so that the record keeps its key when its title changes. */
export const harvestAddressTable = {
  name: 'harvest_address',
  columns: [text('origin'), text('address'), text('subject_id')],
  key: ['origin', 'address'],
};

/** Who does a work that only one process does at a time, and until when that is taken for granted. */
export const harvestLeaseTable = {
  name: 'harvest_lease',
  columns: [text('name'), text('holder'), text('until')],
  key: ['name'],
};

/** What a server said of a document, so that it is fetched again only if it has changed. */
export const harvestDocumentTable = {
  name: 'harvest_document',
  columns: [text('source_slug'), text('address'), { name: 'state', type: 'json', nullable: false } as Column],
  key: ['source_slug', 'address'],
};

/** The doubtful links of the last run of each source, until a person decides. */
export const harvestProposalTable = {
  name: 'harvest_proposal',
  columns: [text('source_slug'), text('id'), { name: 'proposal', type: 'json', nullable: false } as Column],
  key: ['source_slug', 'id'],
};

/** All these tables, with the columns of their indices. */
export const harvestTables: readonly {
  name: string;
  columns: Column[];
  key: string[];
  indices: string[][];
}[] = [
  {
    ...harvestTable,
    indices: [
      ['source_slug', 'number'],
      ['started_at', 'id'],
    ],
  },
  ...[
    harvestSourceTable,
    harvestMissingTable,
    harvestAddressTable,
    harvestLeaseTable,
    harvestDocumentTable,
    harvestProposalTable,
  ].map((table) => ({ ...table, indices: [] })),
];
