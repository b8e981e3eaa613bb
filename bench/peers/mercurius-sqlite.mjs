/** What the Mercurius server reads from SQLite: better-sqlite3 answers at once, so each parent has its own prepared statement run. */
import Database from 'better-sqlite3';

const dataset =
  'd.id, d.slug, d.name, d.description, d.kind, d.access_rights, d.issued_on, d.number_of_records, d.keywords';

const linksOf = (own) =>
  `SELECT source_id, target_id, role FROM participation WHERE ${own} = ? ORDER BY id LIMIT ?`;

const agentsOf = (table, columns) => `SELECT ${columns} FROM (
    SELECT DISTINCT source_id FROM provision
    WHERE target_id = ? AND source_id >= '${table}s/' AND source_id < '${table}s0' ORDER BY 1 LIMIT ?
  ) p JOIN ${table} a ON a.id = p.source_id ORDER BY a.id`;

/** The weights with which words stand in the search index, as letters. */
const found = ['j', 'h', 'd', 'b', 'a'].map(
  (letter, place) =>
    `SELECT rowid AS id, ${place} AS place FROM search_index WHERE search_index MATCH '"${letter}w' || (SELECT word FROM asked) || '"*'`,
);

/** The first datasets of a kind and size, in each order. */
const narrowed = Object.fromEntries(
  ['ISSUED_ON ASC', 'ISSUED_ON DESC', 'NUMBER_OF_RECORDS ASC', 'NUMBER_OF_RECORDS DESC'].map((order) => [
    `narrowed ${order}`,
    `SELECT ${dataset} FROM dataset d WHERE d.kind = ? AND d.number_of_records >= ? ORDER BY ${order.toLowerCase()} NULLS LAST, d.id LIMIT ?`,
  ]),
);

const statements = {
  ...narrowed,
  institutions: 'SELECT id, slug, name, city FROM institution ORDER BY id LIMIT ?',
  infrastructures: 'SELECT id, slug, name, acronym FROM infrastructure ORDER BY id LIMIT ?',
  institutionsById: 'SELECT id, slug, name, city FROM institution WHERE id = ?',
  infrastructuresById: 'SELECT id, slug, name, acronym FROM infrastructure WHERE id = ?',
  participationsOfInstitutions: linksOf('source_id'),
  participationsOfInfrastructures: linksOf('target_id'),
  infrastructuresOfDatasets: agentsOf('infrastructure', 'a.id, a.slug, a.name, a.acronym'),
  institutionsOfDatasets: agentsOf('institution', 'a.id, a.slug, a.name, a.city'),
  datasetsOfInfrastructures: `SELECT ${dataset} FROM (
      SELECT DISTINCT target_id FROM provision
      WHERE source_id = ? AND target_id >= 'datasets/' AND target_id < 'datasets0' ORDER BY 1 LIMIT ?
    ) p JOIN dataset d ON d.id = p.target_id ORDER BY d.id`,
  dataset: `SELECT ${dataset} FROM dataset d WHERE d.id = ?`,
  datasets: `SELECT ${dataset} FROM dataset d WHERE d.id > ? ORDER BY d.id LIMIT ?`,
  datasetsOfKind: `SELECT ${dataset} FROM dataset d WHERE d.kind = ? ORDER BY d.id LIMIT ?`,
  groups: 'SELECT kind, access_rights, count(*) AS count FROM dataset GROUP BY kind, access_rights',
  search: `WITH asked(word, first) AS (SELECT ?, ?), found AS MATERIALIZED (
      SELECT r.key AS key, min(h.place) AS place FROM (${found.join(' UNION ALL ')}) h
      CROSS JOIN search_record r ON r.id = h.id WHERE r.type = 'Dataset' GROUP BY r.key
    )
    SELECT ${dataset}, (SELECT count(*) FROM found) AS total
    FROM (SELECT key, place FROM found ORDER BY place, key LIMIT (SELECT first FROM asked)) f JOIN dataset d ON d.id = f.key ORDER BY f.place, f.key`,
};

/** The reading functions over one file. */
export function sqlite(file) {
  const database = new Database(file, { readonly: true });
  // As much memory for its pages as ours has.
  database.pragma('cache_size = -65536');
  const prepared = Object.fromEntries(
    Object.entries(statements).map(([name, text]) => [name, database.prepare(text)]),
  );
  const each = (keys, readOne) => {
    const known = new Map();
    return keys.map((key) => {
      if (!known.has(key)) known.set(key, readOne(key));
      return known.get(key);
    });
  };
  return {
    read: (name, ...values) => prepared[name].all(...values),
    readBelow: (name, parents, first) => each(parents, (parent) => prepared[name].all(parent, first)),
    readById: (name, ids) => each(ids, (id) => prepared[name].get(id)),
  };
}
