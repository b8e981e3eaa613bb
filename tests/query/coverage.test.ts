/** Coverage: which sites have what is required. A yes has its proof, a no a source that excludes it, all else is unknown. */
import { answer, refusal, type Asking } from '../helpers/ask';
import { describeOnEachDatabase, type Dialect } from '../helpers/databases';
import { listening } from '../helpers/listening';
import { SmallWorld, type PlainRecords } from '../helpers/small-world';

interface Answer {
  requirement: { kind: string; values: { value: string }[] };
  verdict: string;
  reason: string;
  proofs: {
    value: string;
    property: string | null;
    links: { id: string; kind: string }[];
    record: { slug: string };
  }[];
  evidence: { quotation: string | null; citedFrom: { title: string } }[];
}
interface Site {
  institution: { slug: string };
  mayMeetAll: boolean;
  meets: Answer[];
  lacks: Answer[];
  unknown: Answer[];
  contacts: { contact: { slug: string }; of: { slug: string } }[];
}
interface Requirement {
  kind: string;
  values: { value: string; label: string; met: number; record: { slug: string } | null }[];
  met: number;
  notMet: number;
  unknown: number;
  statements: { quotation: string | null }[];
}
interface Coverage {
  requirements: Requirement[];
  unmet: Requirement[];
  full: Site[];
  partial: Site[];
  open: Site[];
  fullCount: number;
  partialCount: number;
  openCount: number;
  noneCount: number;
}

const answers = `{
  requirement { kind values { value } } verdict reason
  proofs { value property links { id kind } record { slug } } evidence { quotation citedFrom { title } }
}`;
const site = `{
  institution { slug } mayMeetAll meets ${answers} lacks ${answers} unknown ${answers}
  contacts { contact { slug } of { slug } }
}`;
const requirement = `{ kind values { value label met record { slug } } met notMet unknown statements { quotation } }`;
const query = `query ($requires: CoverageInput!, $filter: InstitutionFilter, $asOf: Date, $first: Int = 20) {
  coverage(requires: $requires, filter: $filter, asOf: $asOf, first: $first) {
    requirements ${requirement} unmet ${requirement} full ${site} partial ${site} open ${site} fullCount partialCount openCount noneCount
  }
}`;

/** Requirements with references to records, out of their slugs. */
const bySlug = (requires: object): object =>
  Object.fromEntries(
    Object.entries(requires).map(([kind, values]) => [
      kind,
      ['infrastructures', 'standards', 'services'].includes(kind)
        ? (values as string[]).map((slug) => ({ slug }))
        : (values as unknown),
    ]),
  );

const named = (slug: string, more: object = {}) => ({ slug, name: { de: slug, en: slug }, ...more });
const centre = (slug: string, state: string | null, more: object = {}) =>
  named(slug, { kind: 'UNIVERSITY_MEDICAL_CENTRE', ...(state && { state }), ...more });
const says = (quotation: string, more: object = {}) => ({
  source: 'register',
  confidence: 'FOUND_IN_SOURCE',
  quotation,
  ...more,
});
const takesPart = (institution: string, infrastructure: string, more: object = {}) => ({
  institution,
  infrastructure,
  role: 'PARTICIPATES',
  evidence: [says(`${institution} takes part in ${infrastructure}`, { statedOn: '2024' })],
  ...more,
});

/** Three sites and a ministry; images in Aachen, a study platform that ended, and a list of all infrastructures of Bonn. */
const world: PlainRecords = {
  Institution: [
    centre('aachen', 'NORTH_RHINE_WESTPHALIA'),
    centre('bonn', 'NORTH_RHINE_WESTPHALIA', {
      evidence: [
        says('Bonn takes part in images only', {
          property: 'participations',
          statedOn: '2024',
          complete: true,
        }),
      ],
    }),
    centre('cottbus', null),
    named('ministry', { kind: 'FUNDER', state: 'BERLIN' }),
    named('academy', { kind: 'RESEARCH_ORGANISATION', state: 'HESSE' }),
  ],
  Infrastructure: [
    named('images', {
      modalities: ['IMAGING'],
      evidence: [
        says('all sites take part', { property: 'participations' }),
        says('it holds images', { property: 'modalities' }),
      ],
    }),
    named('studies', { endsOn: '2023-12-31', evidence: [says('it ended in 2023', { property: 'endsOn' })] }),
    named('routine', { modalities: ['ROUTINE_CARE'] }),
  ],
  Standard: [named('dicom'), named('fhir')],
  Contact: [named('aachen-office', { institution: 'aachen' }), named('help-desk')],
  Service: [named('annotation', { contact: 'help-desk' }), named('advice')],
  Participation: [
    takesPart('aachen', 'images', { startsOn: '2022-01-01' }),
    takesPart('aachen', 'studies', { startsOn: '2020', endsOn: '2021' }),
    takesPart('bonn', 'images'),
    { ...takesPart('ministry', 'images') },
  ],
  Conformance: [
    { subject: 'infrastructures/images', standard: 'dicom', evidence: [says('images follow DICOM')] },
  ],
  Provision: [
    { agent: 'infrastructures/images', offer: 'services/annotation', role: 'PROVIDER' },
    { agent: 'institutions/cottbus', offer: 'services/advice', role: 'PROVIDER' },
  ],
};

