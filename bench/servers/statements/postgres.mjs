/** The hand-written statements for PostgreSQL; each gives one row with one text, which is the whole answer. */

/** A text in German, or in English where there is none. */
const german = (column) => `coalesce(${column}::json ->> 'de', ${column}::json ->> 'en')`;

const answer = (field, value) =>
  `json_build_object('data', json_build_object('${field}', ${value}))::text AS answer`;
const nodes = (rows) => `json_build_object('nodes', coalesce(${rows}, '[]'::json))`;

/** The records that a dataset has a provision with, of one kind, each once. */
const behind = (table, columns) =>
  nodes(`(SELECT json_agg(json_build_object(${columns}) ORDER BY i.id) FROM (
     SELECT DISTINCT p.source_id FROM provision p
     WHERE p.target_id = d.id AND p.source_id >= '${table}s/' AND p.source_id < '${table}s0' ORDER BY 1 LIMIT 5
   ) s JOIN ${table} i ON i.id = s.source_id)`);

const role = `'role', p.role`;

/** The weights with which words stand in the search index, as letters. */
const weights = ['j', 'h', 'd', 'b', 'a'];
const tokens = (letter) => `('''${letter}w' || $1 || ''':* | ''${letter}v' || $1 || '''')::tsquery`;
const anywhere = `(${weights.map((letter) => `'''${letter}w' || $1 || ''':*'`).join(` || ' | ' || `)})::tsquery`;

