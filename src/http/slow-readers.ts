/**
 * Limits answers that clients have not read yet: a client that reads nothing for too long is disconnected, and all unread answers
 * together may take a limited amount of memory.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Limits } from '../config';
import { isGone, isSent, onFinished } from './on-finished';
import { noteRefusal } from './watch-requests';

/** Interval of the check, in milliseconds. */
const looksEvery = 1_000;

interface Waiting {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Data shared by several answers, which are counted once. */
  readonly shared: object | null;
  bytes: number;
}

/** Calls back once an answer is complete, even if the client has not read it. */
export function whenHandedOver(response: ServerResponse, callback: () => void): void {
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  let isReported = false;
  response.end = (...given: unknown[]): ServerResponse => {
    const ended = end(...given);
    if (!isReported) {
      isReported = true;
      callback();
    }
    return ended;
  };
}

export class Unread {
  /** In the order of waiting, longest first. */
  private readonly waiting = new Set<Waiting>();
  private bytes = 0;
  private looking: NodeJS.Timeout | undefined;

  /** @param limits the timeout in milliseconds for a client that reads nothing, and the maximum bytes of all unread answers */
  constructor(private readonly limits: Pick<Limits, 'writeTimeout' | 'unreadBytes'>) {}

  /** Middleware that watches each answer. */
  readonly watchAll: RequestHandler = (request, response, next) => {
    whenHandedOver(response, () => this.watch(request, response));
    next();
  };

  /**
   * Watches a complete answer until it is read.
   * @param shared data that it shares with the same answer to others
   */
  watch(request: IncomingMessage, response: ServerResponse, shared: object | null = null): void {
    if (isSent(response) || isGone(request)) return;
    const one: Waiting = { request, response, shared, bytes: response.writableLength };
    this.waiting.add(one);
    this.bytes += one.bytes;
    // The socket's timeout is reset whenever the client reads something: https://nodejs.org/api/net.html#socketsettimeouttimeout-callback
    request.socket.setTimeout(this.limits.writeTimeout);
    response.on('timeout', () => this.cut(one));
    onFinished(request, response, () => this.end(one));
    this.looking ??= setInterval(() => this.look(), looksEvery).unref();
    if (this.bytes > this.limits.unreadBytes) this.look();
  }

  private end(one: Waiting): void {
    if (!this.waiting.delete(one)) return;
    this.bytes -= one.bytes;
    if (this.waiting.size > 0) return;
    this.bytes = 0;
    clearInterval(this.looking);
    this.looking = undefined;
  }

  /** Updates the total, and disconnects the longest waiting clients if it is too large. */
  private look(): void {
    const seen = new Set<object>();
    this.bytes = 0;
    for (const one of this.waiting) {
      one.bytes = one.shared && seen.has(one.shared) ? 0 : one.response.writableLength;
      if (one.shared) seen.add(one.shared);
      this.bytes += one.bytes;
    }
    for (const one of this.waiting) {
      if (this.bytes <= this.limits.unreadBytes) return;
      this.cut(one);
    }
  }

  private cut(one: Waiting): void {
    noteRefusal(one.response, 'NOT_READ');
    this.end(one);
    one.request.socket.destroy();
  }
}
