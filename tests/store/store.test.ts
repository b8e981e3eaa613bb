/** The store as its callers see it: opened, migrated, checked, closed. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { Store } from '../../src/store/store';
import { describeOnEachDatabase } from '../helpers/databases';
import { registry, SmallWorld } from '../helpers/small-world';

const marburg = { slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' };
const giessen = { slug: 'giessen', name: { de: 'Gießen' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' };
const bmbf = { slug: 'bmbf', name: { en: 'A ministry' }, kind: 'MINISTRY' };
const racoon = { slug: 'racoon', name: { en: 'RACOON' } };
const loks = { slug: 'loks', name: { en: 'NUM LokS' } };
const period = {
  slug: 'num-period-2',
  name: { en: 'Period 2' },
  funder: 'bmbf',
  number: 2,
  startsOn: '2022',
};

describeOnEachDatabase('a store', (dialect) => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await SmallWorld.of(dialect, {
      Institution: [marburg, giessen, bmbf],
      Infrastructure: [racoon],
      FundingPeriod: [period],
      Project: [loks],
    });
  });

  afterEach(() => world.end());

  const reopen = () => Store.open({ databaseUrl: world.database.url, root: '/', registry });

  it('can be opened a second time, and still holds what was in it', async () => {
    const again = await reopen();

    expect(await again.read(sql`SELECT slug FROM institution ORDER BY slug`)).toEqual([
      { slug: 'bmbf' },
      { slug: 'giessen' },
      { slug: 'marburg' },
    ]);
    await again.close();
  });

  it('shows every link once in the view "link", with its kind, ends, role and dates', async () => {
    await world.add({
      Participation: [
        { institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES', startsOn: '2021-04' },
        { institution: 'marburg', infrastructure: 'racoon', role: 'SUPPLIES_DATA' },
      ],
      Usage: [{ project: 'loks', infrastructure: 'racoon', role: 'USES' }],
      Award: [{ fundingPeriod: 'num-period-2', recipient: 'infrastructures/racoon' }],
      Relation: [{ from: 'institutions/marburg', to: 'institutions/giessen', role: 'PARTNER_OF' }],
    });

    const rows = await world.store.read(
      sql`SELECT kind, source_id, target_id, role, starts_on, ends_on FROM link ORDER BY kind, role`,
    );

    expect(rows.map((row) => Object.values(row))).toEqual([
      ['AWARD', 'funding-periods/num-period-2', 'infrastructures/racoon', null, null, null],
      ['PARTICIPATION', 'institutions/marburg', 'infrastructures/racoon', 'PARTICIPATES', '2021-04-01', null],
      ['PARTICIPATION', 'institutions/marburg', 'infrastructures/racoon', 'SUPPLIES_DATA', null, null],
      ['RELATION', 'institutions/marburg', 'institutions/giessen', 'PARTNER_OF', null, null],
      ['USAGE', 'projects/loks', 'infrastructures/racoon', 'USES', null, null],
    ]);
  });

  it('gives every class of links a part of the view "link"', async () => {
    const parts = await world.store.read(sql`SELECT count(*) AS total FROM link`);
    expect(Number(parts[0]?.total)).toBe(0);

    const view =
      dialect === 'sqlite'
        ? sql`SELECT sql AS text FROM sqlite_master WHERE name = 'link'`
        : sql`SELECT pg_get_viewdef('link') AS text`;
    const [{ text } = { text: '' }] = await world.store.read(view);
    for (const { type } of registry.links) expect(text).toContain(`'${type.toUpperCase()}'`);
  });

  it('refuses a row that points to a record that does not exist', async () => {
    const rows = await world.store.read(sql`SELECT * FROM funding_period`);
    const orphan = { ...rows[0], id: 'funding-periods/orphan', funder_id: 'institutions/nobody' };

    const writing = world.store.write((transaction) =>
      transaction.stated.state(
        describeFundingPeriod(),
        [{ key: orphan.id, row: orphan, identifiers: [], evidence: [], digest: 'o' }],
        { origin: 'test', version: 1, at: '2025-01-01T00:00:00.000Z' },
      ),
    );

    await expect(writing).rejects.toThrow(/foreign key/i);
    expect(await world.store.read(sql`SELECT id FROM funding_period`)).toHaveLength(1);
  });

  it('stores far more records at once than one statement takes', async () => {
    const many = Array.from({ length: 1_203 }, (_, index) => ({
      slug: `dataset-${index}`,
      name: { de: `Datensatz ${index}`, en: `Dataset ${index}` },
      kind: 'COHORT',
    }));

    await world.add({ Dataset: many });

    const [row] = await world.store.read(sql`SELECT count(*) AS total FROM dataset`);
    expect(Number(row?.total)).toBe(1_203);
  });

  it('is ready, and reads no more once it is closed', async () => {
    await expect(world.store.readiness.now()).resolves.toBeUndefined();

    const another = await reopen();
    await another.close();
    await expect(another.read(sql`SELECT 1 AS one`)).rejects.toThrow();
  });
});

describe('a store on SQLite', () => {
  it('writes ahead, checks foreign keys, and waits for others that write', async () => {
    const world = await SmallWorld.of('sqlite', {});

    expect(await world.store.read(sql`PRAGMA journal_mode`)).toEqual([{ journal_mode: 'wal' }]);
    expect(await world.store.read(sql`PRAGMA foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
    expect(await world.store.read(sql`PRAGMA busy_timeout`)).toEqual([{ timeout: 15_000 }]);
    await world.end();
  });

  it('makes the folder of its file, and takes a relative path from the root of the project', async () => {
    const root = await mkdtemp(join(tmpdir(), 'num-gateway-root-'));

    const store = await Store.open({ databaseUrl: 'sqlite:data/new/catalogue.sqlite', root, registry });
    await store.close();

    expect(existsSync(join(root, 'data/new/catalogue.sqlite'))).toBe(true);
    await rm(root, { recursive: true });
  });

  it('says in one sentence that a file is no database', async () => {
    const root = await mkdtemp(join(tmpdir(), 'num-gateway-root-'));
    await writeFile(
      join(root, 'letter.txt'),
      'Dear steward, this is a letter and no database at all.'.repeat(9),
    );

    await expect(Store.open({ databaseUrl: 'sqlite:letter.txt', root, registry })).rejects.toThrow(
      /^The database \/.*\/letter\.txt cannot be opened: .*not a database.*DATABASE_URL/,
    );
    await rm(root, { recursive: true });
  });
});

const describeFundingPeriod = () => {
  const description = registry.ofType('FundingPeriod');
  if (!description) throw new Error('FundingPeriod is not in the catalogue.');
  return description;
};
