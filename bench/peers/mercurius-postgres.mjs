/** What the Mercurius server reads from PostgreSQL: one statement for each list of all parents, prepared by name. */
import pg from 'pg';

const dataset =
  'd.id, d.slug, d.name, d.description, d.kind, d.access_rights, d.issued_on, d.number_of_records, d.keywords';

/** The links of each parent, at most so many. */
const linksOf = (columns, own) => `SELECT ${columns} FROM unnest($1::text[]) AS parent(id)
  CROSS JOIN LATERAL (SELECT * FROM participation WHERE ${own} = parent.id ORDER BY id LIMIT $2) p`;

/** The agents of each dataset of one kind, each once. */
const agentsOf = (
  table,
  columns,
) => `SELECT parent.id AS parent, ${columns} FROM unnest($1::text[]) AS parent(id)
  CROSS JOIN LATERAL (
    SELECT DISTINCT source_id FROM provision
    WHERE target_id = parent.id AND source_id >= '${table}s/' AND source_id < '${table}s0' ORDER BY 1 LIMIT $2
  ) p JOIN ${table} a ON a.id = p.source_id ORDER BY a.id`;

/** The weights with which words stand in the search index, as letters. */
const weights = ['j', 'h', 'd', 'b', 'a'];
const token = (letter) => `'''${letter}w' || $1 || ''':*'`;

/** The first datasets of a kind and size, in each order. */
const narrowed = Object.fromEntries(
  ['ISSUED_ON ASC', 'ISSUED_ON DESC', 'NUMBER_OF_RECORDS ASC', 'NUMBER_OF_RECORDS DESC'].map((order) => [
    `narrowed ${order}`,
    `SELECT ${dataset} FROM dataset d WHERE d.kind = $1 AND d.number_of_records >= $2 ORDER BY ${order.toLowerCase()} NULLS LAST, d.id LIMIT $3`,
  ]),
);

const statements = {
  ...narrowed,
  institutions: 'SELECT id, slug, name, city FROM institution ORDER BY id LIMIT $1',
  infrastructures: 'SELECT id, slug, name, acronym FROM infrastructure ORDER BY id LIMIT $1',
  institutionsById: 'SELECT id, slug, name, city FROM institution WHERE id = ANY($1)',
  infrastructuresById: 'SELECT id, slug, name, acronym FROM infrastructure WHERE id = ANY($1)',
  participationsOfInstitutions: linksOf(
    'p.source_id AS parent, p.source_id, p.target_id, p.role',
    'source_id',
  ),
  participationsOfInfrastructures: linksOf(
    'p.target_id AS parent, p.source_id, p.target_id, p.role',
    'target_id',
  ),
  infrastructuresOfDatasets: agentsOf('infrastructure', 'a.id, a.slug, a.name, a.acronym'),
  institutionsOfDatasets: agentsOf('institution', 'a.id, a.slug, a.name, a.city'),
  datasetsOfInfrastructures: `SELECT parent.id AS parent, ${dataset} FROM unnest($1::text[]) AS parent(id)
    CROSS JOIN LATERAL (
      SELECT DISTINCT target_id FROM provision
      WHERE source_id = parent.id AND target_id >= 'datasets/' AND target_id < 'datasets0' ORDER BY 1 LIMIT $2
    ) p JOIN dataset d ON d.id = p.target_id ORDER BY d.id`,
  dataset: `SELECT ${dataset} FROM dataset d WHERE d.id = $1`,
  datasets: `SELECT ${dataset} FROM dataset d WHERE d.id > $1 ORDER BY d.id LIMIT $2`,
  datasetsOfKind: `SELECT ${dataset} FROM dataset d WHERE d.kind = $1 ORDER BY d.id LIMIT $2`,
  groups: 'SELECT kind, access_rights, count(*)::int AS count FROM dataset GROUP BY kind, access_rights',
  search: `WITH found AS MATERIALIZED (
      SELECT key, CASE ${weights.map((letter, place) => `WHEN tokens @@ (${token(letter)})::tsquery THEN ${place}`).join(' ')} END AS place
      FROM search_record WHERE type = 'Dataset' AND tokens @@ (${weights.map(token).join(` || ' | ' || `)})::tsquery
    )
    SELECT ${dataset}, (SELECT count(*)::int FROM found) AS total
    FROM (SELECT key, place FROM found ORDER BY place, key LIMIT $2) f JOIN dataset d ON d.id = f.key ORDER BY f.place, f.key`,
};

/** The reading functions over a pool as large as ours. */
export function postgres(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 10 });
  const read = async (name, ...values) => (await pool.query({ name, text: statements[name], values })).rows;
  /** The rows of each parent, in the order of the parents. */
  const readBelow = async (name, parents, first) => {
    const lists = new Map(parents.map((parent) => [parent, []]));
    for (const row of await read(name, [...lists.keys()], first)) lists.get(row.parent).push(row);
    return parents.map((parent) => lists.get(parent));
  };
  const readById = async (name, ids) => {
    const rows = new Map((await read(name, [...new Set(ids)])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id));
  };
  return { read, readBelow, readById };
}
