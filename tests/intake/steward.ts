/** A steward's folder of YAML files, imported into a small world as the seeds are. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportRefused, type ImportProblem } from '../../src/errors';
import type { ImportOptions, ImportReport } from '../../src/intake/import-options';
import { importSeeds } from '../../src/intake/seeds';
import type { SmallWorld } from '../helpers/small-world';

/** Files by name, such as `{ 'sites.yaml': 'Institution: …' }`. */
export type Files = Record<string, string | Buffer>;

/** Imports the files in one go, at a time if one is given; what they do not hold any more is withdrawn. */
export async function importFiles(
  world: SmallWorld,
  files: Files,
  now = '2025-01-01T00:00:00.000Z',
  how: Partial<Pick<ImportOptions, 'vanished' | 'dryRun' | 'write' | 'origin' | 'proof'>> = {
    vanished: 'go',
  },
): Promise<ImportReport> {
  const root = await mkdtemp(join(tmpdir(), 'num-gateway-steward-'));
  try {
    await mkdir(join(root, 'seeds'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'seeds', name), text);
    return await importSeeds(root, {
      registry: world.registry,
      write: (work) => world.store.write(work),
      now: () => new Date(now),
      ...how,
    });
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Why the files are refused; a test fails when they are not. */
export async function problemsOf(
  world: SmallWorld,
  files: Files,
  how: Pick<ImportOptions, 'proof'> = {},
): Promise<readonly ImportProblem[]> {
  const outcome: unknown = await importFiles(world, files, undefined, { vanished: 'go', ...how }).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof ImportRefused) return outcome.problems;
  throw outcome instanceof Error ? outcome : new Error('The import was not refused.');
}

/** The text without its mark ▶, and the line and column where the mark stood. */
export function marked(text: string): { text: string; line: number; column: number } {
  const before = text.slice(0, text.indexOf('▶')).split('\n');
  return { text: text.replace('▶', ''), line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
