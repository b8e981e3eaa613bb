/**
 * SYNTHETIC datasets for measurements, made from a seed: the same seed gives the same records. Nothing of them is a fact.
 * They are mapped as the import maps the catalogue's own records, and written in bulk: millions would take the import hours.
 * Each has links with two or more infrastructures, institutions and standards of the seeds: a few of these have many, most have few.
 */
require('reflect-metadata');
const { DataSource } = require('typeorm');
const { openStore, registry } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config.js');
const { digestOf } = require('../dist/src/intake/draft.js');
const { mapRecord } = require('../dist/src/intake/record-mapping.js');
const { attributeOf, describe } = require('../dist/src/resource/description.js');
const { columnsOf, tableOf } = require('../dist/src/resource/columns.js');
const { evidenceRow, evidenceTable, versionTable } = require('../dist/src/resource/statements.js');
const { connectionOptions, locationOf } = require('../dist/src/store/driver.js');
const { codesOf } = require('../dist/src/vocabulary/concept-scheme.js');

const batchSize = 5_000;
const changedAt = '2025-01-01T00:00:00.000Z';
const source = {
  slug: 'synthetic',
  title: 'SYNTHETIC records, generated for measurements; nothing of them is a fact',
};
const evidence = [{ source: source.slug, confidence: 'UNVERIFIED', note: 'Synthetic.' }];
const at = () => ({ file: 'synthetic', line: 1, column: 1 });

const german =
  'Aufnahme Bildgebung Blutprobe Diagnose Entlassung Erreger Fallzahl Gewebe Herzkatheter Impfung Kohorte Labor Lunge Medikation Nachsorge Notaufnahme Obduktion Pflege Register Routinedaten Sepsis Studie Therapie Verlauf Versorgung Zentrum'.split(
    ' ',
  );
const english =
  'admission biosample cohort diagnosis discharge emergency follow-up genome imaging infection laboratory lung medication outcome pathogen patient registry routine sample sepsis study surveillance therapy tissue trial vaccination'.split(
    ' ',
  );

/** Datasets of one study; so a search for the name of a study finds so many, however large the catalogue is. */
const datasetsOfStudy = 20;
/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const consonants = 'bdfgklmnprst';
const syllables = [...consonants].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));

/** A word of four syllables that belongs to a number alone and sounds like the name of a study. */
function nameOfStudy(number) {
  const places = [3, 2, 1, 0].map((place) => Math.floor(number / syllables.length ** place));
  const word = places.map((value) => syllables[value % syllables.length]).join('');
  return word[0].toUpperCase() + word.slice(1);
}

/** Not 0, whose name would be one syllable four times. */
const firstStudy = 1_234_567;
/** The name of the first study. */
const firstStudyName = nameOfStudy(firstStudy);

function makerOf(random, { infrastructures, institutions, standards }) {
  const below = (count) => Math.floor(random() * count);
  const oneOf = (list) => list[below(list.length)];
  /** The first are taken far more often than the last. */
  const mostlyFirst = (list) => list[Math.floor(random() ** 2 * list.length)];
  const several = (list, most) => [...new Set(Array.from({ length: below(most + 1) }, () => oneOf(list)))];
  const words = (list, count) => Array.from({ length: count }, () => oneOf(list)).join(' ');
  const codes = (name) => codesOf(attributeOf(describe(registry.ofType('Dataset').class), name).scheme);
  const [kinds, themes, rights] = ['kind', 'themes', 'accessRights'].map(codes);
  return (number) => {
    const slug = `synthetic-${number}`;
    const offer = `datasets/${slug}`;
    const study = `${nameOfStudy(firstStudy + Math.floor((number - 1) / datasetsOfStudy))} ${1 + ((number - 1) % datasetsOfStudy)}`;
    const dataset = {
      slug,
      name: {
        de: `Synthetischer Datensatz ${words(german, 2)} ${study}`,
        en: `Synthetic dataset ${words(english, 2)} ${study}`,
      },
      description: { de: `${words(german, 12)}.`, en: `${words(english, 12)}.` },
      kind: oneOf(kinds),
      keywords: several(english, 3),
      themes: several(themes, 2),
      accessRights: oneOf(rights),
      issuedOn: `20${10 + below(15)}-0${1 + below(9)}-1${below(10)}`,
      ...(random() < 0.8 && { numberOfRecords: below(1_000_000) }),
      evidence,
    };
    const provision = (agent, role) => ({ agent, offer, role, evidence });
    const further = random() < 0.2 ? oneOf(infrastructures) : null;
    const published = [...new Set([mostlyFirst(infrastructures), ...(further ? [further] : [])])];
    return {
      Dataset: [dataset],
      Provision: [
        ...published.map((agent) => provision(agent, 'PUBLISHER')),
        provision(mostlyFirst(institutions), 'CUSTODIAN'),
      ],
      Conformance: several(standards, 2).map((standard) => ({ subject: offer, standard, evidence })),
    };
  };
}

