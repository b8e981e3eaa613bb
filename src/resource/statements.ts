/** The tables beside those of the declared classes: identifiers, evidence, origins, what was withdrawn, and the versions of the data. */
import type { Column } from './columns';
import type { Evidence, Identifier } from './evidence';
import type { Row } from './values';

const text = (name: string, nullable = false): Column => ({ name, type: 'text', nullable });

/** Identifiers of records. One value may belong to several records. */
export const identifierTable = {
  name: 'identifier',
  columns: [text('subject_id'), text('scheme'), text('value')],
  key: ['subject_id', 'scheme', 'value'],
};

/** What sources say of records and links, in the order in which an import gives it. */
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

/** Which import brought a record or link in, such as `seeds`: only that one changes and withdraws it. */
export const originTable = {
  name: 'origin',
  columns: [text('subject_id'), text('name')],
  key: ['subject_id'],
};

/** What was once there: the names of the record by language, where it had any, and when it was withdrawn. */
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

/** One row: a number that every write raises, and when. Version 0 is a database that was never filled. */
export const versionTable = {
  name: 'data_version',
  columns: [
    { name: 'id', type: 'integer', nullable: false } as Column,
    { name: 'version', type: 'integer', nullable: false } as Column,
    text('changed_at', true),
  ],
  key: ['id'],
};

/** For each class, by its path, the version that the last write to it made; docs/architecture.md says what the path `*` means. */
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
