/** A harvested record is known by its address or identifiers, never by its title; a new one gets a readable slug, always the same. */
import type { HarvestedRecord } from '../../../src/harvest/harvested-record';
import type { Known } from '../../../src/harvest/reconcile/known';
import { openReconciler } from '../../../src/harvest/reconcile/open-reconciler';

const known: Known = {
  publicUrl: 'https://num.example.org',
  records: [],
  identifiers: [{ key: 'datasets/emergency', scheme: 'DOI', value: '10.5281/zenodo.7189871' }],
  keys: new Set(['datasets/emergency', 'datasets/cohort']),
  paths: new Map([['Dataset', 'datasets']]),
};
const dataset = (iri: string | null, title: string, more: Record<string, unknown> = {}): HarvestedRecord => ({
  type: 'Dataset',
  iri,
  knownAs: [],
  concluded: {},
  beside: false,
  data: { name: { en: title }, ...more },
  at: () => ({ document: 'https://example.org/dcat.ttl', line: 1, column: null }),
  document: {
    address: 'https://example.org/dcat.ttl',
    digest: 'sha256:0',
    fetchedAt: '2026-11-30T00:00:00Z',
  },
});
const opened = () =>
  openReconciler(known, 'a source', null, new Map([['https://n.org/1', 'datasets/cohort']]));

it('knows a dataset by our address, by that under which a source knows it, and by its DOI', () => {
  const linking = opened();
  const keyOf = (record: HarvestedRecord) => linking.identify(record)?.key;
  expect(keyOf(dataset('https://num.example.org/datasets/cohort', 'A'))).toBe('datasets/cohort');
  expect(keyOf(dataset('https://n.org/1', 'B'))).toBe('datasets/cohort');
  expect(keyOf(dataset('https://doi.org/10.5281/ZENODO.7189871', 'C'))).toBe('datasets/emergency');
  const again = { ...dataset('https://n.org/6', 'E'), knownAs: ['https://n.org/1'] };
  expect(keyOf(again)).toBe('datasets/cohort');
  const identifiers = [{ scheme: 'DOI', value: 'doi:10.5281/zenodo.7189871' }];
  expect(keyOf(dataset('https://n.org/2', 'D', { identifiers }))).toBe('datasets/emergency');
});

it('takes another dataset of the same title for a new one, with a slug of its own that stays', () => {
  const slugOf = () => opened().identify(dataset('https://n.org/3', 'Cohort'));
  expect(slugOf()).toMatchObject({
    key: null,
    slug: expect.stringMatching(/^cohort-[0-9a-f]{8}$/) as string,
  });
  expect(slugOf()).toEqual(slugOf());
  expect(opened().identify(dataset('https://n.org/4', 'Größe & Gewicht'))?.slug).toBe('groesse-gewicht');
});

it('knows what is written as the seeds are by its slug, in each run', () => {
  const linking = opened();
  expect(linking.identify(dataset(null, 'Any title', { slug: 'cohort' }))).toMatchObject({
    key: 'datasets/cohort',
    slug: 'cohort',
  });
  expect(linking.identify(dataset(null, 'Any title', { slug: 'new' }))).toMatchObject({
    key: null,
    slug: 'new',
  });
});

it('finds what the same run identified, by its address', () => {
  const linking = opened();
  linking.identify(dataset('https://n.org/5', 'New data'));
  const mention = {
    iri: 'https://n.org/5',
    classes: ['Dataset'],
    names: [],
    identifiers: [],
    email: null,
    homepage: null,
    kinds: [],
    isPerson: false,
    at: { document: 'https://example.org/dcat.ttl', line: 1, column: null },
  };
  expect(linking.reconcile(mention)).toMatchObject({ outcome: 'SURE', key: 'datasets/new-data' });
});
