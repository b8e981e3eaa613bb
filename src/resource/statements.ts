/** The tables that do not belong to a class: identifiers, evidence, origins, withdrawn records, and versions of the data. */
import type { Column } from './columns';
import type { Evidence, Identifier } from './evidence';
import type { Row } from './values';

const text = (name: string, nullable = false): Column => ({ name, type: 'text', nullable });

/** Identifiers of records. Several records may have the same. */
export const identifierTable = {
  name: 'identifier',
  columns: [text('subject_id'), text('scheme'), text('value')],
  key: ['subject_id', 'scheme', 'value'],
};

/** Evidence, in the order of the import. */
export const evidenceTable = {
  name: 'evidence',
  columns: [
    text('subject_id'),
    { name: 'position', type: 'integer', nullable: false } as Column,
    text('source_id'),
    text('property', true),
    text('stated_value', true),
    text('quotation', true),
    text('confidence'),
    text('stated_on', true),
    text('note', true),
    { name: 'complete', type: 'boolean', nullable: true } as Column,
  ],
  key: ['subject_id', 'position'],
};

/** The import that owns a record or link, such as `seeds`. Only that import changes or withdraws it. */
export const originTable = {
  name: 'origin',
  columns: [text('subject_id'), text('name')],
  key: ['subject_id'],
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
  columns: [
    { name: 'id', type: 'integer', nullable: false } as Column,
    { name: 'version', type: 'integer', nullable: false } as Column,
    text('changed_at', true),
  ],
  key: ['id'],
};

/** For each class, by path, the version of the last write to it. docs/architecture.md explains the path `*`. */
export const classVersionTable = {
  name: 'class_version',
  columns: [text('path'), { name: 'version', type: 'integer', nullable: false } as Column],
  key: ['path'],
};

export const evidenceRow = (subject: string, position: number, evidence: Evidence): Row => ({
  subject_id: subject,
  position,
  source_id: evidence.sourceId,
  property: evidence.property,
  stated_value: evidence.statedValue,
  quotation: evidence.quotation,
  confidence: evidence.confidence,
  stated_on: evidence.statedOn,
  note: evidence.note,
  complete: evidence.complete,
});

export const evidenceOf = (row: Row): Evidence => ({
  sourceId: row.source_id as string,
  property: row.property as string | null,
  statedValue: row.stated_value as string | null,
  quotation: row.quotation as string | null,
  confidence: row.confidence as Evidence['confidence'],
  statedOn: row.stated_on as string | null,
  note: row.note as string | null,
  complete: Boolean(row.complete),
});

export const identifierRow = (subject: string, { scheme, value }: Identifier): Row => ({
  subject_id: subject,
  scheme,
  value,
});

export const identifierOf = (row: Row): Identifier => ({
  scheme: row.scheme as Identifier['scheme'],
  value: row.value as string,
});
