/** Databases that hold something already: it is stored once in a run of the tests, and each test gets a copy. */
import { copyFile, mkdtemp, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { readConfig } from '../../src/config';
import { derivationsOf } from '../../src/open-store';
import { registry } from '../../src/registry';
import { seed } from '../../src/seeding';
import { Store } from '../../src/store/store';
import {
  addressOf,
  emptyDatabase,
  fileOf,
  filesFolder,
  onServer,
  type Dialect,
  type EmptyDatabase,
} from './databases';

/** A database with the tables of the catalogue, and nothing in them. */
export const migratedDatabase = (dialect: Dialect): Promise<EmptyDatabase> =>
  databaseWith(dialect, 'migrated', onStore());

/** A database that holds the seeds. */
export const seededDatabase = (dialect: Dialect): Promise<EmptyDatabase> =>
  databaseWith(
    dialect,
    'seeded',
    onStore((store) => seed(store, readConfig({}))),
  );

/** Fills an empty database, and leaves no connection to it. */
type Fill = (databaseUrl: string) => Promise<unknown>;

/** @param name of what it holds: all that give the same name get a copy of the same. */
export const databaseWith = (dialect: Dialect, name: string, fill: Fill): Promise<EmptyDatabase> =>
  dialect === 'sqlite' ? copyOfFile(name, fill) : copyOnServer(`template_${name}`, fill);

const onStore =
  (work: (store: Store) => Promise<unknown> = () => Promise.resolve()): Fill =>
  async (databaseUrl) => {
    const derivations = derivationsOf(readConfig({}));
    const store = await Store.open({ databaseUrl, root: '/', registry, derivations });
    await work(store);
    await store.close();
  };

/** Two workers may fill a file at the same time; the one that is ready last takes its place, with the same in it. */
async function copyOfFile(name: string, fill: Fill): Promise<EmptyDatabase> {
  const folder = filesFolder();
  const template = join(folder, `${name}.sqlite`);
  if (!(await isThere(template))) {
    const file = join(await mkdtemp(join(folder, 'filling-')), 'catalogue.sqlite');
    await fill(`sqlite:${file}`);
    if (await isThere(`${file}-wal`))
      throw new Error(`${file} is not closed: a copy would lose what it holds.`);
    await rename(file, template);
  }
  const database = await emptyDatabase('sqlite');
  await copyFile(template, fileOf(database));
  return database;
}

/** The templates on the server that are known to be made. */
const made = new Set<string>();

/** PostgreSQL copies a template only while nobody is connected to it, so that one worker fills it, under another name. */
async function copyOnServer(template: string, fill: Fill): Promise<EmptyDatabase> {
  if (!made.has(template)) await onServer((server) => makeTemplate(server, template, fill));
  made.add(template);
  return emptyDatabase('postgres', template);
}

async function makeTemplate(server: ClientBase, template: string, fill: Fill): Promise<void> {
  const isMade = async (): Promise<boolean> =>
    (await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])).rowCount === 1;
  if (await isMade()) return;
  await server.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  try {
    if (await isMade()) return;
    const filling = `${template}_filling`;
    await server.query(`DROP DATABASE IF EXISTS ${filling} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${filling}`);
    await fill(addressOf(filling));
    await server.query(`ALTER DATABASE ${filling} RENAME TO ${template}`);
  } finally {
    await server.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
