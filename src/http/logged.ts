/** What the line of a request in the log tells of its answer: what it was estimated to cost, and how many bytes it had. */
import type { ServerResponse } from 'node:http';

const logged = Symbol('logged');

/** On the response, as a map of responses would cost more than a small answer. */
interface Logged extends ServerResponse {
  [logged]?: { cost: number | undefined; bytes: number };
}

const of = (response: Logged) => (response[logged] ??= { cost: undefined, bytes: 0 });

/** The query of a request, or all pages of its table so far, were estimated to cost so much. */
export const noteCost = (response: ServerResponse, cost: number): void => void (of(response).cost = cost);

/** The body of an answer has so many bytes, as it is sent. */
export const noteBytes = (response: ServerResponse, bytes: number): void => void (of(response).bytes = bytes);

/** What was noted of an answer. */
export const loggedOf = (response: Logged): { cost: number | undefined; bytes: number } =>
  response[logged] ?? { cost: undefined, bytes: 0 };

type Chunk = string | Uint8Array;

/** Counts the bytes of an answer that is written in parts, whoever writes it. */
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
