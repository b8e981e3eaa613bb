/** What a neighbour is told: that the gateway asks, and nothing of the client unless its entry says so. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startScript } from '../helpers/gateway-process';
import { linked, scans, scansSdl, type Linked } from './linked-gateway';
import { Neighbour, type Asked } from './neighbour';

const root = join(__dirname, '../..');
const snippetFile = join(root, 'examples/subgraphs/verify-signature.mjs');

let racoon: Neighbour;
let link: Linked;
afterEach(async () => {
  await link.end();
  await racoon.stop();
});

/** What the neighbour hears when a client sends these headers. */
async function heard(more: string, headers: Record<string, string>, variables = {}): Promise<Asked> {
  racoon = await Neighbour.start('scans', scansSdl, scans);
  link = await linked([racoon], { more, environment: { SUBGRAPHS_POLL_MS: '1000000', ...variables } });
  await link.gateway.ask('{ infrastructures { nodes { scans } } }', headers);
  const [asked] = racoon.asked;
  if (!asked) throw new Error('It was not asked.');
  return asked;
}

const credentials = {
  authorization: 'Bearer of-the-client',
  cookie: 'session=1',
  'x-api-key': 'key',
  'accept-language': 'de',
};

it('sends nothing that identifies the client', async () => {
  const { headers, body } = await heard('', credentials);

  for (const name of Object.keys(credentials).filter((each) => each !== 'accept-language'))
    expect(headers).not.toHaveProperty(name);
  expect(headers['accept-language']).not.toBe('de');
  expect(headers).not.toHaveProperty('x-forwarded-for');
  expect(body).not.toContain('of-the-client');
});

it('forwards the headers that the entry names, and no other', async () => {
  const { headers } = await heard('    forwardHeaders: [Accept-Language, Authorization]\n', credentials);

  expect(headers).toMatchObject({ 'accept-language': 'de', authorization: 'Bearer of-the-client' });
  expect(headers).not.toHaveProperty('cookie');
});

it('sends the headers of the entry, from the environment, whatever the client sends', async () => {
  const more = '    forwardHeaders: [Authorization]\n    headers:\n      Authorization: RACOON_TOKEN\n';
  const { headers } = await heard(more, credentials, { RACOON_TOKEN: 'Bearer of-the-gateway' });

  expect(headers.authorization).toBe('Bearer of-the-gateway');
});

it('signs each request, as the documented snippet verifies', async () => {
  const { headers, body } = await heard('    signingSecret: RACOON_SECRET\n', {}, { RACOON_SECRET: 'shh' });
  const snippet = await readFile(snippetFile, 'utf8');
  expect(await readFile(join(root, 'docs/federate.md'), 'utf8')).toContain(snippet.trim());
  const now = Number(headers['x-num-timestamp']);

  const cases = [
    [headers, body, 'shh', now],
    [headers, body, 'shh', now + 299],
    [headers, body, 'shh', now + 301],
    [headers, body, 'shh', now - 301],
    [headers, `${body} `, 'shh', now],
    [headers, body, 'another', now],
    [{ ...headers, 'x-num-timestamp': String(now + 1) }, body, 'shh', now],
    [{ ...headers, 'x-num-signature': undefined }, body, 'shh', now],
    [{}, body, 'shh', now],
    [
      { ...headers, 'x-num-signature': '\u00e9'.repeat(headers['x-num-signature']?.length ?? 0) },
      body,
      'shh',
      now,
    ],
  ];
  const script = `import { isFromGateway } from ${JSON.stringify(pathToFileURL(snippetFile).href)};
    console.log(JSON.stringify(${JSON.stringify(cases)}.map((each) => isFromGateway(...each))));`;
  const { stdout } = await startScript(['--input-type=module', '-e', script]).ended;

  expect(JSON.parse(stdout)).toEqual([true, true, ...Array.from({ length: 8 }, () => false)]);
});

it('asks nobody but those who are configured, whatever a schema says', async () => {
  const elsewhere = await Neighbour.start('elsewhere', scansSdl, scans);
  racoon = await Neighbour.start(
    'scans',
    `${scansSdl} extend schema @link(url: "${elsewhere.url}/spec/v1.0")`,
    scans,
  );
  link = await linked([racoon], { environment: { SUBGRAPHS_POLL_MS: '1000000' } });
  racoon.fault = (response) => response.writeHead(307, { location: elsewhere.url }).end();

  await link.gateway.ask('{ infrastructures { nodes { scans } } }');

  expect(racoon.asked).toHaveLength(1);
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.stop();
});
