/** The first step in parts: whether a request is for a page, a table or JSON, and what it asks. */
import type { Limits } from '../../config';
import { jsonTypes } from '../accept';
import { wholeSince } from '../arrival';
import { notAcceptable } from '../errors';
import { isReading } from '../methods';
import { formatAsked, formatInAddress } from '../tables/formats';
import type { Admit } from '../trusted-documents';
import type { Exchange } from './exchange';
import type { OperationCache } from './operation-cache';
import type { ReceivedParams } from './params';
import type { PreparedRequest } from './prepared';
import { hasOtherType, isForApollo, paramsOf, textOf } from './read';

/** What is asked, as it was read. */
export interface Read {
  /** The very text, under which it is cached; null where it is not. */
  readonly text: string | null;
  readonly received: ReceivedParams;
  /** Whether only the fallback executor knows what is wrong with it. */
  readonly isForApollo: boolean;
  /** What was prepared of the same text before. */
  readonly prepared: PreparedRequest | undefined;
}

export interface ReadingOptions {
  /** Whether there is a catalogue: with tables and pages beside JSON. */
  hasCatalogue: boolean;
  limits: Limits;
  /** Lets only trusted documents pass; none where any query is served. */
  trusted: Admit | undefined;
  operations: OperationCache;
}

export class Reading {
  constructor(private readonly options: ReadingOptions) {}

  /** Whether a browser is led to the page of the endpoint. */
  isForPage(exchange: Exchange): boolean {
    const { request, client } = exchange;
    if (!this.options.hasCatalogue || !isReading(request)) return false;
    exchange.variesByAccept = true;
    return client.prefersPage && formatInAddress(request.url ?? '') === null;
  }

  /** What is asked: looked up by its very text, or read from it. @throws Refusal */
  read(exchange: Exchange, body: Buffer): Read {
    const { operations, limits, trusted, hasCatalogue } = this.options;
    const { request } = exchange;
    // From here on, the answer has its time.
    wholeSince(request);
    const text = hasOtherType(request) ? null : textOf(request, body);
    const prepared = text === null ? undefined : operations.ofText(text);
    const received = prepared?.params ?? paramsOf(request, body, limits);
    const admitted = prepared || !trusted ? received : trusted(received);
    if (hasCatalogue) exchange.variesByAccept = true;
    return { text, prepared, received: admitted, isForApollo: !prepared && isForApollo(request, admitted) };
  }

  /** Whether a table is asked for. @throws Refusal for types and formats that there are not */
  isForTable({ request, client }: Exchange, { prepared }: Read): boolean {
    // What was asked by the same text before named no format.
    if (this.options.hasCatalogue)
      return !(prepared && client.prefersJson) && formatAsked(request) !== undefined;
    if (client.jsonType === null) throw notAcceptable(request, `answers come as ${jsonTypes.join(' or ')}`);
    return false;
  }
}
