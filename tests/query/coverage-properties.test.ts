/** Coverage agrees with the lists, on any catalogue and any day, on both databases. */
import fc from 'fast-check';
import { codesOf } from '../../src/vocabulary/concept-scheme';
import { DataModality } from '../../src/vocabulary/data-modality';
import { answer } from '../helpers/ask';
import { dialects } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { runs } from '../helpers/property-runs';
import { registry, SmallWorld, type PlainRecords } from '../helpers/small-world';

interface Slug {
  slug: string;
}
interface List<T> {
  nodes: T[];
}
interface Dated {
  startsOn: string | null;
  endsOn: string | null;
}
/** A site as the lists show it. */
interface Listed extends Slug {
  state: string | null;
  services: List<Slug>;
  infrastructures: List<Slug>;
  participations: List<Dated & { id: string; infrastructure: Infrastructure }>;
}
interface Infrastructure extends Slug {
  modalities: string[];
  conformances: List<Dated & { standard: Slug }>;
  provisions: List<Dated & { offer: { __typename: string } & Slug }>;
}
interface Answer {
  requirement: { kind: string; values: { value: string }[] };
  reason: string;
  proofs: { links: { id: string }[] }[];
}
interface Covered {
  institution: Slug;
  meets: Answer[];
  lacks: Answer[];
  unknown: Answer[];
}
interface Coverage {
  requirements: { kind: string; values: { value: string }[]; met: number; notMet: number; unknown: number }[];
  full: Covered[];
  partial: Covered[];
  open: Covered[];
  noneCount: number;
}

const days = [
  undefined,
  '2019-12-31',
  '2020-01-01',
  '2020-01-31',
  '2020-02-15',
  '2020-12-31',
  '2021-06-15',
  '2022-01-01',
];

const slugsOf = (records: PlainRecords, type: string) =>
  (records[type] ?? []).map(({ slug }) => String(slug));

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });

const question = generatedCatalogue(registry, 8)
  // Every institution is a site, so that there is something to cover; and most records have a beginning and an end.
  .map((records) => ({
    ...records,
    Institution: (records.Institution ?? []).map((one) => ({ ...one, kind: 'UNIVERSITY_MEDICAL_CENTRE' })),
  }))
  .chain((records) => {
    const states = records.Institution.flatMap((one) => {
      const { state } = one as { state?: string | null };
      return state == null ? [] : [state];
    });
    const asked = fc.record({
      requires: fc
        .record({
          infrastructures: some(slugsOf(records, 'Infrastructure')).map(referring),
          modalities: some(codesOf(DataModality)),
          standards: some(slugsOf(records, 'Standard')).map(referring),
          services: some(slugsOf(records, 'Service')).map(referring),
          states: states.length > 0 ? some([...new Set(states)]) : fc.constant([]),
        })
        .filter((requires) => Object.values(requires).some((values) => values.length > 0)),
      asOf: fc.constantFrom(...days),
    });
    return fc.record({
      records: fc.constant(records),
      questions: fc.array(asked, { minLength: 25, maxLength: 25 }),
    });
  });

const referring = (slugs: readonly string[]) => slugs.map((slug) => ({ slug }));

const coverageQuery = `query ($requires: CoverageInput!, $asOf: Date) {
  coverage(requires: $requires, asOf: $asOf, first: 100) {
    requirements { kind values { value } met notMet unknown }
    full { ...covered } partial { ...covered } open { ...covered } noneCount
  }
}
fragment covered on CoveredInstitution {
  institution { slug }
  meets { requirement { kind values { value } } proofs { links { id } } }
  lacks { reason requirement { kind values { value } } proofs { links { id } } }
  unknown { reason requirement { kind values { value } } proofs { links { id } } }
}`;

const listsQuery = `query ($asOf: Date) {
  infrastructures(first: 100, asOf: $asOf) { nodes { slug } }
  institutions(first: 100) { nodes {
    slug state infrastructures(first: 100, asOf: $asOf) { nodes { slug } } services(first: 100, asOf: $asOf) { nodes { slug } }
    participations(first: 100, asOf: $asOf) { nodes { id startsOn endsOn infrastructure {
      slug modalities
      conformances(first: 100, asOf: $asOf) { nodes { startsOn endsOn standard { slug } } }
      provisions(first: 100, asOf: $asOf) { nodes { startsOn endsOn offer { __typename slug } } }
    } } }
  } }
}`;

interface Lists {
  infrastructures: List<Slug>;
  institutions: List<Listed>;
}

