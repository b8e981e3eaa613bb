/** Questions over the seeds that were answered misleadingly, each with the answer that the sources give. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { readConfig } from '../../src/config';
import { importSeeds } from '../../src/intake/seeds';
import { registry, SmallWorld } from '../helpers/small-world';

interface Counted {
  totalCount: number;
  institutionCount: number;
  completeness: { status: string; statedCount: number | null };
}

interface StatedAmount {
  id: string;
  amount: { qualifier: string | null };
  evidence: { statedValue: string | null }[];
}

/** How a source words an amount; null where it states none. */
function wordOf(stated: string | null): string | null {
  if (stated === null) return null;
  if (/^(?:about|almost|around|ca\.)/.test(stated)) return 'APPROXIMATE';
  if (/^(?:at least|more than)/.test(stated)) return 'AT_LEAST';
  return stated.startsWith('up to') ? 'UP_TO' : 'EXACT';
}

describeOnEachDatabase('a count', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {});
    await importSeeds(readConfig({}).root, {
      registry,
      write: (work) => world.store.write(work),
      now: () => new Date('2025-01-01T00:00:00.000Z'),
    });
  });
  afterAll(() => world.end());

  it('of data integration centres is that of the 39 sites with a code, not of their roles', async () => {
    const { centres } = await answer<{
      centres: { participations: Counted; institutions: Counted };
    }>(
      world,
      '{ centres: infrastructure(by: { slug: "num-diz" }) { participations { totalCount institutionCount } institutions { totalCount } } }',
    );

    expect(centres.institutions.totalCount).toBe(39);
    expect(centres.participations.institutionCount).toBe(39);
    expect(centres.participations.totalCount).toBeGreaterThan(39);
  });

  it('of what the second funding period paid is about 240 million, and what single awards are known to have got is a part', async () => {
    const { period } = await answer<{
      period: {
        amount: object;
        awards: { totalCount: number; aggregate: { groups: { amount: Record<string, number> }[] } };
      };
    }>(
      world,
      `{ period: fundingPeriod(by: { slug: "num-period-2" }) {
        amount { amount currency qualifier qualifierLabel(language: DE) }
        awards(first: 1) { totalCount aggregate(by: []) { groups { amount { known missing } } } }
      } }`,
    );

    expect(period.amount).toEqual({
      amount: '240000000',
      currency: 'EUR',
      qualifier: 'APPROXIMATE',
      qualifierLabel: 'ungefähr',
    });
    const [all] = period.awards.aggregate.groups;
    expect(all?.amount.missing).toBeGreaterThan(0);
    expect((all?.amount.known ?? 0) + (all?.amount.missing ?? 0)).toBe(period.awards.totalCount);
  });

  it('of sites without RACOON is of those that no source names: sources count more in it than they name', async () => {
    const { racoon, without } = await answer<{ racoon: { institutions: Counted }; without: Counted }>(
      world,
      `{
        racoon: infrastructure(by: { slug: "racoon" }) { institutions { totalCount completeness { status statedCount } } }
        without: institutions(filter: { listedSite: { eq: true }, infrastructures: { none: { slug: { eq: "racoon" } } } }) { totalCount }
      }`,
    );

    expect(without.totalCount).toBeGreaterThan(0);
    expect(racoon.institutions.completeness).toEqual({ status: 'PARTIAL', statedCount: 38 });
    expect(racoon.institutions.totalCount).toBeLessThan(38);
  });

  it('of the infrastructures of Marburg in 2024 is four, and a source says that these are all', async () => {
    const { marburg } = await answer<{ marburg: { infrastructures: Counted } }>(
      world,
      '{ marburg: institution(by: { slug: "marburg" }) { infrastructures(asOf: "2024-06-01") { totalCount completeness { status } } } }',
    );

    expect(marburg.infrastructures).toEqual({ totalCount: 4, completeness: { status: 'COMPLETE' } });
  });

  it('of amounts that say less or more than a source of theirs is nought', async () => {
    const lists = await answer<Record<string, { nodes: StatedAmount[] }>>(
      world,
      `{ ${['awards', 'projects', 'fundingPeriods'].map((list) => `${list}(first: 100, filter: { amount: { isNull: false } }) { nodes { id amount { qualifier } evidence(property: "amount") { statedValue } } }`).join(' ')} }`,
    );
    const amounts = Object.values(lists).flatMap(({ nodes }) => nodes);

    expect(amounts.length).toBeGreaterThan(15);
    const unsaid = amounts.filter(
      ({ amount, evidence }) => !evidence.some(({ statedValue }) => wordOf(statedValue) === amount.qualifier),
    );
    expect(unsaid).toEqual([]);
  });
});
