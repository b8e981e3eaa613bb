/** The tables of the search index. They are derived data: made and filled at start, kept with every write. */

export const searchTables = {
  /** One row a record: number, key, type, and the digest of the record that was analysed; on PostgreSQL its tokens too. */
  record: 'search_record',
  /** On SQLite the tokens of each record, by its number. */
  index: 'search_index',
  /** The words of the index, with each weight at which they stand. */
  word: 'search_word',
  /** The forms by which words are found. */
  form: 'search_form',
  /** How the index was made. */
  state: 'search_state',
} as const;
