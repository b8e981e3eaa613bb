/** What is there when a run begins: what the source stated before, and what is kept of its runs. */
import type { Origin } from '../../resource/origin';
import type { HarvestSource } from '../harvest-source';
import type { Missing } from './not-seen';
import type { RunParts } from './run-parts';

export interface StateBefore {
  /** The number of the run; null for a dry run. */
  number: number | null;
  /** Digests of all that the source states, by key. */
  digests: ReadonlyMap<string, string>;
  /** The keys of records by the address under which the source knows them. */
  addresses: ReadonlyMap<string, string>;
  missing: Missing;
  /** What servers said of the documents last time. */
  documents: ReadonlyMap<string, unknown>;
}

/** Begins a run. */
export function stateBefore(
  source: HarvestSource,
  origin: Origin,
  {
    write,
    mode,
    unchangedDocuments,
    startedAt,
  }: Pick<RunParts, 'write' | 'mode' | 'unchangedDocuments'> & { startedAt: string },
): Promise<StateBefore> {
  return write(async ({ harvests, origins }) => {
    const known = await harvests.source(source.name);
    const number =
      mode === 'try'
        ? null
        : await harvests.begin(
            {
              slug: source.name,
              kind: source.kind,
              address: source.address,
              schedule: source.schedule?.written ?? null,
              owner: source.owner,
              rank: source.rank,
              failingSince: known?.failingSince ?? null,
              nextAt: known?.nextAt ?? null,
            },
            startedAt,
          );
    return {
      number,
      digests: await origins.allDigests(origin.name),
      addresses: await harvests.addresses(origin.name),
      missing: await harvests.missing(origin.name),
      documents: unchangedDocuments === 'skip' ? await harvests.documents(source.name) : new Map(),
    };
  });
}
