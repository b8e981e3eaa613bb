/** What the log says of an answer: its estimated cost, and its size in bytes. */
import type { ServerResponse } from 'node:http';

const logged = Symbol('logged');

/** Stored on the response. A WeakMap would cost more than a small answer. */
interface Logged extends ServerResponse {
  [logged]?: { cost: number | undefined; bytes: number };
}

const of = (response: Logged) => (response[logged] ??= { cost: undefined, bytes: 0 });

/** Records the estimated cost of a query, or of all pages of a table so far. */
export const noteCost = (response: ServerResponse, cost: number): void => void (of(response).cost = cost);

/** Records the size of an answer's body as sent. */
export const noteBytes = (response: ServerResponse, bytes: number): void => void (of(response).bytes = bytes);

/** The recorded values. */
export const loggedOf = (response: Logged): { cost: number | undefined; bytes: number } =>
  response[logged] ?? { cost: undefined, bytes: 0 };

type Chunk = string | Uint8Array;

/** Counts the bytes of an answer that is written in parts. */
export function countBytes(response: ServerResponse): void {
  if (response.req.method === 'HEAD') return;
  const line = of(response);
  const count = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string') line.bytes += Buffer.byteLength(chunk, encoding as BufferEncoding);
    else if (chunk instanceof Uint8Array) line.bytes += chunk.length;
  };
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  response.write = ((chunk: Chunk, ...rest: [BufferEncoding]) => {
    count(chunk, rest[0]);
    return write(chunk, ...rest);
  }) as typeof response.write;
  response.end = ((chunk?: Chunk, ...rest: [BufferEncoding]) => {
    count(chunk, rest[0]);
    return end(chunk, ...rest);
  }) as typeof response.end;
}
