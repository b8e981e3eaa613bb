/** The tables that do not belong to a class: identifiers, evidence, origins and imports, withdrawn records, and versions of the data. */
import type { Column } from './columns';
import type { Evidence, Identifier, StatedEvidence } from './evidence';
import type { Row } from './values';

const text = (name: string, nullable = false): Column => ({ name, type: 'text', nullable });
const integer = (name: string, nullable = false): Column => ({ name, type: 'integer', nullable });

/** Identifiers of records, by origin. Several records may have the same. */
export const identifierTable = {
  name: 'identifier',
  columns: [text('subject_id'), text('origin'), text('scheme'), text('value')],
  key: ['subject_id', 'origin', 'scheme', 'value'],
};

/** Evidence by origin, in the order of the import. */
export const evidenceTable = {
  name: 'evidence',
  columns: [
    text('subject_id'),
    text('origin'),
    integer('position'),
    text('source_id'),
    text('property', true),
    text('stated_value', true),
    text('quotation', true),
    text('confidence'),
    text('stated_on', true),
    { name: 'during', type: 'json', nullable: true } as Column,
    text('note', true),
    { name: 'complete', type: 'boolean', nullable: true } as Column,
    integer('import_version', true),
    text('document', true),
    text('document_digest', true),
  ],
  key: ['subject_id', 'origin', 'position'],
};

/** Origins of records, such as `seeds`. */
export const originTable = {
  name: 'origin',
  columns: [text('name'), text('kind'), integer('rank')],
  key: ['name'],
};

/** The imports that changed something, each by the version of the data that it made. */
export const importTable = {
  name: 'import',
  columns: [
    integer('version'),
    text('origin'),
    text('started_at'),
    text('finished_at'),
    integer('created'),
    integer('updated'),
    integer('unchanged'),
    integer('withdrawn'),
  ],
  key: ['version'],
};

/**
 * Which origins state a record or link: the digest of all that one says of it, and the import that last changed that (null where it was
 * before imports were recorded). `stated_row` has what one says as columns of the record, where others state the record too; what a single
 * origin says is the record itself.
 */
export const statedTable = {
  name: 'stated',
  columns: [
    text('subject_id'),
    text('origin'),
    text('digest'),
    integer('import_version', true),
    { name: 'stated_row', type: 'json', nullable: true } as Column,
  ],
  key: ['subject_id', 'origin'],
};

/** Withdrawn records: their names by language, if they had any, and the time. */
export const withdrawnTable = {
  name: 'withdrawn',
  columns: [
    text('id'),
    text('type'),
    { name: 'names', type: 'json', nullable: true } as Column,
    text('withdrawn_at'),
  ],
  key: ['id'],
};

/** One row with the version, which every write raises, and the time of the last write. Version 0 means never filled. */
export const versionTable = {
  name: 'data_version',
  columns: [integer('id'), integer('version'), text('changed_at', true)],
  key: ['id'],
};

/** For each class, by path, the version of the last write to it. docs/architecture.md explains the path `*`. */
export const classVersionTable = {
  name: 'class_version',
  columns: [text('path'), integer('version')],
  key: ['path'],
};

/** A table with one row, the rules by which it was derived on which days records hold (store/times). */
export const holdingStateTable = 'holding_state';

/** A table with a row for each derivation: the rules by which its attributes were derived (store/derived). */
export const derivationStateTable = 'derivation_state';

/** A table with a row for each class whose counts are kept: the rules by which they are (store/counts). */
export const countStateTable = 'count_state';

/** A table with the records whose attributes a derivation has still to compute, by its name (store/derived). */
export const pendingTable = {
  name: 'derivation_pending',
  columns: [text('derivation'), text('id')],
  key: ['derivation', 'id'],
};

/** Of what an import speaks, and which import it is. */
export interface StatedBy {
  subject: string;
  origin: string;
  importVersion: number;
}

export const evidenceRow = (
  { subject, origin, importVersion }: StatedBy,
  position: number,
  evidence: Evidence,
): Row => ({
  subject_id: subject,
  origin,
  position,
  import_version: importVersion,
  source_id: evidence.sourceId,
  property: evidence.property,
  stated_value: evidence.statedValue,
  quotation: evidence.quotation,
  confidence: evidence.confidence,
  stated_on: evidence.statedOn,
  during: evidence.during.length > 0 ? JSON.stringify(evidence.during) : null,
  note: evidence.note,
  complete: evidence.complete,
  document: evidence.document?.address ?? null,
  document_digest: evidence.document?.digest ?? null,
});

export const evidenceOf = (row: Row): StatedEvidence => ({
  origin: row.origin as string,
  importVersion: row.import_version as number | null,
  sourceId: row.source_id as string,
  property: row.property as string | null,
  statedValue: row.stated_value as string | null,
  quotation: row.quotation as string | null,
  confidence: row.confidence as Evidence['confidence'],
  statedOn: row.stated_on as string | null,
  during: typeof row.during === 'string' ? (JSON.parse(row.during) as string[]) : [],
  note: row.note as string | null,
  complete: Boolean(row.complete),
  ...(typeof row.document === 'string' && {
    document: { address: row.document, digest: row.document_digest as string },
  }),
});

export const identifierRow = ({ subject, origin }: StatedBy, { scheme, value }: Identifier): Row => ({
  subject_id: subject,
  origin,
  scheme,
  value,
});

export const identifierOf = (row: Row): Identifier => ({
  scheme: row.scheme as Identifier['scheme'],
  value: row.value as string,
});
