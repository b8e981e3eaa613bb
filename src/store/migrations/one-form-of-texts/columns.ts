/** The columns with texts at the time of this migration. A migration must not depend on the current declarations. */

/** The content of a column: one text, a list, a map by language, or other names. */
type Holds = 'one' | 'list' | 'byLanguage' | 'names';

/** How its texts are normalized. */
export type TextForm = 'line' | 'paragraphs' | 'web' | 'iri' | 'grant';

export interface TextColumn {
  readonly name: string;
  readonly holds: Holds;
  readonly form: TextForm;
  /** Whether it is NOT NULL. */
  readonly required?: true;
  /** Whether a column `…_folded` is derived from it. */
  readonly folded?: true;
  /** Whether columns `…_sort_de` and `…_sort_en` are derived from it. */
  readonly sorted?: true;
}

const text = (name: string): TextColumn => ({ name, holds: 'one', form: 'line' });
const folded = (name: string): TextColumn => ({ name, holds: 'one', form: 'line', folded: true });
const address = (name: string, form: TextForm = 'web'): TextColumn => ({ name, holds: 'one', form });
const translated = (name: string): TextColumn => ({ name, holds: 'byLanguage', form: 'paragraphs' });

const record: readonly TextColumn[] = [
  { name: 'name', holds: 'byLanguage', form: 'line', required: true, folded: true, sorted: true },
  { name: 'other_names', holds: 'names', form: 'line' },
  { name: 'description', holds: 'byLanguage', form: 'paragraphs', folded: true },
  address('homepage'),
];

export const columnsOfThatTime: Readonly<Record<string, readonly TextColumn[]>> = {
  source: [{ ...text('title'), required: true }, address('url'), text('publisher'), text('licence')],
  institution: [...record, folded('acronym'), folded('city'), folded('state'), folded('mii_consortium')],
  infrastructure: [
    ...record,
    folded('acronym'),
    { name: 'focus', holds: 'byLanguage', form: 'line', folded: true },
  ],
  funding_period: record,
  project: [...record, folded('acronym'), folded('funding_line'), text('partners_as_stated')],
  dataset: [
    ...record,
    folded('acronym'),
    { name: 'keywords', holds: 'list', form: 'line' },
    address('licence', 'iri'),
    translated('access_procedure'),
    folded('spatial_coverage'),
    translated('size_as_stated'),
    { name: 'health_categories', holds: 'list', form: 'iri' },
    text('legal_basis'),
    folded('version'),
    { name: 'version_notes', holds: 'one', form: 'paragraphs' },
  ],
  distribution: [
    ...record,
    address('access_url'),
    address('download_url'),
    folded('media_type'),
    address('licence', 'iri'),
  ],
  service: record,
  standard: [...record, folded('acronym'), text('version')],
  external_source: [...record, folded('acronym')],
  contact: [...record, text('email')],
  strategic_goal: record,
  research_category: record,
  participation: [text('role_note')],
  involvement: [text('role_note')],
  usage: [text('role_note')],
  award: [{ ...folded('grant_number'), form: 'grant' }],
  provision: [text('role_note')],
  relation: [text('role_note')],
};

/** The text columns of evidence. */
export const evidenceColumns: readonly TextColumn[] = [
  text('stated_value'),
  { name: 'quotation', holds: 'one', form: 'paragraphs' },
  { name: 'note', holds: 'one', form: 'paragraphs' },
];
