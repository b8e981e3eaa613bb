/**
 * The hand-written statements; each gives one row with one text, which is the whole answer. Texts that are put together
 * are a third faster than the functions that build JSON, on either database.
 */

/** What the databases say differently. */
const words = {
  postgres: {
    value: (expression) => `coalesce(to_json(${expression})::text, 'null')`,
    german: (column) => `coalesce(${column}::json ->> 'de', ${column}::json ->> 'en')`,
    truth: (condition) => `(${condition})::text`,
    parameter: (place) => `$${place}`,
    textParameter: (place) => `$${place}::text`,
  },
  sqlite: {
    value: (expression) => `json_quote(${expression})`,
    german: (column) => `coalesce(${column} ->> 'de', ${column} ->> 'en')`,
    truth: (condition) => `iif(${condition}, 'true', 'false')`,
    parameter: (place) => `?${place}`,
    textParameter: (place) => `?${place}`,
  },
};

/** A code, which needs no escaping. */
const code = (column) => `'"' || ${column} || '"'`;

/** An object of fields, whose values are JSON. */
const object = (fields) =>
  `'{' || ${Object.entries(fields)
    .map(([name, json], place) => `'${place === 0 ? '' : ','}"${name}":' || ${json}`)
    .join(' || ')} || '}'`;

const joined = (json, order, rest = '') => `coalesce(string_agg(${json}, ',' ORDER BY ${order})${rest}, '')`;
const nodesOf = (items) => `'{"nodes":[' || ${items} || ']}'`;
const answer = (field, json) => `'{"data":{"${field}":' || ${json} || '}}' AS answer`;

/** The weights with which words stand in the search index, as letters. */
const weights = ['j', 'h', 'd', 'b', 'a'];
const token = (letter) => `'''${letter}w' || $1 || ''':*'`;

/** The datasets that have a word, or one that begins with it, by the weightiest field in which it stands. */
const found = {
  postgres: `SELECT key, CASE ${weights.map((letter, place) => `WHEN tokens @@ (${token(letter)})::tsquery THEN ${place}`).join(' ')} END AS place
    FROM search_record WHERE type = 'Dataset' AND tokens @@ (${weights.map(token).join(` || ' | ' || `)})::tsquery`,
  sqlite: `SELECT r.key AS key, min(h.place) AS place FROM (${weights
    .map(
      (letter, place) =>
        `SELECT rowid AS id, ${place} AS place FROM search_index WHERE search_index MATCH '"${letter}w' || ?1 || '"*'`,
    )
    .join(
      ' UNION ALL ',
    )}) h CROSS JOIN search_record r ON r.id = h.id WHERE r.type = 'Dataset' GROUP BY r.key`,
};

/** The orders of lists, each of which has a statement of its own. */
const orders = ['ISSUED_ON ASC', 'ISSUED_ON DESC', 'NUMBER_OF_RECORDS ASC', 'NUMBER_OF_RECORDS DESC'];
const orderSql = (order) => `${order.toLowerCase()} NULLS LAST, id`;

