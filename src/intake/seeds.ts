/** The seeds: the reviewed facts in `seeds/`, imported like any other data. */
import { join } from 'node:path';
import { ImportRefused, type ImportProblem } from '../errors';
import type { Origin } from '../resource/origin';
import { importRecords } from './import';
import type { ImportOptions, ImportReport } from './import-options';
import type { RawRecord } from './raw-record';
import { seedFilesIn, type SeedFiles } from './seed-files';
import { readYaml } from './yaml-reader';

/** Sources that are believed more, or less, find room before and after it. */
export const seedsOrigin: Origin = { name: 'seeds', kind: 'SEEDS', rank: 100 };

export interface SeedReport extends ImportReport {
  /** Ignored files beside the seeds, with the reason. */
  leftOut: string[];
}

/** Imports all seed files in one transaction. @throws ImportRefused */
export async function importSeeds(
  root: string,
  options: Omit<ImportOptions, 'records' | 'origin'> & Partial<Pick<ImportOptions, 'origin'>>,
): Promise<SeedReport> {
  const found = await seedFilesIn(join(root, 'seeds'), root);
  const report = await importRecords({ origin: seedsOrigin, ...options, records: readAll(found, root) });
  return { ...report, leftOut: found.leftOut };
}

/** Continues after an unreadable file, so that all problems are reported together. */
async function* readAll({ files, problems: before }: SeedFiles, root: string): AsyncGenerator<RawRecord> {
  const problems: ImportProblem[] = [...before];
  for (const file of files) {
    try {
      yield* readYaml(file, root);
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ImportRefused(problems);
}
