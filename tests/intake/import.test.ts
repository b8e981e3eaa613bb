/** An import as a whole: all or nothing, the same twice is nothing, and a change changes just what it names. */
import sql from 'sql-template-tag';
import { positionText } from '../../src/errors';
import { Loaders } from '../../src/query/loaders';
import { dataVersion } from '../../src/query/summary';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';
import { importFiles, problemsOf, type Files } from './steward';

const sources = `
Source:
  - slug: gazette
    title: A gazette
`;
const sites = `
Institution:
  - slug: marburg
    name: { de: Marburg }
    kind: UNIVERSITY_MEDICAL_CENTRE
    identifiers: [{ scheme: ROR, value: 033eqas34 }]
    evidence: [{ source: gazette, quotation: The hospital in Marburg, confidence: FOUND_IN_SOURCE }]
  - slug: giessen
    name: { de: Gießen }
    kind: UNIVERSITY_MEDICAL_CENTRE
    identifiers: [{ scheme: ROR, value: 033eqas34 }]
    evidence: [{ source: gazette, confidence: FOUND_IN_SOURCE }]
`;
/** The funding period is named before the funder that it refers to. */
const periods = `
FundingPeriod:
  - slug: num-period-2
    name: { en: Second period }
    funder: bmbf
    number: 2
    startsOn: '2022'
    endsOn: 2025-06
    evidence:
      - { source: gazette, property: endsOn, statedValue: 2025-06, confidence: FOUND_IN_SOURCE }
Institution:
  - slug: bmbf
    name: { de: Bundesministerium }
    kind: MINISTRY
    evidence: [{ source: gazette, confidence: FOUND_IN_SOURCE }]
`;
const all: Files = { 'periods.yaml': periods, 'sites.yaml': sites, 'sources.yaml': sources };

