/** A harvest that is killed at random moments: readers never see half a dataset, and the next run does the rest. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { behind, describeOnEachDatabase, filesFolder } from '../helpers/databases';
import { run, startScript } from '../helpers/gateway-process';
import { migratedDatabase } from '../helpers/template-databases';

jest.setTimeout(1_200_000);

const kills = process.env.PROPERTY_RUNS === 'full' ? 30 : 2;

/** Each dataset has a distribution, and an institution that publishes it. */
const datasets = 3_000;

const records = (): string => {
  const numbers = Array.from({ length: datasets }, (_, index) => index + 1);
  return [
    'Institution:',
    '  - { slug: harbour, name: { de: Hafen }, kind: UNIVERSITY_MEDICAL_CENTRE }',
    'Dataset:',
    ...numbers.map((n) => `  - { slug: d-${n}, name: { en: Dataset ${n} }, kind: REGISTRY }`),
    'Distribution:',
    ...numbers.map(
      (n) => `  - { slug: file-${n}, name: { en: File ${n} }, dataset: d-${n}, kind: ON_REQUEST }`,
    ),
    'Provision:',
    ...numbers.map((n) => `  - { agent: institutions/harbour, offer: datasets/d-${n}, role: PUBLISHER }`),
  ].join('\n');
};

describeOnEachDatabase('a harvest that is killed', (dialect) => {
  it(`${kills} times leaves no half-written dataset, and the next run completes it`, async () => {
    const database = await migratedDatabase(dialect);
    const folder = await mkdtemp(join(filesFolder(), 'killed-'));
    await writeFile(join(folder, 'all.yaml'), records());
    await writeFile(
      join(folder, 'sources.yaml'),
      'sources:\n  - { name: harbour, kind: YAML, file: all.yaml }\n',
    );
    const env = { DATABASE_URL: database.url, SOURCES_FILE: join(folder, 'sources.yaml') };
    const count = (rows: string) =>
      behind(database, async (source) => {
        const [row] = await source.query<{ total: string }[]>(`SELECT count(*) AS total FROM ${rows}`);
        return Number(row?.total);
      });
    const written: number[] = [];

    for (let kill = 0; kill < kills; kill += 1) {
      const running = startScript(['dist/src/commands/num-gateway.js', 'harvest'], { env });
      // The program itself takes a while to start; a run that was quicker than the kill has just ended.
      await Promise.race([setTimeout(500 + Math.random() * 4_500), running.ended]);
      await running.stop('SIGKILL');
      const half = await count(
        `dataset d WHERE NOT EXISTS (SELECT 1 FROM distribution x WHERE x.dataset_id = d.id)
          OR NOT EXISTS (SELECT 1 FROM provision p WHERE p.target_id = d.id)
          OR NOT EXISTS (SELECT 1 FROM evidence e WHERE e.subject_id = d.id)
          OR NOT EXISTS (SELECT 1 FROM search_record s WHERE s."key" = d.id)`,
      );
      expect(half).toBe(0);
      written.push(await count('dataset'));
    }

    const last = await run(['harvest', '--all', '--format', 'json'], { env });
    expect(last.stderr).toBe('');
    expect(last.code).toBe(0);
    expect(await count('dataset')).toBe(datasets);
    expect(await count('distribution')).toBe(datasets);
    expect(await count('provision')).toBe(datasets);
    expect(await count(`harvest WHERE outcome = 'RUNNING'`)).toBe(0);
    expect(await count('harvest_lease')).toBe(0);
    // What was written before a kill stays written.
    expect(written).toEqual([...written].sort((a, b) => a - b));
    await database.drop();
  });
});
