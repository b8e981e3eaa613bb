/** A process that stores one record as it is whenever it is told to, as an import of something small does. With each write it is the turn of the next class. */
require('reflect-metadata');
const { raw } = require('sql-template-tag');
const { openStore } = require('../../dist/src/open-store.js');
const { registry } = require('../../dist/src/registry.js');
const { readConfig } = require('../../dist/src/config/index.js');
const { tableOf } = require('../../dist/src/resource/columns.js');

async function main() {
  const store = await openStore(readConfig({ DATABASE_URL: process.env.DATABASE_URL, LOG_LEVEL: 'silent' }));
  const records = [];
  for (const description of registry.all) {
    const [row] = await store.read(raw(`SELECT * FROM "${tableOf(description)}" ORDER BY id LIMIT 1`));
    if (row) records.push({ description, row });
  }
  let turn = 0;
  let last = Promise.resolve();
  process.on('message', () => {
    last = last.then(() =>
      store.write(async (transaction) => {
        const { description, row } = records[turn++ % records.length];
        await transaction.save(description, [row]);
      }),
    );
  });
  process.send('ready');
}

void main();
