/** The hand-written statements for SQLite; each gives one row with one text, which is the whole answer. */

/** A text in German, or in English where there is none. */
const german = (column) => `coalesce(${column} ->> 'de', ${column} ->> 'en')`;

const answer = (field, value) => `json_object('data', json_object('${field}', ${value})) AS answer`;
/** SQLite forgets that a text is JSON where it comes out of a subquery. */
const nodes = (rows) => `json_object('nodes', json(coalesce(${rows}, '[]')))`;

/** The records that a dataset has a provision with, of one kind, each once. */
const behind = (table, columns) =>
  nodes(`(SELECT json_group_array(json_object(${columns}) ORDER BY i.id) FROM (
     SELECT DISTINCT p.source_id FROM provision p
     WHERE p.target_id = d.id AND p.source_id >= '${table}s/' AND p.source_id < '${table}s0' ORDER BY 1 LIMIT 5
   ) s JOIN ${table} i ON i.id = s.source_id)`);

const role = `'role', p.role`;

/** The weights with which words stand in the search index, as letters. */
const weights = ['j', 'h', 'd', 'b', 'a'];
const anywhere = weights.map(
  (letter, place) =>
    `SELECT rowid AS id, ${place} AS place FROM search_index WHERE search_index MATCH '"${letter}w' || ?1 || '"*'`,
);

const buckets = (rows) =>
  `json_object('buckets', json((SELECT json_group_array(json_object('value', value, 'count', count) ORDER BY count DESC, value) FROM (${rows} ORDER BY 2 DESC, 1 LIMIT 10))))`;

