/** Who is a client: however proxies write its address, it is counted, limited and logged as one. */
import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { addressBehind, addressIn, clientOf, shownAddress } from '../../src/http/client-address';
import { eventually } from '../helpers/eventually';
import { Gateway, sites } from './gateway';

/** The spellings that proxies use for one address. */
const spellings = (address: string, port: number): string[] =>
  address.includes(':')
    ? [address, `[${address}]`, `[${address}]:${port}`, `"[${address}]:${port}"`, address.toUpperCase()]
    : [
        address,
        `${address}:${port}`,
        `"${address}:${port}"`,
        `::ffff:${address}`,
        `[::ffff:${address}]:${port}`,
        address
          .split('.')
          .map((part) => part.padStart(3, '0'))
          .join('.'),
      ];

it('every spelling of an address is the same address', () =>
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 65_535 }), (address, port) => {
      const read = spellings(address, port).map(addressIn);

      expect(read[0]).not.toBeNull();
      expect(new Set(read).size).toBe(1);
      expect(addressIn(read[0] ?? '')).toBe(read[0]);
    }),
  ));

it.each([
  '',
  'unknown',
  '_hidden',
  '_hidden:_port',
  '1.2.3',
  '1.2.3.256',
  '1.2.3.4.5',
  '::g',
  '[1.2.3.4',
  'a.b.c.d:1',
])('"%s" is no address', (written) => expect(addressIn(written)).toBeNull());

it.each([
  ['2001:db8::1', '2001:db8:0:0:9:9:9:9'],
  ['192.0.2.1', '::ffff:192.0.2.1'],
  ['192.0.2.1', '::ffff:c000:201'],
])('%s and %s are one client', (one, other) => expect(clientOf({ ip: one })).toBe(clientOf({ ip: other })));

it('another /64 is another client', () =>
  expect(clientOf({ ip: '2001:db8::1' })).not.toBe(clientOf({ ip: '2001:db8:0:1::1' })));

describe('behind proxies', () => {
  const found = (proxies: number, headers: IncomingMessage['headers'], remoteAddress = '::ffff:10.0.0.1') =>
    addressBehind(proxies)({ headers, socket: { remoteAddress } } as IncomingMessage);

  it('the last entries are believed, as many as there are proxies', () => {
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7:1234, 10.0.0.2' };

    expect(found(0, headers)).toBe('10.0.0.1');
    expect(found(1, headers)).toBe('10.0.0.2');
    expect(found(2, headers)).toBe('198.51.100.7');
    expect(found(9, headers)).toBe('203.0.113.9');
    expect(found(1, {})).toBe('10.0.0.1');
  });

  it.each([
    'for=192.0.2.60;proto=http;by=203.0.113.43',
    'for=198.51.100.17, For="192.0.2.60:4711"',
    'by=10.0.0.9;for=192.0.2.60:4711',
    'for="never closed, for=192.0.2.60',
  ])('Forwarded: %s', (forwarded) => expect(found(1, { forwarded })).toBe('192.0.2.60'));

  it('Forwarded names IPv6 in brackets', () =>
    expect(found(1, { forwarded: 'For="[2001:db8:cafe::17]:4711"' })).toBe('2001:db8:cafe::17'));

  it('X-Forwarded-For counts where both are sent, as few proxies take away what they do not write', () =>
    expect(found(1, { forwarded: 'for=192.0.2.60', 'x-forwarded-for': '192.0.2.61' })).toBe('192.0.2.61'));

  it.each(['unknown', '_secret'])('a proxy that names its client "%s" stands for it', (hidden) => {
    expect(found(1, { forwarded: `for=${hidden}` })).toBe('10.0.0.1');
    expect(found(2, { 'x-forwarded-for': `${hidden}, 10.0.0.2` })).toBe('10.0.0.2');
  });
});

describe('in the log', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2::3', '2001:db8:1::/48'],
    ['::1', '::/48'],
  ])('%s is shortened to its network, %s', (address, network) => {
    expect(shownAddress(address, 'shortened')).toBe(network);
    expect(shownAddress(address, 'full')).toBe(address);
    expect(shownAddress(address, 'none')).toBeUndefined();
  });
});

/** Two proxies' ways to name one client, with another port for each connection. */
const connections = [
  ['5.6.7.8:1000', '5.6.7.8:1001'],
  ['[2001:db8::1]:4711', '[2001:db8::1]:4712'],
  ['010.0.0.4', '10.0.0.4'],
  ['"198.51.100.4:1"', '::ffff:198.51.100.4'],
];

describe('a client behind a proxy that names its port', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    const limits = {
      MAX_COST_PER_MINUTE: '80',
      TRUST_PROXY: '1',
      LOG_CLIENTS: 'full',
      RESPONSE_CACHE_MEMORY: '0',
    };
    gateway = await Gateway.over('sqlite', sites, {}, limits);
  });
  afterAll(() => gateway.end());

  const query = (alias: string) => `{ ${alias}: institutions(first: 2) { nodes { slug name } } }`;

  it.each(connections)('is one client: %s and %s', async (one, other) => {
    expect((await gateway.ask(query('a'), { 'x-forwarded-for': one })).status).toBe(200);
    expect((await gateway.ask(query('b'), { 'x-forwarded-for': other })).status).toBe(429);
  });

  it('is one client in Forwarded, too', async () => {
    const forwarded = (port: number) => ({ forwarded: `for="[2001:db8:7::1]:${port}";proto=https` });

    expect((await gateway.ask(query('c'), forwarded(1))).status).toBe(200);
    expect((await gateway.ask(query('d'), forwarded(2))).status).toBe(429);
    const last = () => Promise.resolve(gateway.log.at(-1)?.client);
    await eventually(last, '2001:db8:7::1');
  });
});
