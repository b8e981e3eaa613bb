/** Which pages of other sites are answered with JSON to a GET: those that may read it, and no other behind a visitor's back. */
import { get } from 'node:http';
import { Gateway, sites } from './gateway';

const address = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
const friend = 'https://friend.example.org';

/** As a browser or a program asks: `fetch` writes headers of its own. */
const status = (gateway: Gateway, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(`${gateway.url}${address}`, { headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });

const from = (site: string, mode: string, more: Record<string, string> = {}): Record<string, string> => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  ...more,
});

/** What is asked, whether everybody may read, and whether only our friends may. */
const requests: [string, Record<string, string>, boolean, boolean][] = [
  ['a program', {}, true, false],
  ['a program with the header', { 'apollo-require-preflight': 'true' }, true, true],
  ['a program that names its operation', { 'x-apollo-operation-name': 'A' }, true, true],
  ['a program with a type', { 'content-type': 'application/json' }, true, true],
  ['a program with an empty header', { 'apollo-require-preflight': '' }, true, false],
  ['a page of ours', from('same-origin', 'cors'), true, true],
  ['a typed address', from('none', 'navigate'), true, true],
  ['a script of a friend', from('cross-site', 'cors', { origin: friend }), true, true],
  ['a script of a friend over plain HTTP', { origin: friend }, true, true],
  ['a script of another', from('cross-site', 'cors', { origin: 'https://other.example.org' }), true, false],
  [
    'a script of another host of ours',
    from('same-site', 'cors', { origin: 'https://www.example.org' }),
    true,
    false,
  ],
  ['a script of another over plain HTTP', { origin: 'http://other.example.org' }, true, false],
  ['a script that may not read', from('cross-site', 'no-cors'), false, false],
  ['an image', from('cross-site', 'no-cors', { 'sec-fetch-dest': 'image' }), false, false],
  ['a frame', from('cross-site', 'navigate', { 'sec-fetch-dest': 'iframe' }), false, false],
  ['an image of another host of ours', from('same-site', 'no-cors'), false, false],
  ['a browser of another time', from('another-site', 'another-mode'), false, false],
  ['an image of a friend', from('cross-site', 'no-cors', { origin: friend }), false, false],
];

describe.each([
  ['everybody', '*', 2],
  ['friends only', friend, 3],
] as const)('where %s may read', (_who, CORS_ORIGINS, column) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over('sqlite', sites, {}, { CORS_ORIGINS });
  });
  afterAll(() => gateway.end());

  it.each(
    requests.map((each): [boolean, string, Record<string, string>] => [each[column], each[0], each[1]]),
  )('it is %s that a GET is answered of %s, known or not', async (isAnswered, _of, headers) => {
    for (let time = 0; time < 3; time += 1)
      expect(await status(gateway, headers)).toBe(isAnswered ? 200 : 403);
  });
});
