/** A write lets go of the cached answers that were read from its class, and of no others. */
import { globalId } from '../../src/resource/identity';
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import type { PlainRecords } from '../helpers/small-world';
import { Gateway, sites, unkept } from './gateway';

/** Records that are written anew, each time with something else in them. */
const anew: Record<string, (turn: number) => PlainRecords> = {
  Contact: (turn) => ({ Contact: [{ slug: 'help-desk', name: { en: `Help desk ${turn}` } }] }),
  Infrastructure: (turn) => ({ Infrastructure: [{ slug: 'racoon', name: { en: `RACOON ${turn}` } }] }),
  Participation: (turn) => ({
    Participation: [
      {
        institution: 'marburg',
        infrastructure: 'racoon',
        role: 'PARTICIPATES',
        startsOn: `20${String(10 + turn)}-01-01`,
      },
    ],
  }),
  Source: (turn) => ({
    Source: [{ slug: 'register', title: `A register ${turn}`, url: 'https://register.example.org/' }],
  }),
  'the identifiers of an Institution': (turn) => ({
    Institution: [
      {
        slug: 'giessen',
        name: { de: 'Klinikum Gießen', en: 'Giessen Hospital' },
        kind: 'UNIVERSITY_MEDICAL_CENTRE',
        identifiers: [{ scheme: 'WIKIDATA', value: `Q${100 + turn}` }],
      },
    ],
  }),
};

const institutions = '{ institutions { totalCount nodes { slug name } } }';
const participations =
  '{ institutions { nodes { slug participations { nodes { role infrastructure { name } } } } } }';
const evidence = '{ institutions { nodes { slug evidence { citedFrom { title } } } } }';
const identifiers = '{ institutions { nodes { slug identifiers { value } } } }';
const ofInfrastructure =
  '{ institutions(filter: { participations: { some: { infrastructure: { slug: { eq: "racoon" } } } } }) { nodes { slug } } }';
const byName =
  '{ participations(orderBy: { field: INFRASTRUCTURE_NAME }) { nodes { role } facets(by: [ROLE]) { buckets { count } } } }';
const around = `{ neighbourhood(of: { id: "${globalId('institutions/marburg')}" }) { links { id } } }`;
const found = '{ institutions(search: "klinikum") { totalCount } }';
const schema = '{ __schema { queryType { name } } }';
const version = '{ catalogue { dataVersion } }';

describeOnEachDatabase('an answer that is cached', (dialect) => {
  let gateway: Gateway;
  let turn = 0;
  beforeAll(async () => {
    // Without rows that are cached, each answer that is made anew reads something.
    gateway = await Gateway.over(dialect, sites, {}, { ...unkept, MAX_COST_PER_MINUTE: 'unlimited' });
  });
  afterAll(() => gateway.end());

  const told = async (query: string): Promise<string> => {
    const { status, text } = await gateway.ask(query);
    expect([status, text]).toEqual([200, expect.stringContaining('"data"')]);
    return text;
  };
  const statements = async (): Promise<number> => {
    const { text } = await gateway.get('/metrics');
    const lines = text.matchAll(/^num_gateway_statement_duration_seconds_count\{.*\} (\d+)$/gm);
    return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
  };
  /** Writes a record, and waits until the gateway knows. */
  const write = async (what: string): Promise<void> => {
    const before = await told(version);
    turn += 1;
    await gateway.world.add(anew[what]?.(turn) ?? {});
    await eventually(async () => (await told(version)) === before, false);
  };
  const isMadeAnew = async (query: string): Promise<boolean> => {
    const before = await statements();
    await told(query);
    return (await statements()) > before;
  };

  it.each([
    ['a list', institutions, 'Contact'],
    ['a list', institutions, 'Participation'],
    ['a list', institutions, 'Source'],
    ['a list below records', participations, 'Contact'],
    ['evidence', evidence, 'Contact'],
    ['evidence', evidence, 'Participation'],
    ['identifiers', identifiers, 'Contact'],
    ['a filter over links', ofInfrastructure, 'Contact'],
    ['an order by the names of linked records, with facets', byName, 'Contact'],
    ['what lies around a record', around, 'Contact'],
    ['the schema', schema, 'Contact'],
  ])('is given again: %s, after a write to another class: %#', async (_what, query, written) => {
    const before = await told(query);

    await write(written);

    expect(await isMadeAnew(query)).toBe(false);
    expect(await told(query)).toBe(before);
  });

  it.each([
    ['a list', institutions, 'the identifiers of an Institution'],
    ['a list below records', participations, 'Participation'],
    ['a list below records', participations, 'Infrastructure'],
    ['evidence', evidence, 'Source'],
    ['identifiers', identifiers, 'the identifiers of an Institution'],
    ['a filter over links', ofInfrastructure, 'Participation'],
    ['a filter over links', ofInfrastructure, 'Infrastructure'],
    ['an order by the names of linked records, with facets', byName, 'Infrastructure'],
    ['what lies around a record', around, 'Participation'],
    ['a search', found, 'Contact'],
    ['the version of the data', version, 'Contact'],
  ])('is made anew: %s, after a write to what it was read from: %#', async (_what, query, written) => {
    await told(query);
    expect(await isMadeAnew(query)).toBe(false);

    await write(written);

    // Asking for the version has told that the write is known, and is its own answer.
    expect(query === version || (await isMadeAnew(query))).toBe(true);
  });
});
