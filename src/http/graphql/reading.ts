/** The parts of the first step: whether a page, a table or JSON is requested, and what the query is. */
import type { Limits } from '../../config';
import { jsonTypes } from '../accept';
import { wholeSince } from '../arrival';
import { notAcceptable } from '../errors';
import { isReading } from '../methods';
import { requestedFormat, formatInAddress } from '../tables/formats';
import type { Admit } from '../trusted-documents';
import type { Exchange } from './exchange';
import type { OperationCache } from './operation-cache';
import type { ReceivedParams } from './params';
import type { PreparedRequest } from './prepared';
import { hasOtherType, isForApollo, paramsOf, textOf } from './read';

/** A request that was read. */
export interface Read {
  /** Its text as cache key; null if it cannot be cached. */
  readonly text: string | null;
  readonly received: ReceivedParams;
  /** Whether only the fallback executor can report what is wrong with it. */
  readonly isForApollo: boolean;
  /** The cached request with the same text. */
  readonly prepared: PreparedRequest | undefined;
}

export interface ReadingOptions {
  /** Whether there is a catalogue, so that tables and pages are offered. */
  hasCatalogue: boolean;
  limits: Limits;
  /** Admits only trusted documents; undefined if any query is answered. */
  trusted: Admit | undefined;
  operations: OperationCache;
}

export class Reading {
  constructor(private readonly options: ReadingOptions) {}

  /** Whether a browser navigates to the endpoint and gets a page. */
  isForPage(exchange: Exchange): boolean {
    const { request, client } = exchange;
    if (!this.options.hasCatalogue || !isReading(request)) return false;
    exchange.variesByAccept = true;
    return client.prefersPage && formatInAddress(request.url ?? '') === null;
  }

  /** Finds the request by its text, or parses it. @throws Refusal */
  read(exchange: Exchange, body: Buffer): Read {
    const { operations, limits, trusted, hasCatalogue } = this.options;
    const { request } = exchange;
    // The deadline counts from now.
    wholeSince(request);
    const text = hasOtherType(request) ? null : textOf(request, body);
    const prepared = text === null ? undefined : operations.ofText(text);
    const received = prepared?.params ?? paramsOf(request, body, limits);
    const admitted = prepared || !trusted ? received : trusted(received);
    if (hasCatalogue) exchange.variesByAccept = true;
    return { text, prepared, received: admitted, isForApollo: !prepared && isForApollo(request, admitted) };
  }

  /** Whether a table is requested. @throws Refusal for unsupported types and formats */
  isForTable({ request, client }: Exchange, { prepared }: Read): boolean {
    // A cached text contains no `format` parameter.
    if (this.options.hasCatalogue)
      return !(prepared && client.prefersJson) && requestedFormat(request) !== undefined;
    if (client.jsonType === null) throw notAcceptable(request, `answers come as ${jsonTypes.join(' or ')}`);
    return false;
  }
}
