/** SYNTHETIC datasets for measurements: copies of one record of the seeds under other names. Nothing of them is a fact. */

/** Copies a dataset of the seeds, with its provision and evidence; the copies are spread over all infrastructures. */
async function addSynthetic(database, count) {
  const [columns] = await database.query('SELECT * FROM dataset LIMIT 1');
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Number(count)})`;
  const made = { id: `'datasets/synthetic-' || i`, slug: `'synthetic-' || i` };
  for (const name of ['name_sort_de', 'name_sort_en']) made[name] = `'synthetic ' || ((i * 7919) % 100003)`;
  const all = Object.keys(columns);
  const one = '(SELECT * FROM dataset ORDER BY id LIMIT 1) t';
  await database.query(
    `INSERT INTO dataset (${all.map((c) => `"${c}"`)}) ${numbers} SELECT ${all.map((c) => made[c] ?? `t."${c}"`)} FROM n, ${one}`,
  );
  const infrastructures = await database.query('SELECT id FROM infrastructure ORDER BY id');
  const nth = `CASE i % ${infrastructures.length} ${infrastructures.map(({ id }, i) => `WHEN ${i} THEN '${id}'`).join(' ')} END`;
  await database.query(
    `INSERT INTO provision (id, source_id, target_id, modified_at, role, digest) ${numbers} SELECT 'provisions/synthetic-' || i, ${nth}, 'datasets/synthetic-' || i, '2025-01-01T00:00:00.000Z', 'PUBLISHER', '' FROM n`,
  );
  await database.query(
    `INSERT INTO evidence (subject_id, position, source_id, quotation, confidence) ${numbers} SELECT 'datasets/synthetic-' || i, 0, (SELECT min(id) FROM source), 'Synthetic.', 'FOUND_IN_SOURCE' FROM n`,
  );
  await database.query('ANALYZE');
}

module.exports = { addSynthetic };
