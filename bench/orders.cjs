/**
 * How long a page of datasets takes in each order: the first, and one deep inside, in both directions.
 * `npm run build:server && node bench/orders.cjs <DATABASE_URL>` reads a database that the gateway has filled, through the loaders of a request.
 */
require('reflect-metadata');
const { performance } = require('node:perf_hooks');
const { default: sql } = require('sql-template-tag');
const { openStore } = require('../dist/src/open-store.js');
const { registry } = require('../dist/src/registry.js');
const { readConfig } = require('../dist/src/config/index.js');
const { Loaders } = require('../dist/src/query/loaders.js');
const { allOfClass } = require('../dist/src/query/listing.js');
const { orderFieldsOf, orderTerms, placeIn, orderSql, placeColumns } = require('../dist/src/query/order.js');
const { cursorOf, fingerprint } = require('../dist/src/query/page.js');

const dataset = registry.ofType('Dataset');
const listing = allOfClass(dataset, {});
const times = Number(process.env.COUNT ?? 15);

/** The cursor of a row in the middle of an order. */
async function deepCursor(store, orderBy) {
  const terms = orderTerms(listing, orderBy, 'de');
  const cells = placeColumns(terms);
  const columns = cells.length > 0 ? sql`t.*, ${cells[0]}` : sql`t.*`;
  const [{ total }] = await store.read(sql`SELECT count(*) AS total FROM dataset`);
  const middle = Math.floor(Number(total) / 2);
  const [row] = await store.read(
    sql`SELECT ${columns} FROM dataset t ORDER BY ${orderSql(terms, false)} LIMIT 1 OFFSET ${middle}`,
  );
  return cursorOf(placeIn(terms, row), fingerprint(JSON.stringify([listing.name, terms])));
}

/** Milliseconds of the request in the middle, of several. */
async function median(work) {
  await work();
  const taken = [];
  for (let turn = 0; turn < times; turn += 1) {
    const begin = performance.now();
    await work();
    taken.push(performance.now() - begin);
  }
  return taken.sort((one, other) => one - other)[Math.floor(times / 2)];
}

async function main() {
  const store = await openStore(
    readConfig({ DATABASE_URL: process.argv[2], LOG_LEVEL: 'silent', DEADLINE_MS: '600000' }),
  );
  const read = (orderBy, page) =>
    new Loaders(store, registry).connection({
      listing,
      without: () => listing,
      signature: '',
      page: { first: 20, ...page },
      orderBy,
      language: 'de',
    }).nodes;
  const orders = [null, ...orderFieldsOf(dataset)].flatMap((field) =>
    field
      ? ['ASC', 'DESC'].map((direction) => ({
          field: field.name,
          direction,
          linked: field.linked !== undefined,
        }))
      : [null],
  );
  for (const order of orders) {
    const orderBy = order ? [order] : [];
    const after = await deepCursor(store, orderBy);
    const [first, deep] = [await median(() => read(orderBy)), await median(() => read(orderBy, { after }))];
    const name = order ? `${order.field} ${order.direction}` : 'by key';
    console.log(
      `${name.padEnd(34)} first ${first.toFixed(1).padStart(8)} ms   deep ${deep.toFixed(1).padStart(8)} ms`,
    );
  }
  await store.close();
}
void main();
