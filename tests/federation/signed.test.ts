/** The example server answers the gateway alone: what it gets is checked byte for byte, as it arrives. */
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { signed } from '../../src/federation/remote/signature';
import { startScript } from '../helpers/gateway-process';
import { linked, world, type Linked } from './linked-gateway';
import type { Neighbour } from './neighbour';

jest.setTimeout(120_000);

const secret = 'of-racoon-ü';
const server = join(__dirname, '../../examples/subgraphs/racoon/server.mjs');

let racoon: ReturnType<typeof startScript>;
let port: number;
let link: Linked;
let wire: Server;
/** The bytes of each connection to the server. */
const heard: Buffer[][] = [];

beforeAll(async () => {
  racoon = startScript([server, '0'], { env: { SIGNING_SECRET: secret } });
  const [, address = ''] = await racoon.prints(/http:\/\/127\.0\.0\.1:(\d+)\/graphql/);
  port = Number(address);
  wire = createServer((client) => {
    const bytes: Buffer[] = [];
    heard.push(bytes);
    client.on('data', (chunk: Buffer) => bytes.push(chunk));
    const upstream = connect(port, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(wire.address() as AddressInfo).port}/graphql`;
  link = await linked([{ name: 'racoon', url } as Neighbour], {
    records: world,
    more: '    signingSecret: RACOON_SECRET\n',
    environment: { RACOON_SECRET: secret, SUBGRAPHS_POLL_MS: '1000000' },
  });
});
afterAll(async () => {
  await link.end();
  wire.close();
  await racoon.stop();
});

/** A request as it went over the wire, in three parts. */
interface Sent {
  head: string;
  body: Buffer;
}

/** The last request that the gateway sent, which had the whole connection or came last on it. */
function lastSent(): Sent {
  const bytes =
    heard
      .map((each) => Buffer.concat(each))
      .toSorted((one, other) => one.indexOf('scanner') - other.indexOf('scanner'))
      .at(-1) ?? Buffer.alloc(0);
  const start = bytes.lastIndexOf('POST /graphql');
  const end = bytes.indexOf('\r\n\r\n', start);
  return { head: bytes.subarray(start, end).toString('latin1'), body: bytes.subarray(end + 4) };
}

/** Sends the bytes to the server itself. */
function send({ head, body }: Sent): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
    const once = head.replace(/^connection:.*$/im, 'connection: close');
    const length = once.replace(/^content-length:.*$/im, `content-length: ${body.byteLength}`);
    socket.write(Buffer.concat([Buffer.from(`${length}\r\n\r\n`, 'latin1'), body]));
  });
}

const statusOf = async (sent: Sent): Promise<string> => (await send(sent)).split(' ')[1] ?? '';

it('answers the gateway, and nobody who does not sign', async () => {
  const { json } = await link.gateway.ask('{ institution(slug: "marburg") { slug scanners { modality } } }');

  expect(json).toMatchObject({
    data: { institution: { scanners: [{ modality: 'CT' }, { modality: 'MRI' }] } },
  });
  const { head, body } = lastSent();
  const unsigned = head.replace(/^x-num-signature:.*\r\n/im, '');
  expect(await statusOf({ head, body })).toBe('200');
  expect(await statusOf({ head: unsigned, body })).toBe('401');
});

it('refuses what was changed on the way: a byte of the body, the time, the signature', async () => {
  const { head, body } = lastSent();
  const changed = Buffer.from(body);
  const at = changed.indexOf('marburg');
  changed.write('z', at);
  const later = head.replace(
    /^(x-num-timestamp: )(\d+)/im,
    (_, name: string, time: string) => `${name}${Number(time) + 1}`,
  );
  const forged = head.replace(/^(x-num-signature: v1=)./im, (_, name: string) => `${name}g`);

  expect(at).toBeGreaterThan(0);
  expect(await statusOf({ head, body: changed })).toBe('401');
  expect(await statusOf({ head, body: Buffer.concat([body, Buffer.from(' ')]) })).toBe('401');
  expect(await statusOf({ head: later, body })).toBe('401');
  expect(await statusOf({ head: forged, body })).toBe('401');
});

it('takes bytes for bytes: what reads the same as a text is not the same', async () => {
  const text = '{"query":"{ scanners { id } } # \ufffd"}';
  const signedAt = (body: string, now: Date): string => {
    const given = Object.entries(signed(secret, body, now)).map(([name, value]) => `${name}: ${value}`);
    return [
      'POST /graphql HTTP/1.1',
      'host: 127.0.0.1',
      'connection: close',
      'content-type: application/json',
      'content-length: 0',
      ...given,
    ].join('\r\n');
  };
  const head = signedAt(text, new Date());
  const body = Buffer.from(text);
  const replacement = Buffer.from('\ufffd');
  const at = body.indexOf(replacement);
  const sameText = Buffer.concat([
    body.subarray(0, at),
    Buffer.from([0xff]),
    body.subarray(at + replacement.byteLength),
  ]);

  expect(sameText.toString()).toBe(text);
  expect(await statusOf({ head, body })).toBe('200');
  expect(await statusOf({ head, body: sameText })).toBe('401');
});

it('refuses what was said too long ago', async () => {
  const { head, body } = lastSent();
  const at = (seconds: number): string => {
    const headers = signed(secret, body.toString(), new Date(Date.now() + seconds * 1000));
    return Object.entries(headers).reduce(
      (text, [name, value]) => text.replace(new RegExp(`^${name}:.*$`, 'im'), `${name}: ${value}`),
      head,
    );
  };

  expect(await statusOf({ head: at(-200), body })).toBe('200');
  expect(await statusOf({ head: at(-400), body })).toBe('401');
  expect(await statusOf({ head: at(400), body })).toBe('401');
});
