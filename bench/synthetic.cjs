/**
 * SYNTHETIC datasets for measurements, made from a seed: the same seed gives the same records. Nothing of them is a fact.
 * They come in by the import that the catalogue's own records take, and are linked with infrastructures, institutions and standards
 * of the seeds: a few of these with many datasets, most with few.
 */
require('reflect-metadata');
const { openStore, registry } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config.js');
const { importRecords } = require('../dist/src/intake/import.js');
const { default: sql } = require('sql-template-tag');
const { attributeOf, describe } = require('../dist/src/resource/description.js');
const { tableOf } = require('../dist/src/resource/columns.js');
const { codesOf } = require('../dist/src/vocabulary/concept-scheme.js');

const batchSize = 10_000;
const source = {
  slug: 'synthetic',
  title: 'SYNTHETIC records, generated for measurements; nothing of them is a fact',
};
const evidence = [{ source: source.slug, confidence: 'UNVERIFIED', note: 'Synthetic.' }];

const german =
  'Aufnahme Bildgebung Blutprobe Diagnose Entlassung Erreger Fallzahl Gewebe Herzkatheter Impfung Kohorte Labor Lunge Medikation Nachsorge Notaufnahme Obduktion Pflege Register Routinedaten Sepsis Studie Therapie Verlauf Versorgung Zentrum'.split(
    ' ',
  );
const english =
  'admission biosample cohort diagnosis discharge emergency follow-up genome imaging infection laboratory lung medication outcome pathogen patient registry routine sample sepsis study surveillance therapy tissue trial vaccination'.split(
    ' ',
  );

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
    const dataset = {
      slug,
      name: {
        de: `Synthetischer Datensatz ${words(german, 2)} ${number}`,
        en: `Synthetic dataset ${words(english, 2)} ${number}`,
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
    const agents = [mostlyFirst(infrastructures), ...(random() < 0.3 ? [mostlyFirst(institutions)] : [])];
    return {
      Dataset: [dataset],
      Provision: agents.map((agent) => ({ agent, offer, role: 'PUBLISHER', evidence })),
      Conformance: several(standards, 2).map((standard) => ({ subject: offer, standard, evidence })),
    };
  };
}

async function* rawRecords(byType) {
  for (const [type, list] of Object.entries(byType)) {
    for (const data of list) yield { type, data, at: () => ({ file: 'synthetic', line: 1, column: 1 }) };
  }
}

/** Adds synthetic datasets, with their links and evidence, to the database of a gateway that was started before. */
async function addSynthetic(databaseUrl, count, { seed = 1, onProgress = () => undefined } = {}) {
  const store = await openStore(readConfig({ DATABASE_URL: databaseUrl }));
  const all = async (type, part) => {
    const rows = await store.read(
      sql([`SELECT id FROM ${tableOf(describe(registry.ofType(type).class))} ORDER BY id`]),
    );
    return rows.map(({ id }) => (part === 'slug' ? id.split('/')[1] : id));
  };
  const add = (byType) =>
    importRecords({
      records: rawRecords(byType),
      registry,
      write: (work) => store.write(work),
      now: () => new Date('2025-01-01T00:00:00Z'),
    });
  try {
    const make = makerOf(randomFrom(seed), {
      infrastructures: await all('Infrastructure'),
      institutions: await all('Institution'),
      standards: await all('Standard', 'slug'),
    });
    await add({ Source: [source] });
    for (let first = 1; first <= count; first += batchSize) {
      const batch = { Dataset: [], Provision: [], Conformance: [] };
      for (let number = first; number < Math.min(first + batchSize, count + 1); number += 1) {
        for (const [type, records] of Object.entries(make(number))) batch[type].push(...records);
      }
      await add(batch);
      onProgress(Math.min(first + batchSize - 1, count), count);
    }
    await store.write((transaction) => transaction.manager.query('ANALYZE'));
  } finally {
    await store.close();
  }
}

module.exports = { addSynthetic };