/** The statements by operation. */
export const onSqlite = {
  Sites: `WITH infrastructures AS MATERIALIZED (
      SELECT id, json_object('slug', slug, 'name', ${german('name')}, 'acronym', acronym) AS value FROM infrastructure
    ), participations AS MATERIALIZED (
      SELECT p.source_id, json_group_array(json_object(${role}, 'infrastructure', json(i.value)) ORDER BY p.id) AS list
      FROM participation p JOIN infrastructures i ON i.id = p.target_id GROUP BY p.source_id
    )
    SELECT ${answer('institutions', nodes(`json_group_array(json_object('slug', s.slug, 'name', ${german('s.name')}, 'city', s.city, 'participations', ${nodes('p.list')}) ORDER BY s.id)`))}
    FROM (SELECT id, slug, name, city FROM institution ORDER BY id LIMIT 100) s
    LEFT JOIN participations p ON p.source_id = s.id`,

  Network: `WITH infrastructures AS MATERIALIZED (
      SELECT id, json_object('slug', slug, 'acronym', acronym) AS value FROM infrastructure
    ), lists AS MATERIALIZED (
      SELECT p.source_id, json_group_array(json_object(${role}, 'infrastructure', json(i.value)) ORDER BY p.id) AS list
      FROM participation p JOIN infrastructures i ON i.id = p.target_id GROUP BY p.source_id
    ), institutions AS MATERIALIZED (
      SELECT s.id, json_object('slug', s.slug, 'name', ${german('s.name')}, 'participations', ${nodes('l.list')}) AS value
      FROM institution s LEFT JOIN lists l ON l.source_id = s.id
    ), participations AS MATERIALIZED (
      SELECT p.target_id, json_group_array(json_object(${role}, 'institution', json(s.value)) ORDER BY p.id) AS list
      FROM participation p JOIN institutions s ON s.id = p.source_id GROUP BY p.target_id
    )
    SELECT ${answer('infrastructures', nodes(`json_group_array(json_object('slug', i.slug, 'name', ${german('i.name')}, 'participations', ${nodes('p.list')}) ORDER BY i.id)`))}
    FROM (SELECT id, slug, name FROM infrastructure ORDER BY id LIMIT 100) i
    LEFT JOIN participations p ON p.target_id = i.id`,

  Page: `SELECT ${answer('datasets', `json_object('nodes', json(json_group_array(json(value) ORDER BY id) FILTER (WHERE place <= 50)), 'pageInfo', json_object('hasNextPage', json(iif(count(*) > 50, 'true', 'false'))))`)}
    FROM (
      SELECT d.id, row_number() OVER (ORDER BY d.id) AS place, json_object(
        'slug', d.slug, 'name', ${german('d.name')}, 'kind', d.kind, 'issuedOn', d.issued_on,
        'infrastructures', ${behind('infrastructure', `'slug', i.slug, 'acronym', i.acronym`)},
        'institutions', ${behind('institution', `'slug', i.slug, 'name', ${german('i.name')}`)}
      ) AS value
      FROM (SELECT id, slug, name, kind, issued_on FROM dataset ORDER BY id LIMIT 51) d
    ) page`,

  // SQLite has no base64url; the id is put in by the caller.
  One: `SELECT ${answer(
    'dataset',
    `json((SELECT json_object(
        'id', ?2,
        'slug', d.slug, 'name', ${german('d.name')}, 'description', ${german('d.description')}, 'kind', d.kind,
        'accessRights', d.access_rights, 'issuedOn', d.issued_on, 'numberOfRecords', d.number_of_records,
        'keywords', json(coalesce(d.keywords, '[]'))
      ) FROM dataset d WHERE d.id = ?1))`,
  )}`,

  TopFive: `SELECT ${answer(
    'infrastructures',
    nodes(
      `json_group_array(json_object('slug', i.slug, 'acronym', i.acronym, 'datasets', ${nodes(`(
      SELECT json_group_array(json_object('slug', d.slug, 'name', ${german('d.name')}, 'issuedOn', d.issued_on) ORDER BY d.id)
      FROM (
        SELECT DISTINCT p.target_id FROM provision p
        WHERE p.source_id = i.id AND p.target_id >= 'datasets/' AND p.target_id < 'datasets0' ORDER BY 1 LIMIT 5
      ) five JOIN dataset d ON d.id = five.target_id)`)}) ORDER BY i.id)`,
    ),
  )} FROM (SELECT id, slug, acronym FROM infrastructure ORDER BY id LIMIT 100) i`,

  Facets: `WITH groups AS MATERIALIZED (SELECT kind, access_rights, count(*) AS count FROM dataset GROUP BY kind, access_rights)
    SELECT ${answer(
      'datasets',
      `json_object(
        'totalCount', coalesce((SELECT sum(count) FROM groups WHERE kind = ?1), 0),
        'facets', json_array(
          ${buckets('SELECT access_rights AS value, sum(count) AS count FROM groups WHERE kind = ?1 AND access_rights IS NOT NULL GROUP BY 1')},
          ${buckets('SELECT kind AS value, sum(count) AS count FROM groups GROUP BY 1')}
        ),
        'nodes', json((SELECT json_group_array(json_object('slug', slug, 'name', ${german('name')}, 'accessRights', access_rights) ORDER BY id) FROM (
          SELECT id, slug, name, access_rights FROM dataset WHERE kind = ?1 ORDER BY id LIMIT 20)))
      )`,
    )}`,

  Search: `WITH found AS MATERIALIZED (
      SELECT r.key AS key, min(h.place) AS place FROM (${anywhere.join(' UNION ALL ')}) h
      CROSS JOIN search_record r ON r.id = h.id WHERE r.type = 'Dataset' GROUP BY r.key
    )
    SELECT ${answer(
      'datasets',
      `json_object(
        'totalCount', (SELECT count(*) FROM found),
        'nodes', json((SELECT json_group_array(json_object('slug', d.slug, 'name', ${german('d.name')}, 'kind', d.kind, 'accessRights', d.access_rights) ORDER BY f.place, f.key)
          FROM (SELECT key, place FROM found ORDER BY place, key LIMIT 10) f JOIN dataset d ON d.id = f.key))
      )`,
    )}`,
};
