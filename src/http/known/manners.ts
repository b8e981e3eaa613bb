/** How each kind of client is answered: learned from answers of the long way, so that nothing is decided twice. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LRUCache } from 'lru-cache';
import type { LanguageTag } from '../../resource/text';
import type { Head } from '../answer-text';
import { encodingFor, type Encoding } from '../encoding';
import { isAnonymous } from './asked';

/** What an answer without errors looks like for clients that send the same headers, whatever they ask. */
export interface Manner {
  /** Whether nobody is meant by name. */
  readonly isAnonymous: boolean;
  readonly language: LanguageTag;
  readonly encoding: Encoding | null;
  readonly head: Head;
}

/** Clients differ in few ways; whoever makes up more takes the long way. */
const mostManners = 1_000;

/** Headers of a request longer than this are no kind of client. */
const longestKey = 2_000;

/** What differs from answer to answer, or is written by Node. */
const ofOneAnswer: ReadonlySet<string> = new Set(['x-request-id', 'etag', 'connection', 'date']);

/** The headers on which those of an answer depend. */
function keyOf({ method = '', headers }: IncomingMessage): string {
  const { accept, origin } = headers;
  // Not as one text: a header that says "undefined" is not one that is missing.
  return JSON.stringify([
    method,
    accept,
    headers['accept-language'],
    headers['accept-encoding'],
    origin,
    isAnonymous({ headers }),
  ]);
}

/** What was found for the last request of a connection: the next one mostly has the same headers. */
const last = Symbol('last manner');

interface Found {
  readonly by: Manners;
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly manner: Manner;
}

interface Remembering extends Socket {
  [last]?: Found;
}

/** Whether two requests are answered in the same manner. */
const areAlike = (one: Pick<Found, 'method' | 'headers'>, other: IncomingMessage): boolean =>
  one.method === other.method &&
  one.headers.accept === other.headers.accept &&
  one.headers['accept-language'] === other.headers['accept-language'] &&
  one.headers['accept-encoding'] === other.headers['accept-encoding'] &&
  one.headers.origin === other.headers.origin &&
  isAnonymous(one) === isAnonymous(other);

export class Manners {
  private readonly known = new LRUCache<string, Manner>({ max: mostManners });

  /** How the client of a request is answered, where one like it was before. */
  of(request: IncomingMessage): Manner | undefined {
    const socket: Remembering = request.socket;
    const before = socket[last];
    if (before?.by === this && areAlike(before, request)) return before.manner;
    const manner = this.known.get(keyOf(request));
    const { method, headers } = request;
    if (manner) socket[last] = { by: this, method, headers, manner };
    return manner;
  }

  /** Learns from a response whose headers are set, but for those that depend on its text. */
  learn(request: IncomingMessage, response: ServerResponse, language: LanguageTag): void {
    const key = keyOf(request);
    if (key.length > longestKey || this.known.has(key)) return;
    const fields = fieldsOf(response);
    const withoutText = fields.filter(({ name }) => name.toLowerCase() !== 'content-type');
    this.known.set(key, {
      isAnonymous: isAnonymous(request),
      language,
      encoding: encodingFor(request.headers['accept-encoding']),
      head: {
        status: response.statusCode,
        fields: flat(fields),
        fieldsWithoutText: flat(withoutText),
      },
    });
  }
}

interface Field {
  name: string;
  value: string;
}

const flat = (fields: readonly Field[]): string[] => fields.flatMap(({ name, value }) => [name, value]);

/** What the types of Node leave out: the names as they were written. */
interface Named {
  getRawHeaderNames(): string[];
}

const fieldsOf = (response: ServerResponse): Field[] =>
  (response as ServerResponse & Named)
    .getRawHeaderNames()
    .filter((name) => !ofOneAnswer.has(name.toLowerCase()))
    .map((name) => ({ name, value: String(response.getHeader(name)) }));
