/** Answers of neighbours in every encoding that we say we accept. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { usualSettings } from '../../src/federation/linking/remotes';
import { Remote } from '../../src/federation/remote/remote';
import { link, Neighbour } from './neighbour';

let ward: Neighbour;
beforeAll(async () => {
  ward = await Neighbour.start('ward', `${link()} type Query { beds: Int }`, {});
});
afterAll(() => ward.stop());

const remote = (maxBytes?: number) =>
  new Remote({ ...usualSettings, name: 'ward', url: ward.url }, maxBytes === undefined ? {} : { maxBytes });

const asked = (of: Remote) =>
  of.ask({
    subgraph: 'ward',
    kind: 'query',
    query: '{ beds }',
    variables: {},
    context: { signal: new AbortController().signal, clientHeaders: {} },
  });

const answer = Buffer.from(JSON.stringify({ data: { beds: 'ä'.repeat(5_000) } }));

const encodings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

it.each(Object.entries(encodings))('%s is read, with a length and without', async (encoding, encode) => {
  const bytes = encode(answer);
  for (const length of [{ 'content-length': bytes.length }, {}]) {
    ward.fault = (response) =>
      response.writeHead(200, { 'content-encoding': encoding, ...length }).end(bytes);
    expect(await asked(remote())).toEqual({ data: { beds: 'ä'.repeat(5_000) } });
    expect(ward.asked.at(-1)?.headers['accept-encoding']).toContain(encoding);
  }
});

it('an answer that is small only while it is compressed is too large', async () => {
  const bytes = gzipSync(answer);
  ward.fault = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
  await expect(asked(remote(bytes.length + 100))).rejects.toMatchObject({ fault: 'TOO_LARGE' });
});

it.each([{ 'content-length': answer.length }, {}])(
  'the size of a plain answer is bounded: %j',
  async (length) => {
    ward.fault = (response) => response.writeHead(200, { ...length }).end(answer);
    expect(await asked(remote(answer.length))).toMatchObject({ data: {} });
    await expect(asked(remote(answer.length - 1))).rejects.toMatchObject({ fault: 'TOO_LARGE' });
  },
);

it('an answer whose compression is broken is no answer', async () => {
  const half = gzipSync(answer).subarray(0, 40);
  ward.fault = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(half);
  await expect(asked(remote())).rejects.toMatchObject({ fault: 'UNREACHABLE' });
});
