/** A GraphQL request with its response on the way through the pipeline. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { ExecutionResult } from 'graphql';
import { ClientGone } from '../../errors';
import type { Cost } from '../../graphql/cost/estimate';
import { isGone } from '../on-finished';
import type { ReadSet } from '../../query/read-set';
import type { Client } from './client';
import type { ReceivedParams } from './params';

export class Exchange {
  /** Whether the outcome so far depends on `Accept`. */
  variesByAccept = false;
  /** Whether the answer is in the client's preferred language. */
  hasLanguage = false;
  /** The estimated cost to report, once it is measured. */
  cost: Cost | null = null;
  /** Records which classes the answer is read from; null if it will not be cached. */
  reads: ReadSet | null = null;
  /** The answer of the federation's engine, if it was asked. */
  federated: Promise<ExecutionResult> | null = null;

  /** @param finish reports completion synchronously (`finishSynchronously`); null if listeners do */
  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly client: Client,
    private finish: (() => void) | null,
  ) {}

  /** Called when the answer is sent or something is awaited. From then on, listeners detect the end of the request. */
  release(): void {
    this.finish?.();
    this.finish = null;
  }

  /** Passes the request on to another handler, with the parameters that were already read. */
  handOver(otherwise: () => void, params?: ReceivedParams): void {
    this.release();
    if (params) (this.request as Request).body = params;
    otherwise();
  }

  /** Awaits a promise. @throws ClientGone when the client has left meanwhile */
  async wait<T>(promise: Promise<T>): Promise<T> {
    this.release();
    const value = await promise;
    if (isGone(this.request)) throw new ClientGone();
    return value;
  }
}
