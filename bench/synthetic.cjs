/**
 * SYNTHETIC datasets for measurements, made from a seed: the same seed gives the same records. Nothing of them is a fact.
 * They are mapped as the import maps the catalogue's own records, and written in bulk (data/bulk.cjs): millions would take the import hours.
 * Each has links with two or more infrastructures, institutions and standards of the seeds: a few of these have many, most have few.
 */
require('reflect-metadata');
const { DataSource } = require('typeorm');
const { openStore } = require('../dist/src/open-store.js');
const { registry } = require('../dist/src/registry.js');
const { readConfig } = require('../dist/src/config/index.js');
const { attributeOf, describe } = require('../dist/src/resource/description.js');
const { tableOf } = require('../dist/src/resource/columns.js');
const { versionTable } = require('../dist/src/resource/statements.js');
const { connectionOptions, locationOf } = require('../dist/src/store/driver.js');
const { codesOf } = require('../dist/src/vocabulary/concept-scheme.js');
const { holdingStateTable } = require('../dist/src/resource/statements.js');
const { BulkWriter, filled, marks, templateOf } = require('./data/bulk.cjs');

const batchSize = 5_000;
/** So many datasets differ in more than their number and the name of their study. */
const kindsOfDatasets = 1_000;
const at = () => ({ file: 'synthetic', line: 1, column: 1 });
const changedAt = '2025-01-01T00:00:00.000Z';
const source = {
  slug: 'synthetic',
  title: 'SYNTHETIC records, generated for measurements; nothing of them is a fact',
};
const second = {
  slug: 'synthetic-second',
  title: 'SYNTHETIC statements that agree or disagree with the others',
};
const titles = new Map([source, second].map(({ slug, title }) => [`sources/${slug}`, title]));
const evidence = [{ source: source.slug, confidence: 'UNVERIFIED', note: 'Synthetic.' }];

/** Each source states a value of the property; one time in five they differ. */
function statements(property, values, { random, oneOf }) {
  const said = oneOf(values);
  const saidOtherwise = random() < 0.2 ? oneOf(values.filter((value) => value !== said)) : said;
  const by = ({ slug }, statedValue) => ({ source: slug, property, statedValue, confidence: 'UNVERIFIED' });
  return [by(source, said), by(second, saidOtherwise)];
}

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

/** What the random numbers choose. */
const choosing = (random) => {
  const below = (count) => Math.floor(random() * count);
  const oneOf = (list) => list[below(list.length)];
  return {
    random,
    below,
    oneOf,
    /** The first are taken far more often than the last. */
    mostlyFirst: (list) => list[Math.floor(random() ** 2 * list.length)],
    several: (list, most) => [...new Set(Array.from({ length: below(most + 1) }, () => oneOf(list)))],
    words: (list, count) => Array.from({ length: count }, () => oneOf(list)).join(' '),
  };
};

/** A dataset with marks instead of its number and its name. */
function datasetFrom(choose) {
  const { random, below, oneOf, several, words } = choose;
  const codes = (name) => codesOf(attributeOf(describe(registry.ofType('Dataset').class), name).scheme);
  return {
    slug: marks.number,
    name: {
      de: `Synthetischer Datensatz ${words(german, 2)} ${marks.study} ${marks.place}`,
      en: `Synthetic dataset ${words(english, 2)} ${marks.study} ${marks.place}`,
    },
    description: { de: `${words(german, 12)}.`, en: `${words(english, 12)}.` },
    kind: oneOf(codes('kind')),
    keywords: several(english, 3),
    themes: several(codes('themes'), 2),
    accessRights: oneOf(codes('accessRights')),
    issuedOn: `20${10 + below(15)}-0${1 + below(9)}-1${below(10)}`,
    ...(random() < 0.8 && { numberOfRecords: below(1_000_000) }),
    evidence: [...evidence, ...statements('kind', codes('kind'), choose)],
  };
}

/** The templates of links, each made when it is first needed. */
function linksOfDatasets() {
  const offer = `datasets/${marks.number}`;
  const known = new Map();
  const once = (key, make) => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key);
  };
  return {
    provision: (agent, role) =>
      once(`${agent} ${role}`, () => templateOf('Provision', { agent, offer, role, evidence }, changedAt)),
    conformance: (standard) =>
      once(standard, () => templateOf('Conformance', { subject: offer, standard, evidence }, changedAt)),
  };
}

/** The name of the study to which a dataset belongs. */
const studyOf = (number) => nameOfStudy(firstStudy + Math.floor((number - 1) / datasetsOfStudy));

