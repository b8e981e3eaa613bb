/** What is kept of a small world between requests. */
import { KeptCatalogue, type KeptOptions } from '../../src/query/kept/kept-catalogue';
import type { Snapshot } from '../../src/query/kept/kept';
import type { SmallWorld } from './small-world';

/** Keeps everything of a world, unless a test says otherwise. */
export const keptOf = (
  { store, registry }: Pick<SmallWorld, 'store' | 'registry'>,
  otherwise: Partial<KeptOptions> = {},
): KeptCatalogue =>
  new KeptCatalogue({
    reader: store,
    registry,
    version: store.version,
    memory: 100_000_000,
    rows: 1_000,
    longest: 60_000,
    ...otherwise,
  });

/** What is kept of the data as they are now. */
export async function snapshotOf(kept: KeptCatalogue): Promise<Snapshot> {
  const snapshot = await kept.now();
  if (!snapshot) throw new Error('Nothing is kept.');
  return snapshot;
}
