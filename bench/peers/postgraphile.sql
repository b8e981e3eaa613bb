-- What PostGraphile serves: views of the catalogue's tables in a schema of its own, with the keys that the tables of links cannot declare,
-- and two functions, for facets and for the search. Nothing is copied; PostgreSQL puts the statements of the views into each query.
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;

CREATE FUNCTION bench.german(texts text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(texts::json ->> 'de', texts::json ->> 'en') $$;
COMMENT ON FUNCTION bench.german IS '@behavior -*';

CREATE VIEW bench.institution AS SELECT id, slug, bench.german(name) AS name, city FROM public.institution;
COMMENT ON VIEW bench.institution IS E'@primaryKey id\n@unique slug';

CREATE VIEW bench.infrastructure AS SELECT id, slug, bench.german(name) AS name, acronym FROM public.infrastructure;
COMMENT ON VIEW bench.infrastructure IS E'@primaryKey id\n@unique slug';

CREATE VIEW bench.participation AS SELECT id, source_id AS institution_id, target_id AS infrastructure_id, role FROM public.participation;
COMMENT ON VIEW bench.participation IS E'@primaryKey id\n@foreignKey (institution_id) references bench.institution (id)\n@foreignKey (infrastructure_id) references bench.infrastructure (id)';

CREATE VIEW bench.dataset AS
  SELECT id, slug, bench.german(name) AS name, bench.german(description) AS description, kind, access_rights, issued_on,
    number_of_records, coalesce(keywords::json, '[]'::json) AS keywords
  FROM public.dataset;
COMMENT ON VIEW bench.dataset IS E'@primaryKey id\n@unique slug';

CREATE VIEW bench.dataset_infrastructure AS
  SELECT DISTINCT target_id AS dataset_id, source_id AS infrastructure_id FROM public.provision
  WHERE source_id >= 'infrastructures/' AND source_id < 'infrastructures0' AND target_id >= 'datasets/' AND target_id < 'datasets0';
COMMENT ON VIEW bench.dataset_infrastructure IS E'@primaryKey dataset_id,infrastructure_id\n@foreignKey (dataset_id) references bench.dataset (id)\n@foreignKey (infrastructure_id) references bench.infrastructure (id)';

CREATE VIEW bench.dataset_institution AS
  SELECT DISTINCT target_id AS dataset_id, source_id AS institution_id FROM public.provision
  WHERE source_id >= 'institutions/' AND source_id < 'institutions0' AND target_id >= 'datasets/' AND target_id < 'datasets0';
COMMENT ON VIEW bench.dataset_institution IS E'@primaryKey dataset_id,institution_id\n@foreignKey (dataset_id) references bench.dataset (id)\n@foreignKey (institution_id) references bench.institution (id)';

CREATE FUNCTION bench.narrowed_datasets(kind_is text, at_least integer, by_field text, descending boolean) RETURNS SETOF bench.dataset LANGUAGE sql STABLE
  AS $$
    SELECT * FROM bench.dataset WHERE kind = kind_is AND number_of_records >= at_least
    ORDER BY
      CASE WHEN by_field = 'ISSUED_ON' AND NOT descending THEN issued_on END,
      CASE WHEN by_field = 'ISSUED_ON' AND descending THEN issued_on END DESC NULLS LAST,
      CASE WHEN by_field = 'NUMBER_OF_RECORDS' AND NOT descending THEN number_of_records END,
      CASE WHEN by_field = 'NUMBER_OF_RECORDS' AND descending THEN number_of_records END DESC NULLS LAST,
      id
  $$;

CREATE TYPE bench.facet_bucket AS (by text, value text, count integer);

CREATE FUNCTION bench.dataset_facets(kind_is text) RETURNS SETOF bench.facet_bucket LANGUAGE sql STABLE
  AS $$
    WITH groups AS MATERIALIZED (SELECT kind, access_rights, count(*) AS count FROM public.dataset GROUP BY kind, access_rights)
    (SELECT 'ACCESS_RIGHTS', access_rights, sum(count)::integer FROM groups WHERE kind = kind_is AND access_rights IS NOT NULL GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT 10)
    UNION ALL
    (SELECT 'KIND', kind, sum(count)::integer FROM groups GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT 10)
  $$;

CREATE FUNCTION bench.search_datasets(word text) RETURNS SETOF bench.dataset LANGUAGE sql STABLE
  AS $$
    SELECT d.* FROM (
      SELECT key, CASE
        WHEN tokens @@ ('''jw' || lower(word) || ''':*')::tsquery THEN 0
        WHEN tokens @@ ('''hw' || lower(word) || ''':*')::tsquery THEN 1
        WHEN tokens @@ ('''dw' || lower(word) || ''':*')::tsquery THEN 2
        WHEN tokens @@ ('''bw' || lower(word) || ''':*')::tsquery THEN 3
        ELSE 4 END AS place
      FROM public.search_record
      WHERE type = 'Dataset' AND tokens @@ (
        '''jw' || lower(word) || ''':* | ''hw' || lower(word) || ''':* | ''dw' || lower(word) || ''':* | ''bw' || lower(word) || ''':* | ''aw' || lower(word) || ''':*'
      )::tsquery
    ) found JOIN bench.dataset d ON d.id = found.key ORDER BY found.place, found.key
  $$;