const fillOf = (number) => ({
  number,
  study: studyOf(number),
  place: 1 + ((number - 1) % datasetsOfStudy),
});

async function writeAll(manager, dialect, count, seed, onProgress) {
  const all = async (type) => {
    const table = tableOf(describe(registry.ofType(type).class));
    return (await manager.query(`SELECT id FROM "${table}" ORDER BY id`)).map(({ id }) => id);
  };
  const [infrastructures, institutions] = [await all('Infrastructure'), await all('Institution')];
  const standards = (await all('Standard')).map((id) => id.split('/')[1]);
  const choose = choosing(randomFrom(seed));
  const datasets = Array.from({ length: kindsOfDatasets }, () =>
    templateOf('Dataset', datasetFrom(choose), changedAt, titles),
  );
  const links = linksOfDatasets();
  const provisions = () => [
    ...[...new Set([choose.mostlyFirst(infrastructures), choose.oneOf([...infrastructures, null, null])])]
      .filter((agent) => agent !== null)
      .map((agent) => links.provision(agent, 'PUBLISHER')),
    links.provision(choose.mostlyFirst(institutions), 'CUSTODIAN'),
  ];
  const writer = new BulkWriter(manager, dialect);
  const sources = [source, second].map((each) => templateOf('Source', each, changedAt));
  await writer.write(sources.map((template) => ({ template, fill: fillOf(1) })));
  for (let first = 1; first <= count; first += batchSize) {
    const last = Math.min(first + batchSize - 1, count);
    const batch = { datasets: [], provisions: [], conformances: [] };
    for (let number = first; number <= last; number += 1) {
      const fill = fillOf(number);
      const filling = (template) => ({ template, fill });
      batch.datasets.push(filling(choose.oneOf(datasets)));
      batch.provisions.push(...provisions().map(filling));
      batch.conformances.push(...choose.several(standards, 2).map(links.conformance).map(filling));
    }
    for (const records of Object.values(batch)) await writer.write(records);
    onProgress(last, count);
  }
  await writer.writeVocabulary();
  await manager.query(
    `UPDATE "${versionTable.name}" SET version = version + 1, changed_at = '${changedAt}' WHERE id = 1`,
  );
}

/**
 * Adds synthetic datasets, with their links and evidence, to the database of a gateway that was started before.
 * All or nothing.
 */
async function addSynthetic(databaseUrl, count, { seed = 1, onProgress = () => undefined } = {}) {
  const config = readConfig({ DATABASE_URL: databaseUrl });
  const location = locationOf(config.databaseUrl, config.root);
  const database = await new DataSource(connectionOptions(location)).initialize();
  try {
    if (location.dialect === 'sqlite') await database.query('PRAGMA synchronous = OFF');
    await database.transaction(async (manager) => {
      await writeAll(manager, location.dialect, count, seed, onProgress);
      // The store derives them anew when it is opened below.
      await manager.query(`DELETE FROM ${holdingStateTable}`);
    });
  } finally {
    await database.destroy();
  }
  const store = await openStore(config);
  await store.write((transaction) => transaction.manager.query('ANALYZE'));
  await store.close();
}

/**
 * Synthetic datasets with three links each, one after another, as a reader of files gives the records of an import.
 * @param ends the keys of the infrastructures, institutions and standards that they are linked with
 */
function* syntheticRecords(count, { infrastructures, institutions, standards }, seed = 1) {
  const choose = choosing(randomFrom(seed));
  const kinds = Array.from({ length: kindsOfDatasets }, () => JSON.stringify(datasetFrom(choose)));
  const record = (type, data) => ({ type, data, at });
  yield record('Source', source);
  yield record('Source', second);
  for (let number = 1; number <= count; number += 1) {
    const fill = fillOf(number);
    const data = JSON.parse(filled(choose.oneOf(kinds), fill));
    const offer = `datasets/${data.slug}`;
    yield record('Dataset', data);
    const publisher = choose.mostlyFirst(infrastructures);
    yield record('Provision', { agent: publisher, offer, role: 'PUBLISHER', evidence });
    const custodian = choose.mostlyFirst(institutions);
    yield record('Provision', { agent: custodian, offer, role: 'CUSTODIAN', evidence });
    const [, standard] = choose.oneOf(standards).split('/');
    yield record('Conformance', { subject: offer, standard, evidence });
  }
}

module.exports = {
  addSynthetic,
  datasetsOfStudy,
  firstStudyName,
  randomFrom,
  studyOf,
  syntheticRecords,
};
