/** The seeds: the reviewed facts under `seeds/`, imported like anything else. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportRefused, type ImportProblem } from '../errors';
import { importRecords } from './import';
import type { ImportOptions, ImportReport } from './import-options';
import type { RawRecord } from './raw-record';
import { readYaml } from './yaml-reader';

/** Imports all seed files of the project in one transaction. @throws ImportRefused */
export const importSeeds = (
  root: string,
  options: Omit<ImportOptions, 'records' | 'origin'>,
): Promise<ImportReport> =>
  importRecords({ ...options, origin: 'seeds', records: readFolder(join(root, 'seeds'), root) });

/** Reads on past a file that cannot be read, so that the faults of all are told together. */
async function* readFolder(folder: string, root: string): AsyncGenerator<RawRecord> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const problems: ImportProblem[] = [];
  for (const file of files) {
    try {
      yield* readYaml(join(folder, file), root);
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ImportRefused(problems);
}
