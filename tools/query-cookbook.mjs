/**
 * Writes docs/query-cookbook.md from schema/examples and their recorded answers: every question with its query, its answer
 * on the seeds, what it costs and how long it takes. Run it as `npm run cookbook`. With --check it writes nothing, and fails
 * when the page says something else than the examples; times are of the day on which they were written, and are not compared.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const { fetch, URL } = globalThis;
const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const page = 'docs/query-cookbook.md';

const longestAnswer = 45;
const longestText = 140;
const runs = 5;

/** The examples, in the order of their files. */
function examples() {
  const files = readdirSync(new URL('schema/examples/', root)).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => {
    const text = read(`schema/examples/${file}`).trim();
    const said = (label) => new RegExp(`^# *${label}: *(.*)$`, 'm').exec(text)?.[1]?.trim();
    return {
      file,
      en: said('en'),
      de: said('de'),
      variables: said('variables'),
      query: text.replace(/^(# *(de|en|variables):.*\n|\s*\n)*/, ''),
      answer: JSON.parse(read(`tests/examples/results/${file.replace('.graphql', '.json')}`)).data,
    };
  });
}

/** The infrastructures of the seeds, and by what an answer names each. */
function infrastructures() {
  const { Infrastructure } = parse(read('seeds/infrastructures.yaml'));
  return Infrastructure.map(({ slug, acronym, name }) => ({
    shown: acronym ?? slug,
    names: new Set([acronym, slug, ...Object.values(name)].filter(Boolean)),
  }));
}

/** The infrastructures that an answer names; those that it only mentions in a sentence do not count. */
function named(answer, known) {
  const texts = new Set();
  const collect = (value) => {
    if (typeof value === 'string') texts.add(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(answer);
  return known.filter(({ names }) => [...names].some((name) => texts.has(name))).map(({ shown }) => shown);
}

/** An answer with so many items of each list; what is left out is said in its place. */
function shortened(value, items) {
  if (typeof value === 'string')
    return value.length > longestText ? `${value.slice(0, longestText).trimEnd()} …` : value;
  if (Array.isArray(value)) {
    const left = value.length - items;
    const shown = value.slice(0, items).map((item) => shortened(item, items));
    return left > 0 ? [...shown, `… and ${left} more`] : shown;
  }
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner, items)]));
}

/** The longest version of an answer that is still short; small objects stand on one line. */
function answerText(answer) {
  const versions = [12, 8, 5, 3, 2, 1].map((items) => compact(shortened(answer, items)));
  return versions.find((text) => text.split('\n').length <= longestAnswer) ?? versions.at(-1);
}

function compact(value, indent = '') {
  const line = JSON.stringify(value, null, 1)?.replace(/\n\s*/g, ' ');
  if (line.length + indent.length <= 110 || !value || typeof value !== 'object') return line;
  const further = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Object.entries(value).map(
    ([name, inner]) =>
      `${further}${Array.isArray(value) ? '' : `${JSON.stringify(name)}: `}${compact(inner, further)}`,
  );
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');

function pageOf(all, measured) {
  const known = infrastructures();
  const entries = all.map((example, index) => ({
    ...example,
    heading: `${index + 1}. ${example.en}`,
    crossed: named(example.answer, known),
  }));
  const crossing = entries.filter(({ crossed }) => crossed.length > 1);
  return `${[
    '# Query cookbook',
    `${entries.length} questions, each with its query, its answer on the seeds and what it takes. ${crossing.length} of the answers speak of two or more infrastructures.`,
    'Each is one click in the gallery of GraphiQL, where it can be changed and [saved as a table](tables.md). Long answers are shortened where an ellipsis says so.',
    'This page is emitted from [schema/examples](../schema/examples) by `npm run cookbook`, and a test compares it with them. The times are the median of ' +
      `${runs} runs at the endpoint, on a machine with two cores and SQLite; they are not compared.`,
    entries
      .map(({ heading }) => `- [${heading.replace(/([[\]])/g, '\\$1')}](#${anchor(heading)})`)
      .join('\n'),
    ...entries.map((entry) => section(entry, measured(entry.file))),
  ].join('\n\n')}\n`;
}

function section({ heading, de, file, query, variables, answer, crossed }, { cost, time }) {
  const across =
    crossed.length > 1 ? ` · across ${crossed.length} infrastructures: ${crossed.join(', ')}` : '';
  return [
    `## ${heading}`,
    `_${de}_`,
    `[${file}](../schema/examples/${file}) · cost ${cost} · ${time} ms${across}`,
    `<!-- prettier-ignore -->\n\`\`\`graphql\n${query}\n\`\`\``,
    ...(variables ? [`Variables: \`${variables}\``] : []),
    `<!-- prettier-ignore -->\n\`\`\`json\n${answerText(answer)}\n\`\`\``,
  ].join('\n\n');
}

/** Asks a gateway over the seeds; the first run of each query is not counted. */
async function measure(all) {
  const require = createRequire(import.meta.url);
  require('reflect-metadata');
  const { startApp } = require('../dist/src/app.js');
  const { readConfig } = require('../dist/src/config/index.js');
  const settings = { DATABASE_URL: 'sqlite::memory:', PORT: '0', LOG_LEVEL: 'silent' };
  const app = await startApp(readConfig({ ...settings, MAX_COST_PER_MINUTE: '2000000000' }));
  const measured = new Map();
  for (const { file, query, variables } of all) {
    const times = [];
    let cost;
    for (let run = 0; run <= runs; run += 1) {
      const begun = performance.now();
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify({ query, variables: variables && JSON.parse(variables) }),
      });
      const { extensions } = await response.json();
      times.push(performance.now() - begun);
      cost = extensions.cost.estimated;
    }
    const [median] = times
      .slice(1)
      .sort((one, other) => one - other)
      .slice(Math.floor(runs / 2));
    measured.set(file, { cost, time: Math.max(1, Math.round(median)) });
  }
  await app.stop();
  return (file) => measured.get(file);
}

/** What the page says of each example: the check takes it as given. */
function saidBy(text) {
  const lines = [...text.matchAll(/^\[([^\]]+\.graphql)\]\([^)]*\) · cost (\d+) · (\d+) ms/gm)];
  const said = new Map(lines.map(([, file, cost, time]) => [file, { cost, time }]));
  return (file) => said.get(file) ?? { cost: 'unknown', time: 'unknown' };
}

if (process.argv.includes('--check')) {
  const text = read(page);
  if (pageOf(examples(), saidBy(text)) !== text) {
    console.error(`${page} differs from schema/examples. Run "npm run cookbook" and commit the file.`);
    process.exitCode = 1;
  }
} else {
  const all = examples();
  writeFileSync(fileURLToPath(new URL(page, root)), pageOf(all, await measure(all)));
  console.log(`Wrote ${page}.`);
}
