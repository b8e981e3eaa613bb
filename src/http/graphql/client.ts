/** What the request headers say about a client, and the response headers for such a client. */
import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { Config } from '../../config';
import type { LanguageTag } from '../../resource/text';
import { jsonTypes, preferredType } from '../accept';
import type { Head } from '../answer-text';
import { crossOrigin, securityHeaders } from '../api-headers';
import { cacheControlOfData } from '../cache-control';
import { encodingFor, type Encoding } from '../encoding';
import { languageFor } from '../language';
import { isAnonymous } from '../cacheability';
import { prefersPage } from '../negotiate';
import { prefersJson } from '../tables/formats';
import { varied } from './vary';

/** Clients that send the same values of all headers on which an answer depends. */
export interface Client {
  /** Whether they send no credentials. */
  readonly isAnonymous: boolean;
  readonly language: LanguageTag;
  readonly encoding: Encoding | null;
  /** The JSON media type to answer with; null if none is accepted. */
  readonly jsonType: string | null;
  /** Whether JSON is preferred to a table. */
  readonly prefersJson: boolean;
  /** Whether HTML is preferred to JSON. */
  readonly prefersPage: boolean;
  /** The headers of every answer, as alternating names and values, and the header names for `Vary`. */
  readonly fields: readonly string[];
  readonly vary: readonly string[];
  /** The heads of successful answers: publicly cacheable, and private. */
  readonly forAll: Head;
  readonly forOne: Head;
}

/** Clients differ little. Beyond these limits the computation is repeated. */
const mostKinds = 1_000;
const longestKey = 2_000;

/** The headers on which an answer depends. */
function keyOf({ headers }: IncomingMessage): string {
  // As JSON, to distinguish a missing header from the text "undefined".
  return JSON.stringify([
    headers.accept,
    headers['accept-language'],
    headers['accept-encoding'],
    headers.origin,
    isAnonymous({ headers }),
  ]);
}

/** The client of a connection's last request. The next request usually has the same headers. */
const last = Symbol('last client');

interface Found {
  readonly by: Clients;
  readonly headers: IncomingMessage['headers'];
  readonly client: Client;
}

interface Remembering extends Socket {
  [last]?: Found;
}

/** Whether two requests have the same relevant headers. */
const areAlike = ({ headers: one }: Found, { headers: other }: IncomingMessage): boolean =>
  one.accept === other.accept &&
  one['accept-language'] === other['accept-language'] &&
  one['accept-encoding'] === other['accept-encoding'] &&
  one.origin === other.origin &&
  isAnonymous({ headers: one }) === isAnonymous({ headers: other });

export class Clients {
  private readonly clients = new LRUCache<string, Client>({ max: mostKinds });
  private readonly ofEachAnswer: readonly RequestHandler[];

  /** @param hasCatalogue whether answers have a language, and tables are offered */
  constructor(
    config: Pick<Config, 'corsOrigins'>,
    private readonly hasCatalogue: boolean,
  ) {
    this.ofEachAnswer = [securityHeaders(), crossOrigin(config)];
  }

  of(request: IncomingMessage): Client {
    const socket: Remembering = request.socket;
    const before = socket[last];
    if (before?.by === this && areAlike(before, request)) return before.client;
    const key = keyOf(request);
    const client = this.clients.get(key) ?? this.read(request);
    if (key.length <= longestKey) this.clients.set(key, client);
    socket[last] = { by: this, headers: request.headers, client };
    return client;
  }

  private read(request: IncomingMessage): Client {
    const { headers } = request;
    const set = this.headersOfEachAnswer(request);
    const vary = set.filter(({ name }) => name === 'Vary').map(({ value }) => value);
    const fields = set.filter(({ name }) => name !== 'Vary').flatMap(({ name, value }) => [name, value]);
    const language = languageFor(headers['accept-language']);
    const jsonType = preferredType(request, jsonTypes);
    const good = (isForAll: boolean): Head => {
      const fieldsWithoutText = [
        ...fields,
        ...varied([...vary, ...(this.hasCatalogue ? ['Accept', 'Accept-Language'] : [])]),
        ...(this.hasCatalogue ? ['Content-Language', language] : []),
        'Cache-Control',
        cacheControlOfData(isForAll),
      ];
      return {
        status: 200,
        fields: [...fieldsWithoutText, 'Content-Type', `${jsonType}; charset=utf-8`],
        fieldsWithoutText,
      };
    };
    return {
      isAnonymous: isAnonymous(request),
      language,
      encoding: encodingFor(headers['accept-encoding']),
      jsonType,
      prefersJson: prefersJson(request),
      prefersPage: prefersPage(request),
      fields,
      vary,
      forAll: good(true),
      forOne: good(false),
    };
  }

  /** Runs the middlewares that precede every route on a response that is never sent, and collects their headers. */
  private headersOfEachAnswer(request: IncomingMessage): { name: string; value: string }[] {
    const answer = new ServerResponse(request);
    for (const middleware of this.ofEachAnswer)
      middleware(request as Request, answer as Response, () => undefined);
    return (answer as ServerResponse & Named)
      .getRawHeaderNames()
      .map((name) => ({ name, value: String(answer.getHeader(name)) }));
  }
}

/** Missing in Node's types: header names in their original case. */
interface Named {
  getRawHeaderNames(): string[];
}
