/**
 * What reading one statement costs: a record by its key, as a list of keys and as a page, one after another and several at a time.
 * `node bench/statements.cjs <DATABASE_URL> [folder with dist]` reads a database that the gateway has filled.
 */
const { join, resolve } = require('node:path');
const root = resolve(process.argv[3] ?? join(module.path, '..'));
require('reflect-metadata');
const { openStore } = require(`${root}/dist/src/open-store.js`);
const { registry } = require(`${root}/dist/src/registry.js`);
const { readConfig } = require(`${root}/dist/src/config/index.js`);
const { watchedReader } = require(`${root}/dist/src/telemetry/watched-reader.js`);
const { BoundedReader } = require(`${root}/dist/src/query/bounded-reader.js`);
const { Metrics } = require(`${root}/dist/src/telemetry/metrics.js`);
const { cancellationBy } = require(`${root}/dist/src/query/cancellation.js`);
const { Loaders } = require(`${root}/dist/src/query/loaders.js`);
const { default: sql } = require('sql-template-tag');

async function measure(name, atOnce, count, work) {
  const some = async (times) => {
    let left = times;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (left-- > 0) await work();
      }),
    );
  };
  await some(count / 4);
  const [cpu, begin] = [process.cpuUsage(), process.hrtime.bigint()];
  await some(count);
  const used = process.cpuUsage(cpu);
  const micros = Number(process.hrtime.bigint() - begin) / 1000 / count;
  console.log(
    `${name.padEnd(34)} ${String(atOnce).padStart(2)} at once: ${micros.toFixed(1).padStart(7)} µs each, of which ${((used.user + used.system) / count).toFixed(1).padStart(6)} µs of CPU here`,
  );
}

/** A signal that nobody gives. */
const signal = () => new AbortController().signal;

async function main() {
  const store = await openStore(readConfig({ DATABASE_URL: process.argv[2], LOG_LEVEL: 'silent' }));
  const metrics = new Metrics([]);
  const watched = watchedReader(store, (run, statement) => metrics.statement(run, statement));
  const bounded = () =>
    new BoundedReader(watched, null, { rows: 50_000, cancellation: cancellationBy(signal()) });
  const keys = (await store.read(sql`SELECT id FROM dataset ORDER BY id LIMIT 1000`)).map(({ id }) => id);
  let turn = 0;
  const key = () => keys[turn++ % keys.length];
  const count = Number(process.env.COUNT ?? 8_000);
  for (const atOnce of [1, 16]) {
    await measure('store, by key', atOnce, count, () =>
      store.read(sql`SELECT id, slug, name FROM dataset WHERE id = ${key()}`),
    );
    await measure('store, by key, with a signal', atOnce, count, () =>
      store.read(sql`SELECT id, slug, name FROM dataset WHERE id = ${key()}`, signal()),
    );
    await measure('request, by key', atOnce, count, () =>
      bounded().read(sql`SELECT id, slug, name FROM dataset WHERE id = ${key()}`),
    );
    await measure('loaders, whole record', atOnce, count, () =>
      new Loaders(bounded(), registry).record(key()),
    );
    await measure('store, page of 20', atOnce, count / 2, () =>
      store.read(sql`SELECT id, slug, name FROM dataset WHERE id > ${key()} ORDER BY id LIMIT 20`),
    );
  }
  await store.close();
}
void main();
