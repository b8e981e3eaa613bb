/** Clients of one kind are found out once; whoever differs in a header on which answers depend is another kind. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Clients, type Client } from '../../../src/http/graphql/client';

const requestWith = (headers: Record<string, string>, socket = new Socket()): IncomingMessage => {
  const request = new IncomingMessage(socket);
  Object.assign(request, { method: 'POST', headers });
  return request;
};

/** The headers before an answer without errors, by their names. */
const headOf = ({ forAll: { fields } }: Client): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: fields.length / 2 }, (_, at) => [fields[2 * at] ?? '', fields[2 * at + 1] ?? '']),
  );

const everybody = new Clients({ corsOrigins: '*' }, true);

it('is known by its headers, on the same connection and on another', () => {
  const headers = { accept: 'application/json' };
  const client = everybody.of(requestWith(headers));

  expect(everybody.of(requestWith({ ...headers, 'x-other': '1' }))).toBe(client);
});

it.each(['accept', 'accept-language', 'accept-encoding', 'origin', 'cookie', 'authorization'])(
  'is another one with another %s, also where that says what stands for a missing one',
  (name) => {
    const socket = new Socket();
    const plain = everybody.of(requestWith({}, socket));

    for (const value of ['undefined', 'null', ''])
      expect(everybody.of(requestWith({ [name]: value }, socket))).not.toBe(plain);
    expect(everybody.of(requestWith({}, socket))).toBe(plain);
  },
);

it('is answered in its language, type and encoding', () => {
  const client = everybody.of(
    requestWith({
      accept: 'application/graphql-response+json',
      'accept-language': 'de',
      'accept-encoding': 'br',
    }),
  );

  expect(client).toMatchObject({ language: 'de', encoding: 'br', prefersJson: true, prefersPage: false });
  expect(headOf(client)).toMatchObject({
    'Content-Type': 'application/graphql-response+json; charset=utf-8',
    'Content-Language': 'de',
    Vary: 'Accept, Accept-Language, Accept-Encoding',
    'Access-Control-Allow-Origin': '*',
    'Content-Security-Policy': "default-src 'none';frame-ancestors 'none'",
  });
});

it('from a page that may read answers is told so, and caches that others are not', () => {
  const some = new Clients({ corsOrigins: ['https://a.example.org'] }, false);
  const [from, elsewhere] = ['https://a.example.org', 'https://b.example.org'].map((origin) =>
    headOf(some.of(requestWith({ origin }))),
  );

  expect(from).toMatchObject({
    'Access-Control-Allow-Origin': 'https://a.example.org',
    Vary: 'Origin, Accept-Encoding',
  });
  expect(elsewhere).not.toHaveProperty('Access-Control-Allow-Origin');
  expect(elsewhere).toMatchObject({ Vary: 'Origin, Accept-Encoding' });
});

it('may prefer a page or a table to JSON, or take none of them', () => {
  const of = (accept: string) => everybody.of(requestWith({ accept }));

  expect(of('text/html, */*;q=0.1')).toMatchObject({ prefersPage: true });
  expect(of('text/csv')).toMatchObject({ prefersJson: false, prefersPage: false });
  expect(of('image/png')).toMatchObject({ prefersJson: false, jsonType: null });
});
