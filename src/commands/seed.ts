/** `num-gateway seed` */
import type { Config } from '../config';
import type { ImportCounts } from '../intake/import-options';
import type { SeedReport } from '../intake/seeds';
import { openStore } from '../open-store';
import { seed } from '../seeding';
import { upgradeReport } from '../store/upgrade-report';
import { progressBar } from './progress';

export interface SeedOptions {
  dryRun?: boolean;
  allowWithdrawals?: boolean;
}

export async function seedCommand(
  config: Config,
  { dryRun = false, allowWithdrawals = false }: SeedOptions,
): Promise<void> {
  // A dry run does not run migrations either.
  const store = await openStore(dryRun ? { ...config, migrate: false } : config);
  const report = upgradeReport(store.upgraded);
  if (report) console.log(report);
  const progress = progressBar('Seeding');
  try {
    const report = await seed(store, config, {
      vanished: allowWithdrawals ? 'go' : 'few go',
      dryRun,
      onProgress: progress.show,
    });
    progress.end();
    for (const line of linesOf(report, dryRun ? 'Would be withdrawn' : 'Withdrawn')) console.log(line);
    console.log(dryRun ? 'Nothing was written: this was a dry run.' : conclusion(report));
  } finally {
    progress.end();
    await store.close();
  }
}

const linesOf = ({ counts, withdrawn, remaining, tooMany, leftOut }: SeedReport, went: string): string[] => [
  ...counts.map(
    ({ type, created, updated, unchanged, withdrawn }) =>
      `${type.padEnd(18)} ${created} created, ${updated} updated, ${unchanged} unchanged, ${withdrawn} withdrawn`,
  ),
  ...withdrawn.map(
    (key) =>
      `${went}: ${key}${remaining.includes(key) ? ' (it stays, as another origin states it, too)' : ''}`,
  ),
  ...leftOut.map((file) => `Left out: ${file}`),
  ...(tooMany ? [`The import would be refused. ${tooMany.message} ${tooMany.remedy}`] : []),
];

const conclusion = ({ counts }: SeedReport): string =>
  counts.some(changes)
    ? 'The seeds are in the database.'
    : 'Nothing changed: the database held the seeds already.';

const changes = ({ created, updated, withdrawn }: ImportCounts): boolean => created + updated + withdrawn > 0;
