/** Harvests records that a test writes down, into a real store. */
import type { HarvestSource } from '../../../src/harvest/harvest-source';
import type { Finding } from '../../../src/harvest/finding';
import type { HarvestedRecord } from '../../../src/harvest/harvested-record';
import type { Mention } from '../../../src/harvest/harvested-record';
import type { Outcome } from '../../../src/harvest/reconcile/outcome';
import type { HarvestReport } from '../../../src/harvest/run/report';
import { runHarvest } from '../../../src/harvest/run/run';
import type { RunParts } from '../../../src/harvest/run/run-parts';
import { registry } from '../../../src/registry';
import type { Store } from '../../../src/store/store';

export const northSource: HarvestSource = {
  name: 'north-catalogue',
  title: 'The catalogue of the north',
  kind: 'DCAT',
  address: 'https://north.example.org/catalogue.ttl',
  file: null,
  owner: null,
  schedule: null,
  rank: 200,
  mayState: 'all',
  persons: false,
  ignoreRobots: false,
  allowPrivateAddresses: false,
  credentials: {},
  withdrawAfter: null,
  licence: null,
};

/** The document that all records of a test stand in. */
export const document = {
  address: 'https://north.example.org/catalogue.ttl',
  digest: 'sha256:aa',
  fetchedAt: '2026-11-02T03:00:00.000Z',
};

/** A record as a reader gives it. */
export const harvested = (
  type: string,
  iri: string | null,
  data: Record<string, unknown>,
  more: Partial<HarvestedRecord> = {},
): HarvestedRecord => ({
  type,
  iri,
  data,
  at: () => ({ document: document.address, line: 1, column: 1 }),
  document,
  knownAs: [],
  concluded: {},
  beside: false,
  ...more,
});

/** A dataset of the north, with all that a dataset needs. */
export const dataset = (slug: string, data: Record<string, unknown> = {}): HarvestedRecord =>
  harvested('Dataset', `https://north.example.org/${slug}`, {
    slug,
    name: { en: `Dataset ${slug}` },
    kind: 'REGISTRY',
    ...data,
  });

export interface Harvesting extends Partial<Omit<RunParts, 'read' | 'write' | 'registry'>> {
  source?: Partial<HarvestSource>;
  /** What the linking says of a mention. Default: nothing is known. */
  reconcile?: (mention: Mention) => Outcome;
  /** Slugs of what is unknown, by name. */
  slugs?: Readonly<Record<string, string>>;
  /** Whether the source says that nothing has changed. */
  unchanged?: boolean;
  store: Store;
}

/** One run over these records and findings. */
export function harvest(
  parts: readonly (HarvestedRecord | Finding)[] | AsyncIterable<HarvestedRecord | Finding>,
  {
    source = {},
    reconcile = () => ({ outcome: 'UNKNOWN' }),
    unchanged = false,
    slugs: givenSlugs = {},
    store,
    ...more
  }: Harvesting,
): Promise<HarvestReport> {
  const slugs = new Map<string, string>();
  return runHarvest(
    { ...northSource, ...source },
    {
      registry,
      read: () => ({
        parts: given(parts),
        ended: () => ({ documents: 1, unchanged, states: new Map(), lastModified: new Map() }),
      }),
      reconcilerFor: () =>
        Promise.resolve({
          reconcile: (mention) => reconcile(mention as Mention),
          identify: ({ iri, data, type }) => {
            if (registry.ofType(type)?.kind === 'link') return null;
            const slug = typeof data.slug === 'string' ? data.slug : (iri ?? '').replace(/.*\//, '');
            if (iri) slugs.set(iri, slug);
            return { key: null, slug, reason: null };
          },
          slugFor: ({ names }) =>
            givenSlugs[names[0]?.value ?? ''] ??
            (names[0]?.value ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-'),
        }),
      write: (work) => store.write(work),
      now: () => new Date('2026-11-02T03:00:00.000Z'),
      signal: new AbortController().signal,
      mode: 'write',
      withdrawals: 'due',
      unchangedDocuments: 'skip',
      onError: (error) => {
        throw error;
      },
      ...more,
    },
  );
}

async function* given(
  parts: readonly (HarvestedRecord | Finding)[] | AsyncIterable<HarvestedRecord | Finding>,
): AsyncGenerator<HarvestedRecord | Finding> {
  yield* parts;
}
