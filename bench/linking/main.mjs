/** How well what documents mention is linked with the seeds: `npm run links:score`; with `-- --check` it fails below what is promised. */
import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { figuresOf, judge } from './judge.cjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const built = (path) => import(join(root, 'dist/src', path));

const folder = await mkdtemp(join(tmpdir(), 'links-'));
const { readConfig } = (await built('config/index.js')).default;
const { openStore } = (await built('open-store.js')).default;
const { registry } = (await built('registry.js')).default;
const { seed } = (await built('seeding.js')).default;
const { readKnown } = (await built('harvest/reconcile/read-known.js')).default;
const { openReconciler } = (await built('harvest/reconcile/open-reconciler.js')).default;
const { tablesOf } = (await built('harvest/reconcile/tables.js')).default;

const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'seeds.sqlite')}` });
const store = await openStore(config);
try {
  await seed(store, config);
  const known = await readKnown(store, registry, 'https://num.example.org');
  const pairs = parse(await readFile(join(root, 'tests/harvest/reconcile/judged-pairs.yaml'), 'utf8'));
  const { names } = tablesOf(known);
  const { reconcile } = openReconciler(known, 'judged-pairs', null);
  const verdicts = judge(pairs, { reconcile, town: (text) => names.town(text) });
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const row = (title, some) => {
    const figures = figuresOf(some);
    return {
      '': title,
      pairs: figures.pairs,
      sure: figures.sure,
      'precision of sure': percent(figures.precisionOfSure),
      'recall, sure or proposed': percent(figures.recall),
      'recall of sure': percent(figures.recallOfSure),
      'asked in vain': percent(figures.askedInVain),
    };
  };
  console.table([
    row(
      'while writing the rules',
      verdicts.filter(({ heldOut }) => !heldOut),
    ),
    row(
      'held out',
      verdicts.filter(({ heldOut }) => heldOut),
    ),
    row('all', verdicts),
  ]);
  const shown = verdicts.filter(({ heldOut }) => !heldOut || process.argv.includes('--held-out'));
  for (const { said, sure, keys, reason } of shown.filter(({ wrong }) => wrong))
    console.log(`WRONG   ${said} → ${sure}, not ${keys.join(' or ') || 'any'}: ${reason}`);
  for (const { said, keys, proposed } of shown.filter(({ missed }) => missed))
    console.log(`MISSED  ${said} → ${keys.join(', ')}; proposed: ${proposed.join(', ') || 'nothing'}`);
  if (process.argv.includes('--check')) check(verdicts);
  else speed(known);
} finally {
  await store.close();
  await rm(folder, { recursive: true });
}

/** Fails below what docs/linking.md promises, for each half alone. */
function check(verdicts) {
  for (const heldOut of [false, true]) {
    const { precisionOfSure, recall } = figuresOf(verdicts.filter((each) => each.heldOut === heldOut));
    if (precisionOfSure >= 0.99 && recall >= 0.9) continue;
    console.error(
      `Too little: precision ${precisionOfSure}, recall ${recall}${heldOut ? ', held out' : ''}.`,
    );
    process.exitCode = 1;
  }
}

/** 100,000 mentions of 1,000 different things. */
function speed(known) {
  const began = performance.now();
  const { reconcile } = openReconciler(known, 'speed', null);
  const ready = performance.now();
  for (let nth = 0; nth < 100_000; nth++)
    reconcile({
      iri: null,
      classes: ['Institution'],
      names: [{ value: `Institut ${nth % 1_000}, Universitätsklinikum Köln`, language: 'de' }],
      identifiers: [],
      email: null,
      homepage: null,
      kinds: [],
      isPerson: false,
      at: { document: 'speed', line: null, column: null },
    });
  const ended = performance.now();
  console.log(
    `Index ${Math.round(ready - began)} ms; 100,000 mentions of 1,000 things ${Math.round(ended - ready)} ms.`,
  );
}
