/**
 * Says how good the search is: `npm run search:score` asks the questions of `questions.yaml` of the catalogue as it comes with the gateway, and
 * prints the measures beside those of MiniSearch over the same texts. With `--each` it prints every question with what was wrong;
 * with `--check` it fails when the search is worse than it was promised to be.
 */
import 'reflect-metadata';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URL } from 'node:url';
import { parse } from 'yaml';
import app from '../../dist/src/app.js';
import configuration from '../../dist/src/config/index.js';
import stores from '../../dist/src/open-store.js';
import registries from '../../dist/src/registry.js';
import seeding from '../../dist/src/seeding.js';
import { documentsOf, gateway, miniSearch } from './engines.mjs';
import { meansOf, measuresOf } from './measures.mjs';

const questions = parse(readFileSync(new URL('questions.yaml', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'search-score-'));
const config = configuration.readConfig({
  PORT: '0',
  DATABASE_URL: `sqlite:${join(folder, 'catalogue.sqlite')}`,
  LOG_LEVEL: 'silent',
});

const inPercent = (share) => `${(100 * share).toFixed(1)} %`.padStart(9);
const line = (name, { ndcg, recall, wrong, foundNothing }) =>
  `${name.padEnd(34)}${ndcg.toFixed(3).padStart(8)}${recall.toFixed(3).padStart(9)}${wrong.toFixed(2).padStart(12)}${inPercent(foundNothing)}`;

async function answersOf(engine) {
  const answers = [];
  for (const { ask, kind, grades } of questions) {
    const found = await engine(ask);
    answers.push({ ask, kind, grades, found, ...measuresOf(found, grades) });
  }
  return answers;
}

/** What the judges graded and the catalogue does not have: the grades must follow the seeds. */
function reportMissing(known) {
  const graded = new Set(questions.flatMap(({ grades }) => Object.keys(grades)));
  const missing = [...graded].filter((key) => !known.has(key));
  if (missing.length > 0) console.log(`Graded, but not in the catalogue: ${missing.join(', ')}\n`);
}

function showEach(answers) {
  for (const { ask, ndcg, found, grades } of answers.filter(({ ndcg, wrong }) => ndcg !== 1 || wrong > 0)) {
    const shown = found.slice(0, 10).map((key) => `${grades[key] ?? '-'} ${key}`);
    const lacking = Object.keys(grades).filter((key) => !found.slice(0, 10).includes(key));
    console.log(`${ask}  (${ndcg?.toFixed(2) ?? 'no answer'})\n  ${shown.join('\n  ') || 'nothing'}`);
    if (lacking.length > 0)
      console.log(`  lacks ${lacking.map((key) => `${grades[key]} ${key}`).join(', ')}`);
  }
  console.log();
}

async function main() {
  const store = await stores.openStore(config);
  await seeding.seed(store, config);
  const documents = await documentsOf(store, registries.registry);
  await store.close();
  const running = await app.startApp(config);
  reportMissing(new Set(documents.map(({ id }) => id)));
  const ours = await answersOf(gateway(running.url));
  await running.stop();
  if (process.argv.includes('--each')) showEach(ours);
  const theirs = await answersOf(miniSearch(documents));
  const strict = await answersOf(miniSearch(documents, { combineWith: 'AND' }));
  console.log(`${`${questions.length} questions`.padEnd(34)} nDCG@10   recall  wrong hits  nothing`);
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const of = (answers, kind) => meansOf(answers.filter((answer) => answer.kind === kind));
  console.log(line('this gateway', meansOf(ours)));
  console.log(line('MiniSearch, some words suffice', meansOf(theirs)));
  console.log(line('MiniSearch, all words', meansOf(strict)));
  console.log();
  for (const kind of kinds) {
    console.log(line(kind, of(ours, kind)));
    console.log(line('  MiniSearch', of(theirs, kind)));
  }
  if (process.argv.includes('--check') && !isAsPromised(meansOf(ours), meansOf(theirs))) process.exitCode = 1;
}

/** Ahead of MiniSearch in all that is measured, and nearly always an answer. */
const isAsPromised = (ours, theirs) =>
  ours.ndcg > 0.85 &&
  ours.ndcg > theirs.ndcg &&
  ours.recall > theirs.recall &&
  ours.wrong < theirs.wrong &&
  ours.foundNothing < 0.05;

await main().finally(() => rmSync(folder, { recursive: true }));
