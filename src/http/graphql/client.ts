/** What the headers of a request say of its client, and the headers that every answer to such a client has. */
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
import { isAnonymous } from '../lasting';
import { prefersPage } from '../negotiate';
import { prefersJson } from '../tables/formats';
import { varied } from './vary';

/** A kind of client: all that send the same headers of those on which an answer depends. */
export interface Client {
  /** Whether nobody is meant by name. */
  readonly isAnonymous: boolean;
  readonly language: LanguageTag;
  readonly encoding: Encoding | null;
  /** The type in which it is answered with JSON; null where it takes none. */
  readonly jsonType: string | null;
  /** Whether it prefers JSON to a table. */
  readonly prefersJson: boolean;
  /** Whether it rather takes a page than JSON. */
  readonly prefersPage: boolean;
  /** What every answer begins with, names and values in turns; and on which headers that depends. */
  readonly fields: readonly string[];
  readonly vary: readonly string[];
  /** What stands before an answer without errors, which others may store or not. */
  readonly forAll: Head;
  readonly forOne: Head;
}

/** Clients differ in few ways; for whoever makes up more, all is found out anew. */
const mostKinds = 1_000;
const longestKey = 2_000;

/** The headers on which those of an answer depend. */
function keyOf({ headers }: IncomingMessage): string {
  // Not as one text: a header that says "undefined" is not one that is missing.
  return JSON.stringify([
    headers.accept,
    headers['accept-language'],
    headers['accept-encoding'],
    headers.origin,
    isAnonymous({ headers }),
  ]);
}

/** The client of the last request of a connection: the next one mostly has the same headers. */
const last = Symbol('last client');

interface Found {
  readonly by: Clients;
  readonly headers: IncomingMessage['headers'];
  readonly client: Client;
}

interface Remembering extends Socket {
  [last]?: Found;
}

/** Whether two requests come from clients of one kind. */
const areAlike = ({ headers: one }: Found, { headers: other }: IncomingMessage): boolean =>
  one.accept === other.accept &&
  one['accept-language'] === other['accept-language'] &&
  one['accept-encoding'] === other['accept-encoding'] &&
  one.origin === other.origin &&
  isAnonymous({ headers: one }) === isAnonymous({ headers: other });

export class Clients {
  private readonly clients = new LRUCache<string, Client>({ max: mostKinds });
  private readonly ofEachAnswer: readonly RequestHandler[];

  /** @param hasCatalogue whether answers are in a language, and there are tables beside JSON. */
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

  /** What the middlewares write that stand before every route, onto an answer that is never sent. */
  private headersOfEachAnswer(request: IncomingMessage): { name: string; value: string }[] {
    const answer = new ServerResponse(request);
    for (const middleware of this.ofEachAnswer)
      middleware(request as Request, answer as Response, () => undefined);
    return (answer as ServerResponse & Named)
      .getRawHeaderNames()
      .map((name) => ({ name, value: String(answer.getHeader(name)) }));
  }
}

/** What the types of Node leave out: the names as they were written. */
interface Named {
  getRawHeaderNames(): string[];
}
