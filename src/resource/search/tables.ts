/** The tables of the search index. They are derived: made at the start, and updated with each write. */

export const searchTables = {
  /** One row per record: number, key, type, digest of the indexed record; on PostgreSQL also its tokens. */
  record: 'search_record',
  /** SQLite only: the tokens by record number. */
  index: 'search_index',
  /** The vocabulary: words, concepts and identifiers, with each weight at which they occur and the number of records. */
  word: 'search_word',
  /** The forms of words. */
  form: 'search_form',
  /** The fingerprint of the rules. */
  state: 'search_state',
} as const;
