/** What harvests did, what waits for a person, and by whom a value was stated: as a steward asks the endpoint. */
import { Mention } from '../../src/harvest/harvested-record';
import { dataset, document, harvest, harvested } from '../harvest/run/harvesting';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

jest.setTimeout(120_000);

const gateway = (slug: string, en: string) => ({ slug, name: { en }, kind: 'UNIVERSITY_MEDICAL_CENTRE' });

const publisher = new Mention({
  iri: null,
  classes: ['Institution'],
  names: [{ value: 'UKGM', language: null }],
  identifiers: [],
  email: null,
  homepage: null,
  kinds: [],
  at: { document: 'file:///srv/secret/north.ttl', line: 7, column: 3 },
  isPerson: false,
});
const publishes = (slug: string) =>
  harvested('Provision', null, { agent: publisher, offer: `datasets/${slug}`, role: 'PUBLISHER' });

const doubtful = {
  outcome: 'DOUBTFUL',
  candidates: [
    { key: 'institutions/giessen', score: 0.8, reason: { en: 'It may be.', de: 'Das kann sein.' } },
    { key: 'institutions/marburg', score: 0.7, reason: { en: 'Or this.', de: 'Oder das.' } },
  ],
} as const;

describeOnEachDatabase('Harvests at the endpoint', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {
      Institution: [gateway('giessen', 'Giessen'), gateway('marburg', 'Marburg')],
      Dataset: [{ slug: 'own', name: { en: 'Own' }, kind: 'REGISTRY' }],
    });
    await harvest([dataset('flu'), dataset('sepsis'), publishes('flu'), publishes('sepsis')], {
      store: world.store,
      reconcile: () => doubtful,
    });
    await harvest([{ ...dataset('rain'), data: { name: { en: 'No kind' } } }], {
      store: world.store,
      source: { name: 'south', title: 'The south' },
    });
  });
  afterAll(() => world.end());

  it('list what is too doubtful to be linked, once for each thing that is mentioned', async () => {
    const { linkProposals } = await answer<{ linkProposals: unknown }>(
      world,
      `{ linkProposals(sources: ["north-catalogue"]) { totalCount nodes {
        mentionedName document line count classes source { slug }
        candidates { key score reason(language: DE) record { name } } } } }`,
    );

    expect(linkProposals).toEqual({
      totalCount: 1,
      nodes: [
        {
          mentionedName: 'UKGM',
          // Where the file is on the server stays there.
          document: 'file:north.ttl',
          line: 7,
          count: 2,
          classes: ['Institution'],
          source: { slug: 'north-catalogue' },
          candidates: [
            {
              key: 'institutions/giessen',
              score: 0.8,
              reason: 'Das kann sein.',
              record: { name: 'Giessen' },
            },
            { key: 'institutions/marburg', score: 0.7, reason: 'Oder das.', record: { name: 'Marburg' } },
          ],
        },
      ],
    });
  });

  it('refuse no record for a link that waits for a person', async () => {
    const { harvests, sources } = await answer<{ harvests: unknown; sources: unknown }>(
      world,
      `{ harvests(filter: { sources: ["north-catalogue"] }) { nodes { number outcome createdCount refusedCount findings { code severity } } }
         sources(filter: { slug: { eq: "north-catalogue" } }) { nodes { harvest { proposalCount failing { since } lastRun { number } } } } }`,
    );

    expect(harvests).toEqual({
      nodes: [
        {
          number: 1,
          outcome: 'COMPLETE',
          createdCount: 3,
          refusedCount: 0,
          findings: [
            { code: 'mention-doubtful', severity: 'INFO' },
            { code: 'mention-doubtful', severity: 'INFO' },
          ],
        },
      ],
    });
    expect(sources).toEqual({
      nodes: [{ harvest: { proposalCount: 1, failing: null, lastRun: { number: 1 } } }],
    });
  });

  it('lead from a value to the document and the run, and filter any list by who states it and how surely', async () => {
    const { datasets } = await answer<{ datasets: unknown }>(
      world,
      `{ datasets(filter: { evidence: { confidence: { eq: FOUND_IN_SOURCE }, citedFrom: { slug: { eq: "north-catalogue" } }, property: { eq: "name" } } }) {
        nodes { slug evidence(property: "name") { confidence document { address digest } citedFrom { harvest { lastRun { number outcome } } } } } } }`,
    );
    const evidence = [
      {
        confidence: 'FOUND_IN_SOURCE',
        document: { address: document.address, digest: document.digest },
        citedFrom: { harvest: { lastRun: { number: 1, outcome: 'COMPLETE' } } },
      },
    ];

    expect(datasets).toEqual({
      nodes: [
        { slug: 'flu', evidence },
        { slug: 'sepsis', evidence },
      ],
    });
  });

  it('can be paged, newest first', async () => {
    const { harvests } = await answer<{ harvests: { totalCount: number; nodes: { source: unknown }[] } }>(
      world,
      '{ harvests(first: 1) { totalCount pageInfo { hasNextPage } nodes { number source { slug } } } }',
    );

    expect(harvests.totalCount).toBe(2);
    expect(harvests.nodes).toHaveLength(1);
  });
});
