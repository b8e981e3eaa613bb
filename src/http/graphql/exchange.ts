/** One GraphQL request on its way to an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import { ClientGone } from '../../errors';
import type { Cost } from '../../graphql/cost/estimate';
import { isGone } from '../when-over';
import type { Client } from './client';
import type { ReceivedParams } from './params';

export class Exchange {
  /** Whether another `Accept` would have got another answer, as far as the request has come. */
  variesByAccept = false;
  /** Whether the answer is in the language that the client prefers. */
  hasLanguage = false;
  /** What is said to have been estimated, once it was. */
  cost: Cost | null = null;

  /** @param finish tells those who count the request that it is over, as far as that can be told at once; null where they listen for it. */
  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly client: Client,
    private finish: (() => void) | null,
  ) {}

  /** The answer is sent, or something is waited for: from now on, those who count the request listen for its end. */
  release(): void {
    this.finish?.();
    this.finish = null;
  }

  /** Has another answer the request; it finds what was read of it. */
  handOver(otherwise: () => void, params?: ReceivedParams): void {
    this.release();
    if (params) (this.request as Request).body = params;
    otherwise();
  }

  /** Waits for what is not at hand. @throws ClientGone where nobody waits for the answer any more */
  async wait<T>(promise: Promise<T>): Promise<T> {
    this.release();
    const value = await promise;
    if (isGone(this.request)) throw new ClientGone();
    return value;
  }
}