const slugs = (sites: readonly Site[]) => sites.map(({ institution }) => institution.slug);
const values = (all: readonly Answer[]) =>
  all.flatMap((one) => one.requirement.values.map(({ value }) => value));

describeOnEachDatabase('coverage', (dialect: Dialect) => {
  let small: SmallWorld;
  beforeAll(async () => {
    small = await SmallWorld.of(dialect, world);
  });
  afterAll(() => small.end());

  const ask = async (requires: object, asOf?: string, asking: Asking = {}): Promise<Coverage> => {
    const variables = { requires: bySlug(requires), asOf, ...asking.variables };
    const data = await answer<{ coverage: Coverage }>(small, query, { ...asking, variables });
    return data.coverage;
  };
  const of = ({ full, partial, open }: Coverage, slug: string): Site => {
    const found = [...full, ...partial, ...open].find(({ institution }) => institution.slug === slug);
    if (!found) throw new Error(`${slug} is not among the sites.`);
    return found;
  };

  it('finds the sites that have all of it, with every link and every statement that proves it', async () => {
    const found = await ask({ infrastructures: ['images'], modalities: ['IMAGING'], standards: ['dicom'] });

    expect(slugs(found.full)).toEqual(['aachen', 'bonn']);
    expect([found.fullCount, found.partialCount, found.openCount, found.noneCount]).toEqual([2, 0, 1, 0]);
    expect(slugs(found.open)).toEqual(['cottbus']);
    const [byInfrastructure, byModality, byStandard] = of(found, 'aachen').meets;
    expect(byInfrastructure).toMatchObject({
      verdict: 'YES',
      reason: 'STATED',
      proofs: [
        { value: 'images', property: null, links: [{ kind: 'PARTICIPATION' }], record: { slug: 'images' } },
      ],
      evidence: [{ quotation: 'aachen takes part in images', citedFrom: { title: 'A register' } }],
    });
    expect(byModality?.proofs).toMatchObject([
      { value: 'IMAGING', property: 'modalities', record: { slug: 'images' } },
    ]);
    expect(byModality?.evidence.map(({ quotation }) => quotation)).toEqual([
      'aachen takes part in images',
      'it holds images',
    ]);
    expect(byStandard?.proofs[0]?.links.map(({ kind }) => kind)).toEqual(['PARTICIPATION', 'CONFORMANCE']);
    expect(byStandard?.evidence.map(({ quotation }) => quotation)).toEqual([
      'aachen takes part in images',
      'images follow DICOM',
    ]);
  });

  it('keeps what nobody states apart from no, and shows what sources say in general', async () => {
    const found = await ask({ infrastructures: ['images'], states: ['NORTH_RHINE_WESTPHALIA', 'HESSE'] });

    expect(found.requirements[0]).toMatchObject({
      met: 2,
      notMet: 0,
      unknown: 1,
      statements: [{ quotation: 'all sites take part' }],
    });
    expect(found.requirements[1]).toMatchObject({
      values: [
        { value: 'NORTH_RHINE_WESTPHALIA', met: 2 },
        { value: 'HESSE', met: 0 },
      ],
      met: 2,
      notMet: 0,
      unknown: 1,
    });
    expect(found.open).toMatchObject([{ institution: { slug: 'cottbus' }, mayMeetAll: true, meets: [] }]);
    expect(values(found.open[0]?.unknown ?? [])).toEqual(['images', 'NORTH_RHINE_WESTPHALIA', 'HESSE']);
  });

  it('says no where a source states another value', async () => {
    const found = await ask({ infrastructures: ['images'], states: ['HESSE'] });

    const { lacks, mayMeetAll } = of(found, 'aachen');
    expect(lacks).toMatchObject([{ verdict: 'NO', reason: 'OTHER_VALUE', requirement: { kind: 'STATES' } }]);
    expect(mayMeetAll).toBe(false);
    expect(found.unmet.map(({ kind }) => kind)).toEqual(['STATES']);
  });

  it('says no where a source that lists all of them leaves it out, and only at its time', async () => {
    const requires = { infrastructures: ['images', 'routine'] };
    const then = of(await ask(requires, '2024-06-01'), 'bonn');
    const later = of(await ask(requires, '2025-01-01'), 'bonn');
    const ever = of(await ask(requires), 'bonn');

    expect(then.lacks).toMatchObject([
      { reason: 'NOT_LISTED', evidence: [{ quotation: 'Bonn takes part in images only' }] },
    ]);
    expect(then.unknown).toEqual([]);
    for (const open of [later, ever]) {
      expect(open.lacks).toEqual([]);
      expect(values(open.unknown)).toEqual(['routine']);
      expect(open.mayMeetAll).toBe(true);
    }
  });

  it('says no over several steps only where every list on the way is complete', async () => {
    const open = of(await ask({ infrastructures: ['images'], standards: ['fhir'] }, '2024-06-01'), 'bonn');
    expect(open.unknown).toMatchObject([{ verdict: 'UNKNOWN', requirement: { kind: 'STANDARDS' } }]);

    const records = structuredClone(world) as Record<string, Record<string, unknown>[]>;
    const images = records.Infrastructure?.find(({ slug }) => slug === 'images');
    (images?.evidence as object[]).push(
      says('DICOM only', { property: 'standards', statedOn: '2024', complete: true }),
    );
    const closed = await SmallWorld.of(dialect, records);
    const data = await answer<{ coverage: Coverage }>(closed, query, {
      variables: {
        requires: bySlug({ infrastructures: ['images'], standards: ['fhir'] }),
        asOf: '2024-06-01',
      },
    });
    await closed.end();

    expect(of(data.coverage, 'bonn').lacks).toMatchObject([{ reason: 'NOT_LISTED' }]);
    expect(of(data.coverage, 'aachen').unknown).toMatchObject([{ requirement: { kind: 'STANDARDS' } }]);
  });

  it('looks only at sites that meet a filter, and counts no others', async () => {
    const requires = { infrastructures: ['images', 'studies'] };
    const among = (filter: object) => ask(requires, undefined, { variables: { filter } });
    const { full, partial, open, noneCount, requirements } = await among({ state: { isNull: true } });

    expect([full, partial, slugs(open), noneCount]).toEqual([[], [], ['cottbus'], 0]);
    expect(requirements.map(({ met, notMet, unknown }) => [met, notMet, unknown])).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(await among({})).toEqual(await ask(requires));
    // Other kinds of institutions stay out.
    expect((await among({ state: { eq: 'BERLIN' } })).openCount).toBe(0);
    const found = await among({ participations: { some: { infrastructure: { slug: { eq: 'studies' } } } } });
    expect(slugs(found.full)).toEqual(['aachen']);
    expect(found.partialCount).toBe(0);
  });

  it('says no for all whom the complete list of an infrastructure leaves out', async () => {
    const records = structuredClone(world) as Record<string, Record<string, unknown>[]>;
    const routine = records.Infrastructure?.find(({ slug }) => slug === 'routine');
    if (routine) {
      routine.evidence = [
        says('its sites are: Cottbus', { property: 'institutions', statedOn: '2024-06', complete: true }),
      ];
    }
    records.Participation?.push(takesPart('cottbus', 'routine'));
    const closed = await SmallWorld.of(dialect, records);
    const data = await answer<{ coverage: Coverage }>(closed, query, {
      variables: { requires: bySlug({ infrastructures: ['routine'] }), asOf: '2024-06-30' },
    });
    await closed.end();

    expect(data.coverage.requirements[0]).toMatchObject({ met: 1, notMet: 2, unknown: 0 });
    expect(slugs(data.coverage.full)).toEqual(['cottbus']);
    expect(data.coverage.noneCount).toBe(2);
  });

  it('says no for what had ended on that day', async () => {
    const requires = { infrastructures: ['images', 'studies'] };

    expect(slugs((await ask(requires)).full)).toEqual(['aachen']);
    const { lacks } = of(await ask(requires, '2024-06-01'), 'aachen');
    expect(lacks).toMatchObject([
      { reason: 'NOT_AT_THAT_TIME', evidence: [{ quotation: 'it ended in 2023' }] },
    ]);
  });

  it('says unknown where sources disagree about what would exclude it', async () => {
    const records = structuredClone(world) as Record<string, Record<string, unknown>[]>;
    const disagree = (property: string, ...stated: string[]) =>
      stated.map((statedValue) => says(statedValue, { property, statedValue }));
    for (const [type, slug, evidence] of [
      ['Institution', 'aachen', disagree('state', 'Nordrhein-Westfalen', 'Hessen')],
      ['Infrastructure', 'studies', disagree('endsOn', '2023-12-31', '2025-12-31')],
    ] as const) {
      const record = records[type]?.find((one) => one.slug === slug);
      if (record) record.evidence = evidence;
    }
    const disputed = await SmallWorld.of(dialect, records);
    const data = await answer<{ coverage: Coverage }>(disputed, query, {
      variables: {
        requires: bySlug({ infrastructures: ['images', 'studies'], states: ['HESSE'] }),
        asOf: '2024-06-01',
      },
    });
    await disputed.end();

    const { unknown, lacks } = of(data.coverage, 'aachen');
    expect(lacks).toEqual([]);
    expect(unknown).toMatchObject([
      { reason: 'NOT_STATED', requirement: { values: [{ value: 'studies' }] } },
      { reason: 'DISPUTED', evidence: [{ quotation: 'Nordrhein-Westfalen' }, { quotation: 'Hessen' }] },
    ]);
    expect(of(data.coverage, 'bonn').lacks).toMatchObject([
      { reason: 'NOT_LISTED' },
      { reason: 'OTHER_VALUE' },
    ]);
  });

  it('counts only links that hold on the day, or probably do', async () => {
    const images = { infrastructures: ['images'] };
    const [before, then, later] = [
      await ask(images, '2021-06-01'),
      await ask(images, '2024-06-01'),
      await ask(images, '2025-06-01'),
    ];

    expect(slugs(before.full)).toEqual([]);
    expect(before.requirements[0]).toMatchObject({ met: 0, unknown: 3 });
    // Aachen began later; when Bonn did, nobody says.
    expect(before.open.map(({ institution, unknown }) => [institution.slug, unknown[0]?.reason])).toEqual([
      ['aachen', 'NOT_STATED'],
      ['bonn', 'NOT_YET_SEEN'],
      ['cottbus', 'NOT_STATED'],
    ]);
    expect(then.full.map(({ meets }) => meets[0]?.reason)).toEqual(['STATED', 'STATED']);
    expect(later.full.map(({ institution, meets }) => [institution.slug, meets[0]?.reason])).toEqual([
      ['aachen', 'CONTINUED'],
      ['bonn', 'CONTINUED'],
    ]);
  });

  it('says no for a day on which nobody paid for what is required', async () => {
    const records = structuredClone(world) as Record<string, Record<string, unknown>[]>;
    records.FundingPeriod = [named('second', { number: 2, funder: 'ministry', startsOn: '2022-01-01' })];
    records.Award = [{ fundingPeriod: 'second', recipient: 'infrastructures/images' }];
    const funded = await SmallWorld.of(dialect, records);
    const asked = async (asOf: string) =>
      (
        await answer<{ coverage: Coverage }>(funded, query, {
          variables: { requires: bySlug({ infrastructures: ['images'] }), asOf },
        })
      ).coverage;
    const [then, later] = [await asked('2021-12-31'), await asked('2022-06-01')];
    await funded.end();

    expect(then.requirements[0]).toMatchObject({ met: 0, notMet: 3, unknown: 0 });
    expect(slugs(later.full)).toEqual(['aachen']);
    expect(of(later, 'bonn').unknown).toMatchObject([{ verdict: 'UNKNOWN', reason: 'NOT_YET_SEEN' }]);
  });

  it('takes a link without any date for no proof of a day', async () => {
    const found = await ask({ standards: ['dicom'] }, '2024-06-01');

    expect(found.requirements[0]).toMatchObject({ met: 0, notMet: 0, unknown: 3 });
    expect(of(found, 'bonn').unknown).toMatchObject([
      { verdict: 'UNKNOWN', reason: 'NOT_DATED', evidence: [{}, { quotation: 'images follow DICOM' }] },
    ]);
    expect(slugs((await ask({ standards: ['dicom'] })).full)).toEqual(['aachen', 'bonn']);
  });

  it('finds a service of the site itself as well as one of its infrastructures', async () => {
    expect(slugs((await ask({ services: ['advice'] })).full)).toEqual(['cottbus']);
    expect(slugs((await ask({ services: ['annotation'] })).full)).toEqual(['aachen', 'bonn']);
  });

  it('names the contact of the site, else that of what proves it, and whose it is', async () => {
    const found = await ask({ infrastructures: ['images'] });

    expect(of(found, 'aachen').contacts).toEqual([
      { contact: { slug: 'aachen-office' }, of: { slug: 'aachen' } },
    ]);
    expect(of(found, 'bonn').contacts).toEqual([{ contact: { slug: 'help-desk' }, of: { slug: 'images' } }]);
    const byService = await ask({ services: ['annotation'] });
    expect(of(byService, 'bonn').contacts).toEqual([
      { contact: { slug: 'help-desk' }, of: { slug: 'annotation' } },
    ]);
    expect(of(await ask({ services: ['advice'] }), 'cottbus').contacts).toEqual([]);
  });

  it('orders those that meet a part by how much they meet, and shows as many as asked for', async () => {
    const requires = {
      infrastructures: ['images'],
      states: ['HESSE', 'NORTH_RHINE_WESTPHALIA'],
      services: ['advice'],
    };
    const all = await ask(requires);
    const first = await ask(requires, undefined, { variables: { first: 1 } });

    expect(slugs(all.partial)).toEqual(['aachen', 'bonn', 'cottbus']);
    expect(slugs(first.partial)).toEqual(['aachen']);
    expect(first.partialCount).toBe(3);
  });

  it('labels what is required in the language asked for, and knows the record', async () => {
    const requires = { modalities: ['IMAGING'], infrastructures: ['images'] };
    const german = await ask(requires, undefined, { language: 'de' });

    expect(german.requirements.map(({ values: [one] }) => one)).toMatchObject([
      { value: 'images', label: 'images', record: { slug: 'images' } },
      { value: 'IMAGING', label: 'Bilddaten', record: null },
    ]);
  });

  it('takes as many statements for many sites as for few', async () => {
    const requires = {
      infrastructures: ['images', 'routine'],
      modalities: ['IMAGING'],
      standards: ['dicom', 'fhir'],
      services: ['advice', 'annotation'],
      states: ['HESSE'],
    };
    const withSites = (count: number) => {
      const more = Array.from({ length: count }, (_, index) => `site-${index}`);
      return SmallWorld.of(dialect, {
        ...world,
        Institution: [...(world.Institution ?? []), ...more.map((slug) => centre(slug, 'HESSE'))],
        Participation: [...(world.Participation ?? []), ...more.map((slug) => takesPart(slug, 'routine'))],
      });
    };
    const statementsWith = async (count: number) => {
      const sites = await withSites(count);
      const reader = listening(sites.store);
      await answer(sites, query, {
        variables: { requires: bySlug(requires), asOf: '2024-06-01', first: 100 },
        reader,
      });
      await sites.end();
      return reader.statements.length;
    };

    const few = await statementsWith(2);
    expect(await statementsWith(60)).toBe(few);
    expect(few).toBeLessThan(25);
  });

  it.each([
    ['nothing', {}, '"requires" demands nothing'],
    ['an empty list', { infrastructures: [] }, '"requires" demands nothing'],
    [
      'a slug that nobody has',
      { infrastructures: ['nowhere'] },
      '"requires.infrastructures" ({"slug":"nowhere"}) is no Infrastructure',
    ],
    ['a slug with NUL', { services: ['a\0'] }, 'is no Service'],
    ['SQL', { standards: ["' OR 1=1 --"] }, 'is no Standard'],
    [
      'more than is answered',
      { services: Array.from({ length: 51 }, (_, index) => `service-${index}`) },
      '51 values; at most 50',
    ],
  ])('refuses %s with the remedy', async (_, requires, message) => {
    const refused = await refusal(small, query, { variables: { requires: bySlug(requires) } });

    expect(refused.code).toBe('BAD_USER_INPUT');
    expect(refused.message).toContain(message);
  });

  it.each([0, -1, 101])('refuses to show %i sites', async (first) => {
    const refused = await refusal(small, query, { variables: { requires: { states: ['HESSE'] }, first } });

    expect(refused).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(`"first" is ${first}`) as string,
    });
  });
});