/** The statements by operation. */
export function statementsOn(dialect) {
  const { value, german: germanOf, truth, parameter, textParameter } = words[dialect];
  const german = (column) => value(germanOf(column));
  const infrastructures = (fields) =>
    `infrastructures AS MATERIALIZED (SELECT id, ${object(fields)} AS json FROM infrastructure)`;

  /** The participations of each site. */
  const participationsOfSites = `SELECT p.source_id, string_agg(${object({ role: code('p.role'), infrastructure: 'i.json' })}, ',' ORDER BY p.id) AS items
  FROM participation p JOIN infrastructures i ON i.id = p.target_id GROUP BY p.source_id`;

  /** The first five agents of one kind of a dataset, each once. */
  const agentsOf = (path, table, fields) =>
    nodesOf(`coalesce((SELECT string_agg(${object(fields)}, ',' ORDER BY a.id) FROM (
      SELECT DISTINCT source_id FROM provision
      WHERE target_id = d.id AND source_id >= '${path}/' AND source_id < '${path}0' ORDER BY 1 LIMIT 5
    ) p JOIN ${table} a ON a.id = p.source_id), '')`);

  /** The first five agents of one kind of each dataset of the page, each once. */
  const agentsOfPage = (path, table) => `SELECT target_id, string_agg(json, ',' ORDER BY id) AS items FROM (
    SELECT p.target_id, a.id, a.json, row_number() OVER (PARTITION BY p.target_id ORDER BY a.id) AS place
    FROM (
      SELECT DISTINCT p.target_id, p.source_id FROM page JOIN provision p ON p.target_id = page.id
      WHERE p.source_id >= '${path}/' AND p.source_id < '${path}0'
    ) p JOIN ${table} a ON a.id = p.source_id
  ) ranked WHERE place <= 5 GROUP BY target_id`;

  /** PostgreSQL is faster with one statement for all datasets of the page, SQLite with one for each of them. */
  const pages = {
    postgres: () => `WITH ${infrastructures({ slug: value('slug'), acronym: value('acronym') })},
    institutions AS MATERIALIZED (SELECT id, ${object({ slug: value('slug'), name: german('name') })} AS json FROM institution),
    page AS MATERIALIZED (
      SELECT id, slug, name, kind, issued_on, row_number() OVER (ORDER BY id) AS place FROM dataset WHERE id > ${parameter(1)} ORDER BY id LIMIT 51
    ), behind AS (${agentsOfPage('infrastructures', 'infrastructures')}), hosts AS (${agentsOfPage('institutions', 'institutions')})
    SELECT ${answer(
      'datasets',
      `'{"nodes":[' || ${joined(
        object({
          slug: value('d.slug'),
          name: german('d.name'),
          kind: code('d.kind'),
          issuedOn: value('d.issued_on'),
          infrastructures: nodesOf(`coalesce(behind.items, '')`),
          institutions: nodesOf(`coalesce(hosts.items, '')`),
        }),
        'd.id',
        ' FILTER (WHERE d.place <= 50)',
      )} || '],"pageInfo":{"hasNextPage":' || ${truth('count(*) > 50')} || '}}'`,
    )}
    FROM page d LEFT JOIN behind ON behind.target_id = d.id LEFT JOIN hosts ON hosts.target_id = d.id`,
    sqlite: () => `SELECT ${answer(
      'datasets',
      `'{"nodes":[' || ${joined(
        object({
          slug: value('d.slug'),
          name: german('d.name'),
          kind: code('d.kind'),
          issuedOn: value('d.issued_on'),
          infrastructures: agentsOf('infrastructures', 'infrastructure', {
            slug: value('a.slug'),
            acronym: value('a.acronym'),
          }),
          institutions: agentsOf('institutions', 'institution', {
            slug: value('a.slug'),
            name: german('a.name'),
          }),
        }),
        'd.id',
        ' FILTER (WHERE d.place <= 50)',
      )} || '],"pageInfo":{"hasNextPage":' || ${truth('count(*) > 50')} || '}}'`,
    )}
    FROM (
      SELECT id, slug, name, kind, issued_on, row_number() OVER (ORDER BY id) AS place FROM dataset WHERE id > ${parameter(1)} ORDER BY id LIMIT 51
    ) d`,
  };

  const bucket = object({ value: code('value'), count: 'count' });
  const buckets = (rows) =>
    `'{"buckets":[' || coalesce((SELECT string_agg(${bucket}, ',' ORDER BY count DESC, value) FROM (${rows} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10) b), '') || ']}'`;

  return {
    Sites: `WITH ${infrastructures({ slug: value('slug'), name: german('name'), acronym: value('acronym') })},
    participations AS (${participationsOfSites})
    SELECT ${answer(
      'institutions',
      nodesOf(
        joined(
          object({
            slug: value('s.slug'),
            name: german('s.name'),
            city: value('s.city'),
            participations: nodesOf(`coalesce(p.items, '')`),
          }),
          's.id',
        ),
      ),
    )}
    FROM (SELECT id, slug, name, city FROM institution ORDER BY id LIMIT 100) s
    LEFT JOIN participations p ON p.source_id = s.id`,

    Network: `WITH ${infrastructures({ slug: value('slug'), acronym: value('acronym') })},
    sites AS MATERIALIZED (
      SELECT s.id, ${object({ slug: value('s.slug'), name: german('s.name'), participations: nodesOf(`coalesce(p.items, '')`) })} AS json
      FROM institution s LEFT JOIN (${participationsOfSites}) p ON p.source_id = s.id
    ), participations AS (
      SELECT p.target_id, string_agg(${object({ role: code('p.role'), institution: 's.json' })}, ',' ORDER BY p.id) AS items
      FROM participation p JOIN sites s ON s.id = p.source_id GROUP BY p.target_id
    )
    SELECT ${answer(
      'infrastructures',
      nodesOf(
        joined(
          object({
            slug: value('i.slug'),
            name: german('i.name'),
            participations: nodesOf(`coalesce(p.items, '')`),
          }),
          'i.id',
        ),
      ),
    )}
    FROM (SELECT id, slug, name FROM infrastructure ORDER BY id LIMIT 100) i
    LEFT JOIN participations p ON p.target_id = i.id`,

    Page: pages[dialect](),

    One: `SELECT ${answer(
      'dataset',
      `coalesce((SELECT ${object({
        id: `'"' || ${textParameter(2)} || '"'`,
        slug: value('slug'),
        name: german('name'),
        description: german('description'),
        kind: code('kind'),
        accessRights: value('access_rights'),
        issuedOn: value('issued_on'),
        numberOfRecords: `coalesce(CAST(number_of_records AS text), 'null')`,
        keywords: `coalesce(keywords, '[]')`,
      })} FROM dataset WHERE id = ${parameter(1)}), 'null')`,
    )}`,

    TopFive: `SELECT ${answer(
      'infrastructures',
      nodesOf(
        joined(
          object({
            slug: value('i.slug'),
            acronym: value('i.acronym'),
            datasets: nodesOf(`coalesce((
            SELECT string_agg(${object({ slug: value('d.slug'), name: german('d.name'), issuedOn: value('d.issued_on') })}, ',' ORDER BY d.id)
            FROM (
              SELECT DISTINCT p.target_id FROM provision p
              WHERE p.source_id = i.id AND p.target_id >= 'datasets/' AND p.target_id < 'datasets0' ORDER BY 1 LIMIT 5
            ) five JOIN dataset d ON d.id = five.target_id), '')`),
          }),
          'i.id',
        ),
      ),
    )} FROM (SELECT id, slug, acronym FROM infrastructure ORDER BY id LIMIT 100) i`,

    Facets: `WITH groups AS MATERIALIZED (SELECT kind, access_rights, count(*) AS count FROM dataset GROUP BY kind, access_rights)
    SELECT ${answer(
      'datasets',
      object({
        totalCount: `coalesce((SELECT sum(count) FROM groups WHERE kind = ${parameter(1)}), 0)`,
        facets: `'[' || ${buckets(`SELECT access_rights AS value, sum(count) AS count FROM groups WHERE kind = ${parameter(1)} AND access_rights IS NOT NULL`)} || ',' || ${buckets('SELECT kind AS value, sum(count) AS count FROM groups')} || ']'`,
        nodes: `'[' || coalesce((SELECT string_agg(${object({ slug: value('slug'), name: german('name'), accessRights: value('access_rights') })}, ',' ORDER BY id) FROM (
          SELECT id, slug, name, access_rights FROM dataset WHERE kind = ${parameter(1)} ORDER BY id LIMIT 20) d), '') || ']'`,
      }),
    )}`,

    ...Object.fromEntries(
      orders.map((order) => [
        `Narrowed ${order}`,
        `SELECT ${answer(
          'datasets',
          nodesOf(
            joined(
              object({
                slug: value('slug'),
                name: german('name'),
                kind: code('kind'),
                issuedOn: value('issued_on'),
                numberOfRecords: 'CAST(number_of_records AS text)',
              }),
              orderSql(order),
            ),
          ),
        )} FROM (
          SELECT id, slug, name, kind, issued_on, number_of_records FROM dataset
          WHERE kind = ${parameter(1)} AND number_of_records >= ${parameter(2)} ORDER BY ${orderSql(order)} LIMIT 20
        ) d`,
      ]),
    ),

    Search: `WITH found AS MATERIALIZED (${found[dialect]})
    SELECT ${answer(
      'datasets',
      object({
        totalCount: '(SELECT count(*) FROM found)',
        nodes: `'[' || coalesce((
          SELECT string_agg(${object({ slug: value('d.slug'), name: german('d.name'), kind: code('d.kind'), accessRights: value('d.access_rights') })}, ',' ORDER BY f.place, f.key)
          FROM (SELECT key, place FROM found ORDER BY place, key LIMIT 10) f JOIN dataset d ON d.id = f.key), '') || ']'`,
      }),
    )}`,
  };
}
