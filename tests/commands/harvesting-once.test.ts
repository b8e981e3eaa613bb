/** Sources that are due are harvested once, however many processes serve: workers of one instance, and several instances. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { behind, describeOnEachDatabase, filesFolder } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { serve } from '../helpers/gateway-process';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(240_000);

type Gateway = Awaited<ReturnType<typeof serve>>;
type Database = Awaited<ReturnType<typeof seededDatabase>>;

const names = ['east', 'north', 'south'];

/** Three sources that are due at the start, of which one cannot be read. */
async function sourcesFile(): Promise<string> {
  const folder = await mkdtemp(join(filesFolder(), 'once-'));
  for (const name of names.slice(1))
    await writeFile(
      join(folder, `${name}.yaml`),
      `Dataset:\n  - { slug: of-${name}, name: { en: Of the ${name} }, kind: REGISTRY }\n`,
    );
  const path = join(folder, 'sources.yaml');
  const entry = (name: string) => `  - { name: ${name}, kind: YAML, file: ${name}.yaml, schedule: PT1M }\n`;
  await writeFile(path, `sources:\n${names.map(entry).join('')}`);
  return path;
}

const endings = ({ log }: Gateway): string[] =>
  log
    .filter(({ msg }) => /^(Harvested|A source could not be)/.test(String(msg)))
    .map(({ source }) => String(source));

/** The runs that are kept: source, number and outcome. */
const kept = (database: Database) =>
  behind(database, async (source) => {
    const rows = await source.query<Record<string, unknown>[]>(
      'SELECT source_slug, number, outcome FROM harvest ORDER BY source_slug, number',
    );
    return rows.map((row) => `${String(row.source_slug)} ${String(row.number)} ${String(row.outcome)}`);
  });

const metric = async ({ url }: Gateway, name: string): Promise<Record<string, number>> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = text.matchAll(
    new RegExp(`^num_gateway_harvest_${name}\\{source="(\\w+)".*\\} (\\d+)$`, 'gm'),
  );
  return Object.fromEntries([...found].map(([, source, count]) => [String(source), Number(count)] as const));
};

const once = names.map((name) => `${name} 1 ${name === 'east' ? 'FAILED' : 'COMPLETE'}`);
const failing = { east: 1, north: 0, south: 0 };

async function harvestedBy(gateways: readonly Gateway[], database: Database): Promise<void> {
  await eventually(async () => (await kept(database)).join(), once.join(), 60_000);
  const logged = () => Promise.resolve(gateways.flatMap(endings).toSorted().join());
  await eventually(logged, names.join());
}

describeOnEachDatabase('sources that are due', (dialect) => {
  it('are harvested once by two workers, which tell the same of them', async () => {
    const database = await seededDatabase(dialect);
    const env = { DATABASE_URL: database.url, SOURCES_FILE: await sourcesFile(), WORKERS: '2' };
    const gateway = await serve({ env });
    try {
      await harvestedBy([gateway], database);

      expect(await metric(gateway, 'runs_total')).toEqual({ east: 1, north: 1, south: 1 });
      expect(await metric(gateway, 'failing')).toEqual(failing);
    } finally {
      await gateway.stop();
      await database.drop();
    }
  });
});

it('sources that are due are harvested once by two instances on one PostgreSQL, and by the other one when the first is killed', async () => {
  const database = await seededDatabase('postgres');
  const env = { DATABASE_URL: database.url, SOURCES_FILE: await sourcesFile() };
  const instances = await Promise.all([serve({ env }), serve({ env })]);
  try {
    await harvestedBy(instances, database);

    const runs = await Promise.all(instances.map((each) => metric(each, 'runs_total')));
    expect(runs.map((each) => Object.keys(each).length).toSorted()).toEqual([0, 3]);
    // Whoever is asked, a source that fails is shown as failing.
    for (const each of instances) expect(await metric(each, 'failing')).toEqual(failing);
    const [one, two] = instances;
    const [first, other] = Object.keys(runs[0] ?? {}).length > 0 ? [one, two] : [two, one];
    await first.stop('SIGKILL');
    const leases = () =>
      behind(database, async (source) => {
        const rows = await source.query<{ holder: string }[]>('SELECT holder FROM harvest_lease');
        return rows.map(({ holder }) => holder.split('/')[1]).join();
      });
    // It looks every fifteen seconds.
    await eventually(leases, String(other.pid), 60_000);
    expect(await kept(database)).toEqual(expect.arrayContaining(once));
  } finally {
    await Promise.all(instances.map((each) => each.stop('SIGKILL')));
    await database.drop();
  }
});