/** The statements by operation. */
export const onPostgres = {
  Sites: `WITH infrastructures AS MATERIALIZED (
      SELECT id, json_build_object('slug', slug, 'name', ${german('name')}, 'acronym', acronym) AS value FROM infrastructure
    ), participations AS (
      SELECT p.source_id, json_agg(json_build_object(${role}, 'infrastructure', i.value) ORDER BY p.id) AS list
      FROM participation p JOIN infrastructures i ON i.id = p.target_id GROUP BY p.source_id
    )
    SELECT ${answer('institutions', nodes(`json_agg(json_build_object('slug', s.slug, 'name', ${german('s.name')}, 'city', s.city, 'participations', ${nodes('p.list')}) ORDER BY s.id)`))}
    FROM (SELECT id, slug, name, city FROM institution ORDER BY id LIMIT 100) s
    LEFT JOIN participations p ON p.source_id = s.id`,

  Network: `WITH infrastructures AS MATERIALIZED (
      SELECT id, json_build_object('slug', slug, 'acronym', acronym) AS value FROM infrastructure
    ), institutions AS MATERIALIZED (
      SELECT s.id, json_build_object('slug', s.slug, 'name', ${german('s.name')}, 'participations', ${nodes('p.list')}) AS value
      FROM institution s LEFT JOIN (
        SELECT p.source_id, json_agg(json_build_object(${role}, 'infrastructure', i.value) ORDER BY p.id) AS list
        FROM participation p JOIN infrastructures i ON i.id = p.target_id GROUP BY p.source_id
      ) p ON p.source_id = s.id
    ), participations AS (
      SELECT p.target_id, json_agg(json_build_object(${role}, 'institution', s.value) ORDER BY p.id) AS list
      FROM participation p JOIN institutions s ON s.id = p.source_id GROUP BY p.target_id
    )
    SELECT ${answer('infrastructures', nodes(`json_agg(json_build_object('slug', i.slug, 'name', ${german('i.name')}, 'participations', ${nodes('p.list')}) ORDER BY i.id)`))}
    FROM (SELECT id, slug, name FROM infrastructure ORDER BY id LIMIT 100) i
    LEFT JOIN participations p ON p.target_id = i.id`,

  Page: `SELECT ${answer('datasets', `json_build_object('nodes', coalesce(json_agg(value ORDER BY id) FILTER (WHERE place <= 50), '[]'::json), 'pageInfo', json_build_object('hasNextPage', count(*) > 50))`)}
    FROM (
      SELECT d.id, row_number() OVER (ORDER BY d.id) AS place, json_build_object(
        'slug', d.slug, 'name', ${german('d.name')}, 'kind', d.kind, 'issuedOn', d.issued_on,
        'infrastructures', ${behind('infrastructure', `'slug', i.slug, 'acronym', i.acronym`)},
        'institutions', ${behind('institution', `'slug', i.slug, 'name', ${german('i.name')}`)}
      ) AS value
      FROM (SELECT id, slug, name, kind, issued_on FROM dataset ORDER BY id LIMIT 51) d
    ) page`,

  One: `SELECT ${answer(
    'dataset',
    `(SELECT json_build_object(
        'id', translate(rtrim(encode(convert_to(d.id, 'UTF8'), 'base64'), '='), E'+/\\n', '-_'),
        'slug', d.slug, 'name', ${german('d.name')}, 'description', ${german('d.description')}, 'kind', d.kind,
        'accessRights', d.access_rights, 'issuedOn', d.issued_on, 'numberOfRecords', d.number_of_records,
        'keywords', coalesce(d.keywords::json, '[]'::json)
      ) FROM dataset d WHERE d.id = $1)`,
  )}`,

  TopFive: `SELECT ${answer(
    'infrastructures',
    nodes(
      `json_agg(json_build_object('slug', i.slug, 'acronym', i.acronym, 'datasets', ${nodes(`(
      SELECT json_agg(json_build_object('slug', d.slug, 'name', ${german('d.name')}, 'issuedOn', d.issued_on) ORDER BY d.id)
      FROM (
        SELECT DISTINCT p.target_id FROM provision p
        WHERE p.source_id = i.id AND p.target_id >= 'datasets/' AND p.target_id < 'datasets0' ORDER BY 1 LIMIT 5
      ) five JOIN dataset d ON d.id = five.target_id)`)}) ORDER BY i.id)`,
    ),
  )} FROM (SELECT id, slug, acronym FROM infrastructure ORDER BY id LIMIT 100) i`,

  Facets: `WITH groups AS MATERIALIZED (SELECT kind, access_rights, count(*) AS count FROM dataset GROUP BY kind, access_rights)
    SELECT ${answer(
      'datasets',
      `json_build_object(
        'totalCount', coalesce((SELECT sum(count) FROM groups WHERE kind = $1), 0),
        'facets', json_build_array(
          json_build_object('buckets', coalesce((SELECT json_agg(json_build_object('value', value, 'count', count) ORDER BY count DESC, value) FROM (
            SELECT access_rights AS value, sum(count) AS count FROM groups WHERE kind = $1 AND access_rights IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10) b), '[]'::json)),
          json_build_object('buckets', coalesce((SELECT json_agg(json_build_object('value', value, 'count', count) ORDER BY count DESC, value) FROM (
            SELECT kind AS value, sum(count) AS count FROM groups GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10) b), '[]'::json))
        ),
        'nodes', coalesce((SELECT json_agg(json_build_object('slug', slug, 'name', ${german('name')}, 'accessRights', access_rights) ORDER BY id) FROM (
          SELECT id, slug, name, access_rights FROM dataset WHERE kind = $1 ORDER BY id LIMIT 20) d), '[]'::json)
      )`,
    )}`,

  Search: `WITH found AS MATERIALIZED (
      SELECT key, CASE ${weights.map((letter, place) => `WHEN tokens @@ ${tokens(letter)} THEN ${place}`).join(' ')} END AS place
      FROM search_record WHERE type = 'Dataset' AND tokens @@ ${anywhere}
    )
    SELECT ${answer(
      'datasets',
      `json_build_object(
        'totalCount', (SELECT count(*) FROM found),
        'nodes', coalesce((SELECT json_agg(json_build_object('slug', d.slug, 'name', ${german('d.name')}, 'kind', d.kind, 'accessRights', d.access_rights) ORDER BY f.place, f.key)
          FROM (SELECT key, place FROM found ORDER BY place, key LIMIT 10) f JOIN dataset d ON d.id = f.key), '[]'::json)
      )`,
    )}`,
};
