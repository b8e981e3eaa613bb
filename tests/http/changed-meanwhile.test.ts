/** What was answered before a change of the schema or of the counts is told to who waits for it, and to nobody afterwards. */
import { link, Neighbour } from '../federation/neighbour';
import { linked, type Linked } from '../federation/linked-gateway';
import { eventually } from '../helpers/eventually';
import { Gateway, sites, unkept } from './gateway';

/** Only answers are cached, not rows: so each new answer reads the tables. */
const onlyAnswers = { ...unkept, MAX_COST_PER_MINUTE: '2000000000' };

interface Hold {
  /** Whether somebody waits for it. */
  isAwaited: () => Promise<boolean>;
  letGo: () => Promise<void>;
}

/** Holds the table of identifiers: an answer with identifiers is not finished before it is let go. */
async function holdIdentifiers(gateway: Gateway): Promise<Hold> {
  let letGo = (): void => undefined;
  const end = new Promise<void>((resolve) => (letGo = resolve));
  let hold = (): void => undefined;
  const held = new Promise<void>((resolve) => (hold = resolve));
  const holding = gateway.behind((database) =>
    database.transaction(async (transaction) => {
      await transaction.query('LOCK TABLE identifier IN ACCESS EXCLUSIVE MODE');
      hold();
      await end;
    }),
  );
  await Promise.race([held, holding]);
  return {
    isAwaited: () =>
      gateway.behind(async (database) => {
        const waiting: unknown[] = await database.query(
          "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'identifier'::regclass",
        );
        return waiting.length > 0;
      }),
    letGo: () => {
      letGo();
      return holding;
    },
  };
}

/** How often the query was answered before: it is answered another way once it is known. */
const everyWay: [string, number][] = [
  ['for the first time', 0],
  ['once more', 3],
];

describe('a query that is answered while the records are counted anew', () => {
  let gateway: Gateway;
  let countAnew: () => void;

  beforeEach(async () => {
    const usual = setInterval;
    jest.spyOn(globalThis, 'setInterval').mockImplementation(((work: () => void, every: number) => {
      if (every === 60_000) countAnew = work;
      return usual(work, every);
    }) as typeof setInterval);
    gateway = await Gateway.over('postgres', sites, {}, onlyAnswers);
    jest.restoreAllMocks();
  });
  afterEach(() => gateway.end());

  // Counts and facets cost by the number of records.
  const query =
    '{ institutions { totalCount facets(by: [STATE, CITY]) { by } nodes { slug identifiers { value } } } }';
  const costOf = async (): Promise<number> => {
    const { json } = await gateway.ask(query);
    return (json as { extensions: { cost: { estimated: number } } }).extensions.cost.estimated;
  };
  /** What the query costs as the records are counted now; with a cookie, as that is never cached. */
  const costNow = async (): Promise<number> => {
    const asked = `{ cost(query: ${JSON.stringify(query)}) { estimated } }`;
    const { json } = await gateway.ask(asked, { cookie: 'a=b' });
    return (json as { data: { cost: { estimated: number } } }).data.cost.estimated;
  };
  const slugs = Array.from({ length: 100 }, (_, nth) => `site-${nth}`);
  const versionNow = async () => (await gateway.ask('{ catalogue { dataVersion } }')).text;

  it.each(everyWay)('%s does not state the old cost afterwards', async (_how, times) => {
    for (let time = 0; time < times; time += 1) await costOf();
    const [before, old] = [await versionNow(), await costNow()];
    await gateway.world.add({
      Institution: slugs.map((slug) => ({ slug, name: { en: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' })),
    });
    await eventually(async () => (await versionNow()) === before, false);
    const { isAwaited, letGo } = await holdIdentifiers(gateway);
    const begun = costOf();
    await eventually(isAwaited, true);

    countAnew();
    await eventually(async () => (await costNow()) > old, true);
    await letGo();

    expect(await begun).toBe(old);
    expect(await costOf()).toBe(await costNow());
  });
});

describe('a query about a schema that changes', () => {
  const scansSdl = (...fields: string[]) => `${link('@key')}
    type Infrastructure @key(fields: "slug") { slug: String! ${fields.join(' ')} }`;
  let neighbour: Neighbour;
  let linking: Linked;

  beforeEach(async () => {
    neighbour = await Neighbour.start('scans', scansSdl('scans: Int'), {});
    linking = await linked([neighbour], { dialect: 'postgres', environment: onlyAnswers });
  });
  afterEach(async () => {
    await linking.end();
    await neighbour.stop();
  });

  const fields = '__type(name: "Infrastructure") { fields { name } }';
  const isNew = async (query: string) => (await linking.gateway.ask(query)).text.includes('"rooms"');
  const change = async () => {
    neighbour.deploy(scansSdl('scans: Int', 'rooms: Int'));
    await eventually(() => isNew(`{ ${fields} }`), true);
  };

  it('does not tell the old one once the new one is there, where it was asked before', async () => {
    const query = `query Before { ${fields} }`;
    for (let time = 0; time < 3; time += 1) expect(await isNew(query)).toBe(false);

    await change();

    expect(await isNew(query)).toBe(true);
  });

  it('nor where it was being answered meanwhile', async () => {
    const query = `query Meanwhile { ${fields} institutions { nodes { identifiers { value } } } }`;
    const { isAwaited, letGo } = await holdIdentifiers(linking.gateway);
    const begun = isNew(query);
    await eventually(isAwaited, true);

    await change();
    await letGo();

    expect(await begun).toBe(false);
    expect(await isNew(query)).toBe(true);
  });
});
