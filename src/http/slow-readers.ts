/** Answers that their clients have not read yet: who takes nothing for too long is cut, and all of them take only so much memory. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Limits } from '../config';
import { isGone, isSent, whenOver } from './when-over';
import { noteRefusal } from './watch-requests';

/** How often it is looked how much they take, in milliseconds. */
const looksEvery = 1_000;

interface Waiting {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What several answers share is in memory once. */
  readonly shared: object | null;
  bytes: number;
}

/** Calls back once an answer is complete, whether its client reads it or not. */
export function whenHandedOver(response: ServerResponse, callback: () => void): void {
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  let told = false;
  response.end = (...given: unknown[]): ServerResponse => {
    const ended = end(...given);
    if (!told) {
      told = true;
      callback();
    }
    return ended;
  };
}

export class Unread {
  /** Who has waited longest comes first. */
  private readonly waiting = new Set<Waiting>();
  private bytes = 0;
  private looking: NodeJS.Timeout | undefined;

  /** @param limits how long a client may take nothing, in milliseconds, and how many bytes may wait for all clients. */
  constructor(private readonly limits: Pick<Limits, 'writeTimeout' | 'unreadBytes'>) {}

  /** Looks after each answer of an application. */
  readonly watchAll: RequestHandler = (request, response, next) => {
    whenHandedOver(response, () => this.watch(request, response));
    next();
  };

  /**
   * Looks after an answer that was handed over, until it is read.
   * @param shared what it has in common with the same answer to others.
   */
  watch(request: IncomingMessage, response: ServerResponse, shared: object | null = null): void {
    if (isSent(response) || isGone(request)) return;
    const one: Waiting = { request, response, shared, bytes: response.writableLength };
    this.waiting.add(one);
    this.bytes += one.bytes;
    // The connection tells whether anything of what waits was taken: https://nodejs.org/api/net.html#socketsettimeouttimeout-callback
    request.socket.setTimeout(this.limits.writeTimeout);
    response.on('timeout', () => this.cut(one));
    whenOver(request, response, () => this.end(one));
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

  /** Counts anew, and cuts those who have waited longest where all take too much. */
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
