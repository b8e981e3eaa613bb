/**
 * Writes the answers on the seeds below the queries of the pages of docs/. Run it as `npm run docs:answers` after the seeds or the schema have
 * changed, and read what it changed: a text around an answer may no longer be true. A test compares each answer with the endpoint's.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';

const { fetch, URL } = globalThis;
const docs = new URL('../docs/', import.meta.url);
const answered = /```graphql\n(.*?)```(\s*)```json\n(.*?)```/gs;

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { startApp } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config/index.js');
const settings = { DATABASE_URL: 'sqlite::memory:', PORT: '0', LOG_LEVEL: 'silent' };
const app = await startApp(readConfig({ ...settings, MAX_COST_PER_MINUTE: '2000000000' }));

async function answerTo(query) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].message}\n${query}`);
  return data;
}

// The cookbook is written by `npm run cookbook`; its answers are shortened.
for (const name of readdirSync(docs).filter((file) => file.endsWith('.md') && file !== 'query-cookbook.md')) {
  const file = new URL(name, docs);
  const page = readFileSync(file, 'utf8');
  let written = page;
  for (const [whole, query, between] of page.matchAll(answered)) {
    // Prettier breaks what does not fit into a line.
    const answer = JSON.stringify(await answerTo(query));
    written = written.replace(
      whole,
      () => `\`\`\`graphql\n${query}\`\`\`${between}\`\`\`json\n${answer}\n\`\`\``,
    );
  }
  const options = await resolveConfig(file);
  written = await format(written, { ...options, parser: 'markdown' });
  if (written === page) continue;
  writeFileSync(file, written);
  process.stdout.write(`Wrote docs/${name}.\n`);
}
await app.stop();