describeOnEachDatabase('an import', (dialect) => {
  let world: SmallWorld;
  const record = (key: string) => new Loaders(world.store, world.registry).record(key);
  const version = async () => (await dataVersion(world.store)).version;

  beforeEach(async () => {
    world = await SmallWorld.of(dialect, {});
    await importFiles(world, all);
  });

  afterEach(() => world.end());

  it('writes what is referred to before what refers to it, in whatever order the files name them', async () => {
    expect(await record('funding-periods/num-period-2')).toMatchObject({ funder: 'institutions/bmbf' });
  });

  it('of the same files finds everything as it was, and is no new version of the data', async () => {
    const before = await version();

    const { counts } = await importFiles(world, all, '2026-01-01T00:00:00.000Z');

    expect(counts).toEqual([
      { type: 'Source', created: 0, updated: 0, unchanged: 1, withdrawn: 0 },
      { type: 'Institution', created: 0, updated: 0, unchanged: 3, withdrawn: 0 },
      { type: 'FundingPeriod', created: 0, updated: 0, unchanged: 1, withdrawn: 0 },
    ]);
    expect(await version()).toBe(before);
    expect(await record('institutions/marburg')).toMatchObject({ modifiedAt: '2025-01-01T00:00:00.000Z' });
  });

  it('with one changed field changes that record, its time and the version, and nothing else', async () => {
    const before = await version();
    const renamed = sites.replace('de: Marburg', 'de: Universitätsklinikum Marburg');

    const { counts } = await importFiles(
      world,
      { ...all, 'sites.yaml': renamed },
      '2026-01-01T00:00:00.000Z',
    );

    expect(counts).toContainEqual({
      type: 'Institution',
      created: 0,
      updated: 1,
      unchanged: 2,
      withdrawn: 0,
    });
    expect(await version()).toBe(before + 1);
    expect(await record('institutions/marburg')).toMatchObject({
      name: { de: 'Universitätsklinikum Marburg' },
      modifiedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(await record('institutions/giessen')).toMatchObject({ modifiedAt: '2025-01-01T00:00:00.000Z' });
  });

  it('with changed evidence alone counts as a change of the record', async () => {
    const before = await version();
    const again = sites.replace('The hospital in Marburg', 'The hospital on the Lahn Hills');

    await importFiles(world, { ...all, 'sites.yaml': again }, '2026-01-01T00:00:00.000Z');

    const loaders = new Loaders(world.store, world.registry);
    expect(await loaders.evidence('institutions/marburg')).toEqual([
      expect.objectContaining({ quotation: 'The hospital on the Lahn Hills' }),
    ]);
    expect(await record('institutions/marburg')).toMatchObject({ modifiedAt: '2026-01-01T00:00:00.000Z' });
    expect(await version()).toBe(before + 1);
  });

  it('sees no change in what differs in nothing but its form', async () => {
    const [before, written] = [await version(), await record('institutions/marburg')];
    const other = sites
      .normalize('NFD')
      .replaceAll('033eqas34', 'https://ror.org/033EQAS34')
      .replace(/name: \{ de: ([^}]*?) \}/, 'name: { de: "\\u200B $1\\u00A0" }');
    expect(other).not.toBe(sites.normalize('NFD'));

    const { counts } = await importFiles(world, { ...all, 'sites.yaml': other }, '2026-01-01T00:00:00.000Z');

    expect(counts.map(({ created, updated }) => created + updated)).toEqual(counts.map(() => 0));
    expect(await record('institutions/marburg')).toEqual(written);
    expect(await version()).toBe(before);
  });

  it('takes away the field, the identifier and the evidence that a record no longer states', async () => {
    const shorter = sites.replace('    identifiers: [{ scheme: ROR, value: 033eqas34 }]\n', '');

    const endless = periods.replace('    endsOn: 2025-06\n', '');
    await importFiles(world, { ...all, 'sites.yaml': shorter, 'periods.yaml': endless });

    const loaders = new Loaders(world.store, world.registry);
    expect(await loaders.identifiers('institutions/marburg')).toEqual([]);
    const sharers = await world.store.read(
      sql`SELECT subject_id FROM identifier WHERE value = 'https://ror.org/033eqas34'`,
    );
    expect(sharers).toEqual([{ subject_id: 'institutions/giessen' }]);
    expect(await record('funding-periods/num-period-2')).toMatchObject({
      endsOn: null,
      endsOnPrecision: null,
    });
  });

  it('keeps a date as exactly as it was stated: a year begins with its first day and a month ends with its last', async () => {
    expect(await record('funding-periods/num-period-2')).toMatchObject({
      startsOn: '2022-01-01',
      startsOnPrecision: 'YEAR',
      endsOn: '2025-06-30',
      endsOnPrecision: 'MONTH',
    });
  });

  it('with a single wrong record writes nothing at all', async () => {
    const before = await version();
    const oneWrong = `${sites.replaceAll('slug: ', 'slug: new-')}  - slug: ulm\n    kind: HOSPITAL\n`;

    await problemsOf(world, { ...all, 'more.yaml': oneWrong });

    expect(await version()).toBe(before);
    const slugs = await world.store.read(sql`SELECT slug FROM institution ORDER BY slug`);
    expect(slugs.map(({ slug }) => slug)).toEqual(['bmbf', 'giessen', 'marburg']);
  });

  it('tells all problems of all files together, each with its place', async () => {
    const problems = await problemsOf(world, {
      'a.yaml': 'Institution:\n  - slug: ulm\n    kind: HOSPITAL\n    town: Ulm\n',
      'b.yaml': 'Institution: [\n',
      'c.yaml': sites.replace('gazette', 'hearsay').replace('kind: UNIVERSITY_MEDICAL_CENTRE', 'kind: 7'),
    });

    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'seeds/a.yaml: Institution "ulm" has no field "town".',
      'seeds/a.yaml: Institution "ulm" lacks "name".',
      'seeds/a.yaml: Institution "ulm": "kind" is not usable.',
      'seeds/a.yaml: Institution "ulm" lacks "evidence".',
      'seeds/c.yaml: Institution "marburg": "kind" is not usable.',
      expect.stringMatching(/^seeds\/b.yaml: It is not YAML/),
    ]);
  });

  it('tells of references to nothing beside the other problems, but not of references to a record that is merely wrong', async () => {
    const problems = await problemsOf(world, {
      ...all,
      'ulm.yaml': `
Institution:
  - slug: ulm
    name: { de: Ulm }
    kind: HOSPITAL
    evidence: [{ source: hearsay, confidence: INFERRED }]
Relation:
  - from: institutions/ulm
    to: institutions/marburg
    role: PARTNER_OF
    evidence: [{ source: gazette, confidence: INFERRED }]
`,
    });

    expect(problems.map(({ message }) => message)).toEqual([
      'Institution "ulm": "kind" is not usable.',
      '"source" refers to "sources/hearsay", which does not exist.',
    ]);
  });

  it('tells both places where two records have the same key', async () => {
    const problems = await problemsOf(world, {
      'a.yaml': sites,
      'b.yaml': `# Again\n${sites}`,
      'sources.yaml': sources,
    });

    expect(problems.map((problem) => `${positionText(problem)} ${problem.message}`)).toEqual([
      'seeds/b.yaml:4:5 "institutions/marburg" stands here a second time, first at seeds/a.yaml:3:5.',
      'seeds/b.yaml:9:5 "institutions/giessen" stands here a second time, first at seeds/a.yaml:8:5.',
    ]);
  });

  it('is refused in words that a person can work with', async () => {
    const refusal = importFiles(world, { ...all, 'sites.yaml': sites.replace('kind: UNI', 'kind: UNIX') });

    await expect(refusal).rejects.toThrow(
      /^The import was refused: 1 problem\. Nothing was written\.\nseeds\/sites\.yaml:5:5 {2}Institution "marburg": "kind" is not usable\. It takes one of /,
    );
  });
});
