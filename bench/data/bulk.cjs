/**
 * Writes many rows that are alike, in bulk. A record is mapped and analysed once, as an import would do it, with marks where its number and
 * its name stand; thousands of rows are then made of the text of that one by putting others in the place of the marks.
 */
require('reflect-metadata');
const { registry } = require('../../dist/src/registry.js');
const { digestOf } = require('../../dist/src/intake/draft.js');
const { mapRecord } = require('../../dist/src/intake/record-mapping.js');
const { columnsOf, tableOf } = require('../../dist/src/resource/columns.js');
const { recordOf } = require('../../dist/src/resource/record.js');
const { formsOf } = require('../../dist/src/resource/search/forms.js');
const { indexed } = require('../../dist/src/resource/search/indexed.js');
const { isSearched } = require('../../dist/src/resource/search/searched-texts.js');
const { searchTables } = require('../../dist/src/resource/search/tables.js');
const { entryOf } = require('../../dist/src/resource/search/tokens.js');
const {
  evidenceRow,
  evidenceTable,
  originTable,
  statedTable,
} = require('../../dist/src/resource/statements.js');

/** What stands in a template for the number of a record, for the name of its study, and for its place in the study. */
const marks = { number: 'synthetic-0', study: 'Qqqqqqqq', place: '99' };

/** Who states all of it. */
const origin = { name: 'synthetic', kind: 'HARVEST', rank: 200 };

const at = () => ({ file: 'synthetic', line: 1, column: 1 });
const tables = {
  record: searchTables.record,
  index: searchTables.index,
  word: searchTables.word,
  form: searchTables.form,
};

/**
 * A record with marks as the texts of its rows.
 * @param titles of the sources of its evidence, by their keys
 * @throws Error for a record that an import would refuse
 */
function templateOf(type, data, changedAt, titles = new Map()) {
  const { draft, problems } = mapRecord({ type, data, at }, registry);
  if (problems.length > 0) throw new Error(`${problems[0].message} ${problems[0].remedy}`);
  const { description, key, evidence } = draft;
  const changes = description.attributes.some(({ kind }) => kind.name === 'instant');
  // The digests of two records differ, and that is all that is asked of them here.
  const digest = `${digestOf(draft)}-${marks.number}`;
  const row = { ...draft.row, ...(changes && { modified_at: changedAt }), digest };
  const by = { subject: key, origin: origin.name, importVersion: null };
  const statements = evidence.map((statement, position) => evidenceRow(by, position, statement));
  const stated = { subject_id: key, origin: origin.name, digest };
  return {
    description,
    row: JSON.stringify(row),
    stated: JSON.stringify(stated),
    statements: statements.map((statement) => JSON.stringify(statement)).join(','),
    ...(isSearched(description) &&
      searchedPart(
        description,
        row,
        evidence.map(({ sourceId }) => titles.get(sourceId)),
      )),
  };
}

/** The place as a word, and not as a part of another one. */
const placeTokens = new RegExp(`(?<=(?:^| )..)${marks.place}(?= |$)`, 'g');

function searchedPart(description, row, quoted) {
  const { tokens, words } = indexed(description, recordOf(description, row), { identifiers: [], quoted });
  const found = {
    key: row.id,
    type: description.type,
    digest: row.digest,
    tokens: [...tokens].join(' ').replace(placeTokens, `#${marks.place}`),
  };
  return { search: JSON.stringify(found), tokens: [...tokens], words };
}

const small = marks.study.toLowerCase();

/** The text with a number, a study and a place in it instead of the marks. */
function filled(text, { number, study, place }) {
  const numbered = text.replaceAll(marks.number, `synthetic-${number}`);
  if (!numbered.includes(small) && !numbered.includes(marks.study)) return numbered;
  const smallStudy = study.toLowerCase();
  return numbered
    .replaceAll(`${marks.study} ${marks.place}`, `${study} ${place}`)
    .replaceAll(`${small} ${marks.place}`, `${smallStudy} ${place}`)
    .replaceAll(`${small}${marks.place}`, `${smallStudy}${place}`)
    .replaceAll(small, smallStudy)
    .replaceAll(`#${marks.place}`, String(place));
}

const isMarked = (text) => text.includes(small) || text === marks.place;

const castsOnPostgres = {
  text: 'text',
  json: 'text',
  integer: 'integer',
  real: 'double precision',
  boolean: 'boolean',
};

/** Writes rows within one transaction. */
class BulkWriter {
  constructor(manager, dialect) {
    this.manager = manager;
    this.dialect = dialect;
    this.words = new Map();
    /** In how many records each token is. */
    this.records = new Map();
  }