/** What a site has, as its lists on that day show: what is sure, and what else, as links that lack a date lead to what did not run. */
function shown(site: Listed, running: readonly string[]): Record<'sure' | 'all', Record<string, string[]>> {
  const isSure = ({ slug }: Slug, { startsOn, endsOn }: Dated) =>
    running.includes(slug) || (startsOn !== null && endsOn !== null);
  const having = (proves: typeof isSure): Record<string, string[]> => {
    const infrastructures = site.participations.nodes.flatMap((link) =>
      proves(link.infrastructure, link) ? link.infrastructure : [],
    );
    return {
      INFRASTRUCTURES: infrastructures.map(({ slug }) => slug),
      MODALITIES: infrastructures.flatMap(({ modalities }) => modalities),
      STANDARDS: infrastructures.flatMap((one) =>
        one.conformances.nodes.flatMap((link) => (proves(one, link) ? link.standard.slug : [])),
      ),
      SERVICES: [
        ...site.services.nodes.map(({ slug }) => slug),
        ...infrastructures.flatMap((one) =>
          one.provisions.nodes.flatMap((link) =>
            link.offer.__typename === 'Service' && proves(one, link) ? link.offer.slug : [],
          ),
        ),
      ],
      STATES: site.state === null ? [] : [site.state],
    };
  };
  return { sure: having(isSure), all: having(() => true) };
}

describe('coverage', () => {
  it('says yes where the lists of that day show it for sure, else that it is not dated, and never no', async () => {
    const property = fc.asyncProperty(question, async ({ records, questions }) => {
      const worlds = await Promise.all(dialects.map((dialect) => SmallWorld.of(dialect, records)));
      try {
        for (const variables of questions) {
          const [onSqlite, onPostgres] = await Promise.all(
            worlds.map((world) => answer<{ coverage: Coverage }>(world, coverageQuery, { variables })),
          );
          expect(onPostgres).toEqual(onSqlite);
          const [world] = worlds;
          if (!world || !onSqlite) throw new Error('No world was asked.');
          const lists = await answer<Lists>(world, listsQuery, { variables });
          agree(onSqlite.coverage, lists, variables.asOf);
        }
      } finally {
        await Promise.all(worlds.map((world) => world.end()));
      }
    });
    await fc.assert(property, { numRuns: runs(4), endOnFailure: true });
  }, 120_000);
});

function agree(
  { requirements, full, partial, open, noneCount }: Coverage,
  { institutions: { nodes: listed }, infrastructures }: Lists,
  asOf: string | undefined,
): void {
  const running = infrastructures.nodes.map(({ slug }) => slug);
  for (const site of listed) {
    const linked = new Set(site.participations.nodes.map(({ infrastructure }) => infrastructure.slug));
    expect(site.infrastructures.nodes.map(({ slug }) => slug)).toEqual(
      running.filter((slug) => linked.has(slug)),
    );
  }
  const has = new Map(listed.map((site) => [site.slug, shown(site, running)]));
  const shows = (slug: string, asked: Answer['requirement'], how: 'sure' | 'all') =>
    asked.values.some(({ value }) => has.get(slug)?.[how][asked.kind]?.includes(value));
  const meets = (slug: string, asked: Answer['requirement']) => shows(slug, asked, asOf ? 'sure' : 'all');
  const covered = [...full, ...partial, ...open];
  expect(covered.length + noneCount).toBe(listed.length);

  for (const { institution, meets: met, lacks, unknown } of covered) {
    expect(met.map(({ requirement }) => requirement)).toEqual(
      requirements
        .filter((requirement) => meets(institution.slug, requirement))
        .map(({ kind, values }) => ({ kind, values })),
    );
    expect(met.length + lacks.length + unknown.length).toBe(requirements.length);
    const links = listed
      .find(({ slug }) => slug === institution.slug)
      ?.participations.nodes.map(({ id }) => id);
    for (const { requirement, proofs } of met) {
      expect(proofs.length).toBeGreaterThan(0);
      if (requirement.kind !== 'INFRASTRUCTURES') continue;
      expect(proofs.every((proof) => links?.includes(proof.links[0]?.id ?? ''))).toBe(true);
    }
    expect([...lacks, ...unknown].flatMap(({ proofs }) => proofs)).toEqual([]);
    for (const { requirement, reason } of [...lacks, ...unknown]) {
      const isShown = shows(institution.slug, requirement, 'all');
      expect(isShown).toBe(reason === 'NOT_DATED' || (isShown && reason === 'NOT_AT_THAT_TIME'));
    }
  }
  const isFull = (slug: string) => requirements.every((requirement) => meets(slug, requirement));
  expect(full.map(({ institution }) => institution.slug)).toEqual(
    listed.map(({ slug }) => slug).filter(isFull),
  );
  for (const requirement of requirements) {
    expect(requirement.met).toBe(listed.filter(({ slug }) => meets(slug, requirement)).length);
    expect(requirement.met + requirement.notMet + requirement.unknown).toBe(listed.length);
  }
}
