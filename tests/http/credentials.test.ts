/** Who says who he is gets an answer of his own: it is never cached, and never taken from what was cached for others. */
import { Gateway, sites, unkept } from './gateway';

const credentials: [string, Record<string, string>][] = [
  ['Authorization', { authorization: 'Bearer x' }],
  ['Cookie', { cookie: 'session=x' }],
  ['both', { authorization: 'Bearer x', cookie: 'session=x' }],
  ['an empty Cookie', { cookie: '' }],
];

/** A request is answered from caches once the same one was answered before, and its kind of client as well. */
const oftenEnough = 3;

let gateway: Gateway;
beforeAll(async () => {
  // Answers are cached and rows are not: so an answer that is new was read anew.
  gateway = await Gateway.over('sqlite', sites, {}, { ...unkept, MAX_COST_PER_MINUTE: '2000000000' });
});
afterAll(() => gateway.end());

type Ask = (query: string, headers?: Record<string, string>) => ReturnType<Gateway['ask']>;
const inBody: Ask = (query, headers) => gateway.ask(query, headers);
const inAddress: Ask = (query, headers = {}) =>
  gateway.get(`/graphql?query=${encodeURIComponent(query)}`, { headers });

/** The data change and nobody says so: who is told the old city was answered from a cache. */
const moveTo = (city: string) =>
  gateway.behind((database) => database.query(`UPDATE institution SET city = '${city}'`));

describe.each([
  ['in a body', inBody],
  ['in an address', inAddress],
])('a request with credentials %s', (where, ask) => {
  describe.each(credentials)('(%s)', (what, named) => {
    const query = (use: string) => `{ institution(slug: "marburg") { city } } # ${where}, ${what}, ${use}`;
    const cityOf = async (use: string, headers = {}): Promise<string> => {
      const { json } = await ask(query(use), headers);
      return (json as { data: { institution: { city: string } } }).data.institution.city;
    };
    const citiesOf = async (use: string, headers = {}): Promise<string[]> => {
      const cities = [];
      for (let time = 0; time < oftenEnough; time += 1) cities.push(await cityOf(use, headers));
      return cities;
    };

    beforeAll(async () => {
      // Both kinds of clients are known, by another query.
      for (const headers of [{}, named])
        for (let time = 0; time < oftenEnough; time += 1) await ask('{ __typename }', headers);
    });
    beforeEach(() => moveTo('Marburg'));

    it('leaves its answer neither for others nor for itself', async () => {
      expect(await citiesOf('first', named)).toEqual(['Marburg', 'Marburg', 'Marburg']);
      await moveTo('Cappel');

      expect(await cityOf('first')).toBe('Cappel');
      expect(await citiesOf('first', named)).toEqual(['Cappel', 'Cappel', 'Cappel']);
    });

    it('is not answered with what others were told', async () => {
      expect(await citiesOf('second')).toEqual(['Marburg', 'Marburg', 'Marburg']);
      await moveTo('Cappel');

      expect(await cityOf('second')).toBe('Marburg');
      expect(await citiesOf('second', named)).toEqual(['Cappel', 'Cappel', 'Cappel']);
      expect(await cityOf('second')).toBe('Marburg');
    });

    it('is told that nobody else may keep its answer', async () => {
      const cacheControl = async (headers = {}) =>
        (await ask(query('third'), headers)).headers.get('cache-control');
      for (let time = 0; time < oftenEnough; time += 1) {
        expect(await cacheControl(named)).toBe('private, no-cache');
        expect(await cacheControl()).toBe('public, max-age=0, must-revalidate');
      }
    });
  });
});
