/** Coverage agrees with the lists, on any catalogue and any day, on both databases. */
import fc from 'fast-check';
import { codesOf } from '../../src/vocabulary/concept-scheme';
import { DataModality } from '../../src/vocabulary/data-modality';
import type { Holding } from '../../src/vocabulary/holding';
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
/** How a link holds on the day that is asked for. */
interface Dated {
  holding?: Holding;
}
/** A site as the lists show it. */
interface Listed extends Slug {
  state: string | null;
  provisions: List<Dated & { offer: { __typename: string } & Slug }>;
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

const ofDay = ', asOf: $asOf, holding: [STATED, ATTESTED, CONTINUED, UNDATED, NOT_YET_SEEN]';

/** Without a day everything is listed, and with one whatever is not refuted. */
const listsQuery = (asOf: string | undefined) => {
  const [head, day, dated] = asOf ? ['query ($asOf: Date!)', ofDay, 'holding(on: $asOf)'] : ['', '', ''];
  return `${head} {
  institutions(first: 100) { nodes {
    slug state provisions(first: 100${day}) { nodes { id ${dated} offer { __typename slug } } }
    participations(first: 100${day}) { nodes { id ${dated} infrastructure {
      slug modalities
      conformances(first: 100${day}) { nodes { id ${dated} standard { slug } } }
      provisions(first: 100${day}) { nodes { id ${dated} offer { __typename slug } } }
    } } }
  } }
}`;
};

interface Lists {
  institutions: List<Listed>;
}

const proving: (Holding | undefined)[] = [undefined, 'STATED', 'ATTESTED', 'CONTINUED'];

/** What a site has, as its lists of that day show: what is sure, and what else, as a link on the way has no date or is only seen later. */
function shown(site: Listed): Record<'sure' | 'all', Record<string, string[]>> {
  const having = (proves: (link: Dated) => boolean): Record<string, string[]> => {
    const sure = <T extends Dated>({ nodes }: List<T>) => nodes.filter(proves);
    const infrastructures = sure(site.participations).map(({ infrastructure }) => infrastructure);
    const services = (offers: Listed['provisions']) =>
      sure(offers).flatMap(({ offer }) => (offer.__typename === 'Service' ? offer.slug : []));
    return {
      INFRASTRUCTURES: infrastructures.map(({ slug }) => slug),
      MODALITIES: infrastructures.flatMap(({ modalities }) => modalities),
      STANDARDS: infrastructures.flatMap(({ conformances }) =>
        sure(conformances).map(({ standard }) => standard.slug),
      ),
      SERVICES: [
        ...services(site.provisions),
        ...infrastructures.flatMap(({ provisions }) => services(provisions)),
      ],
      STATES: site.state === null ? [] : [site.state],
    };
  };
  return { sure: having(({ holding }) => proving.includes(holding)), all: having(() => true) };
}

describe('coverage', () => {
  it('says yes where the lists of that day show it for sure, else that it is not dated or not yet seen, and never no', async () => {
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
          const lists = await answer<Lists>(world, listsQuery(variables.asOf), {
            variables: { asOf: variables.asOf },
          });
          agree(onSqlite.coverage, lists);
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
  { institutions: { nodes: listed } }: Lists,
): void {
  const has = new Map(listed.map((site) => [site.slug, shown(site)]));
  const shows = (slug: string, asked: Answer['requirement'], how: 'sure' | 'all') =>
    asked.values.some(({ value }) => has.get(slug)?.[how][asked.kind]?.includes(value));
  const meets = (slug: string, asked: Answer['requirement']) => shows(slug, asked, 'sure');
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
      expect(isShown).toBe(['NOT_DATED', 'NOT_YET_SEEN'].includes(reason));
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
