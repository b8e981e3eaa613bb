/** The limit: a bare node:http server with one hand-written statement for each query, in which the database builds the whole answer. */
import { createServer } from 'node:http';
import pg from 'pg';
import sqlite3 from 'sqlite3';
import { statementsOn } from './sql-statements.mjs';

const { Buffer } = globalThis;

const databaseUrl = process.env.DATABASE_URL;
const isSqlite = databaseUrl.startsWith('sqlite:');

/** Memory for pages of an SQLite file, as much as ours has. */
const cacheKib = 32 * 1024;

/** The key within a global id. */
const keyOf = (id) => Buffer.from(id, 'base64url').toString();

/** The key within a cursor of the list of datasets; before all keys without one. */
const keyAfter = (cursor) => (cursor ? JSON.parse(keyOf(cursor))[1] : '');

/** The parameters of each statement, from the variables of the request. */
const parameters = {
  One: ({ id }) => [keyOf(id), id],
  Page: ({ after }) => [keyAfter(after)],
  Facets: ({ kind }) => [kind],
  Narrowed: ({ kind, least }) => [kind, least],
  Search: ({ text }) => [text.toLowerCase()],
};

/** The name of the statement of a request. */
const statementOf = (operationName, { field, direction } = {}) =>
  operationName === 'Narrowed' ? `${operationName} ${field} ${direction}` : operationName;

/** Prepared by name, on a pool as large as ours. */
function askingPostgres() {
  const statements = statementsOn('postgres');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  return async (name, values) => {
    const { rows } = await pool.query({ name, text: statements[name], values, rowMode: 'array' });
    return rows[0][0];
  };
}

/** Prepared once, on one connection, as SQLite runs one statement of it at a time. */
function askingSqlite() {
  const database = new sqlite3.Database(databaseUrl.slice('sqlite:'.length), sqlite3.OPEN_READONLY);
  database.run(`PRAGMA cache_size = -${cacheKib}`);
  const statements = Object.fromEntries(
    Object.entries(statementsOn('sqlite')).map(([name, text]) => [name, database.prepare(text)]),
  );
  return (name, values) =>
    new Promise((resolve, reject) => {
      // "all" resets the statement for the next request, "get" would not.
      statements[name].all(values, (error, rows) => (error ? reject(error) : resolve(rows[0].answer)));
    });
}

const ask = isSqlite ? askingSqlite() : askingPostgres();

async function answer(body, response) {
  const { operationName, variables } = JSON.parse(body);
  const text = await ask(statementOf(operationName, variables), parameters[operationName]?.(variables) ?? []);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part) => (body += part));
  request.on('end', () => {
    answer(body, response).catch((error) =>
      response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] })),
    );
  });
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