  /** Writes records of one class, each a template and what to fill it with. */
  async write(records) {
    const [first] = records;
    if (!first) return;
    const { description } = first.template;
    const texts = (part) =>
      records
        .map(({ template, fill }) => filled(template[part], fill))
        .filter((text) => text !== '')
        .join(',');
    await this.insert(tableOf(description), columnsOf(description), texts('row'));
    await this.insert(originTable.name, originTable.columns, JSON.stringify(origin));
    await this.insert(statedTable.name, statedTable.columns, texts('stated'));
    await this.insert(evidenceTable.name, evidenceTable.columns, texts('statements'));
    if (!first.template.search) return;
    await this.index(texts('search'));
    for (const { template, fill } of records) this.learn(template, fill);
  }

  insert(table, columns, rows, onConflict = 'DO NOTHING') {
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values =
      this.dialect === 'sqlite'
        ? `SELECT ${columns.map(({ name }) => `value ->> '${name}'`).join(', ')} FROM json_each($1) WHERE true`
        : `SELECT ${names} FROM json_to_recordset($1::json) AS given(${columns.map(({ name, type }) => `"${name}" ${castsOnPostgres[type]}`).join(', ')})`;
    return this.manager.query(`INSERT INTO "${table}" (${names}) ${values} ON CONFLICT ${onConflict}`, [
      `[${rows}]`,
    ]);
  }

  /** As src/store/search-index does, for records of which the index knows nothing. */
  async index(rows) {
    const given = [`[${rows}]`];
    if (this.dialect === 'postgres')
      return this.manager.query(
        `INSERT INTO "${tables.record}" ("key", "type", "digest", "tokens")
         SELECT "key", "type", "digest", array_to_tsvector(string_to_array("tokens", ' '))
         FROM json_to_recordset($1::json) AS given("key" text, "type" text, "digest" text, "tokens" text)`,
        given,
      );
    const [{ last }] = await this.manager.query(
      `SELECT coalesce(max(id), 0) AS last FROM "${tables.record}"`,
    );
    const id = `${last} + 1 + given.key`;
    await this.manager.query(
      `INSERT INTO "${tables.record}" ("id", "key", "type", "digest") SELECT ${id}, value ->> 'key', value ->> 'type', value ->> 'digest' FROM json_each($1) given`,
      given,
    );
    return this.manager.query(
      `INSERT INTO "${tables.index}" (rowid, tokens) SELECT ${id}, value ->> 'tokens' FROM json_each($1) given`,
      given,
    );
  }

  /** Keeps the words of a record for the vocabulary, those of a template only once, and counts its tokens. */
  learn(template, fill) {
    const marked = (template.marked ??= {
      words: template.words.filter(({ word }) => isMarked(word)),
      tokens: template.tokens.filter((token) => entryOf(token) && isMarked(entryOf(token).word)),
    });
    const others = (template.others ??= {
      words: template.words.filter((word) => !marked.words.includes(word)),
      tokens: template.tokens.filter((token) => entryOf(token) && !marked.tokens.includes(token)),
    });
    this.add(template.known ? [] : others.words, others.tokens);
    template.known = true;
    const put = (text) => (text === marks.place ? String(fill.place) : filled(text, fill));
    this.add(
      marked.words.map((word) => ({ ...word, word: put(word.word), spelt: put(word.spelt) })),
      marked.tokens.map((token) => token.slice(0, 2) + put(token.slice(2))),
    );
  }

  add(words, tokens) {
    for (const { word, spelt, joined } of words)
      this.words.set(`${spelt} ${joined}`, { word, spelt, joined });
    for (const token of tokens) this.records.set(token, (this.records.get(token) ?? 0) + 1);
  }

  /** Writes the vocabulary, once all records are written. */
  async writeVocabulary() {
    const text = { type: 'text' };
    const inParts = async (table, columns, rows, onConflict) => {
      for (let start = 0; start < rows.length; start += 20_000) {
        const part = rows.slice(start, start + 20_000).map((row) => JSON.stringify(row));
        await this.insert(table, columns, part.join(','), onConflict);
      }
    };
    await inParts(
      tables.word,
      [
        { name: 'word', ...text },
        { name: 'kind', ...text },
        { name: 'weight', type: 'integer' },
        { name: 'records', type: 'integer' },
      ],
      [...this.records].map(([token, records]) => ({ ...entryOf(token), records })),
      `("word", "kind", "weight") DO UPDATE SET "records" = "${tables.word}"."records" + excluded."records"`,
    );
    await inParts(
      tables.form,
      ['kind', 'form', 'word'].map((name) => ({ name, ...text })),
      [...this.words.values()].flatMap((word) => formsOf(word).map((form) => ({ ...form, word: word.word }))),
    );
  }
}

module.exports = { BulkWriter, filled, marks, templateOf };
