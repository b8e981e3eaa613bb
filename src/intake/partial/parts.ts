/** The words of partial imports, for those who call them. */
export type { RefusedDraft } from './acceptable';
export type { FieldChange } from './field-changes';
export type { ChangedRecord } from './import-part';