/** The rows of a record by table, as an import would write them. @throws Error for a record that it would refuse. */
function rowsOf(type, data) {
  const { draft, problems } = mapRecord({ type, data, at }, registry);
  if (problems.length > 0) throw new Error(`${problems[0].message} ${problems[0].remedy}`);
  const changes = draft.description.attributes.some(({ kind }) => kind === 'instant');
  return {
    row: { ...draft.row, ...(changes && { modified_at: changedAt }), digest: digestOf(draft) },
    evidence: draft.evidence.map((statement, position) => evidenceRow(draft.key, position, statement)),
  };
}

const typeIn = {
  sqlite: { text: 'text', integer: 'integer', real: 'real', boolean: 'integer', json: 'text' },
  postgres: { text: 'text', integer: 'integer', real: 'double precision', boolean: 'boolean', json: 'text' },
};

/** Inserts rows in one statement, which takes all of them as one JSON text. */
async function insert(manager, dialect, table, columns, rows) {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values =
    dialect === 'sqlite'
      ? `SELECT ${columns.map((_, place) => `value ->> ${place}`).join(', ')} FROM json_each($1)`
      : `SELECT ${names} FROM json_to_recordset($1::json) AS given(${columns.map(({ name, type }) => `"${name}" ${typeIn.postgres[type]}`).join(', ')})`;
  const given = dialect === 'sqlite' ? rows.map((row) => columns.map(({ name }) => row[name] ?? null)) : rows;
  await manager.query(`INSERT INTO "${table}" (${names}) ${values}`, [JSON.stringify(given)]);
}

async function write(manager, dialect, byType) {
  const statements = [];
  for (const [type, records] of Object.entries(byType)) {
    const description = registry.ofType(type);
    const rows = records.map((data) => rowsOf(type, data));
    statements.push(...rows.flatMap((each) => each.evidence));
    await insert(
      manager,
      dialect,
      tableOf(description),
      columnsOf(description),
      rows.map(({ row }) => row),
    );
  }
  await insert(manager, dialect, evidenceTable.name, evidenceTable.columns, statements);
}

async function writeAll(manager, dialect, count, seed, onProgress) {
  const all = async (type, part) => {
    const rows = await manager.query(
      `SELECT id FROM "${tableOf(describe(registry.ofType(type).class))}" ORDER BY id`,
    );
    return rows.map(({ id }) => (part === 'slug' ? id.split('/')[1] : id));
  };
  const make = makerOf(randomFrom(seed), {
    infrastructures: await all('Infrastructure'),
    institutions: await all('Institution'),
    standards: await all('Standard', 'slug'),
  });
  await write(manager, dialect, { Source: [source] });
  for (let first = 1; first <= count; first += batchSize) {
    const batch = { Dataset: [], Provision: [], Conformance: [] };
    const last = Math.min(first + batchSize - 1, count);
    for (let number = first; number <= last; number += 1) {
      for (const [type, records] of Object.entries(make(number))) batch[type].push(...records);
    }
    await write(manager, dialect, batch);
    onProgress(last, count);
  }
  await manager.query(
    `UPDATE "${versionTable.name}" SET version = version + 1, changed_at = '${changedAt}' WHERE id = 1`,
  );
}

/**
 * Adds synthetic datasets, with their links and evidence, to the database of a gateway that was started before.
 * All or nothing; what can be searched is derived afterwards, as at any start.
 */
async function addSynthetic(databaseUrl, count, { seed = 1, onProgress = () => undefined } = {}) {
  const config = readConfig({ DATABASE_URL: databaseUrl });
  const location = locationOf(config.databaseUrl, config.root);
  const database = await new DataSource(connectionOptions(location)).initialize();
  try {
    if (location.dialect === 'sqlite') await database.query('PRAGMA synchronous = OFF');
    await database.transaction((manager) => writeAll(manager, location.dialect, count, seed, onProgress));
  } finally {
    await database.destroy();
  }
  const store = await openStore(config);
  await store.write((transaction) => transaction.manager.query('ANALYZE'));
  await store.close();
}

module.exports = { addSynthetic, firstStudyName };
