/** How long an answer may take: until a deadline, and no longer than its client waits. */
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ClientGone, TimedOut } from '../errors';
import type { Cancellation } from '../query/cancellation';
import { wholeSince } from './arrival';
import { isGone, whenOver } from './when-over';

/** The end of the work for an answer: when it has had its time, or its client is gone. */
export class TimeLimit implements Cancellation {
  private readonly until: number;
  private controller: AbortController | undefined;
  private ended: Error | null = null;

  /** @param longest milliseconds since the request was there: whatever was tried or waited for before counts. */
  constructor(
    private readonly response: ServerResponse,
    private readonly longest: number,
  ) {
    this.until = wholeSince(response.req) + longest;
  }

  get reason(): Error | null {
    if (this.ended) return this.ended;
    if (isGone(this.response.req)) this.ended = new ClientGone();
    else if (performance.now() >= this.until) this.ended = new TimedOut(this.longest);
    return this.ended;
  }

  get signal(): AbortSignal {
    return (this.controller ??= this.telling()).signal;
  }

  private telling(): AbortController {
    const controller = new AbortController();
    // Every statement that waits listens to it.
    setMaxListeners(0, controller.signal);
    const end = (reason: Error): void => {
      this.ended ??= reason;
      controller.abort(this.ended);
    };
    const { reason, response } = this;
    if (reason) {
      end(reason);
      return controller;
    }
    const { socket } = response.req;
    // Whoever sends the answer may tell its end only after the work; the client may go before.
    const gone = (): void => end(new ClientGone());
    const timer = setTimeout(
      () => end(new TimedOut(this.longest)),
      Math.max(1, this.until - performance.now()),
    );
    socket.on('close', gone);
    whenOver(response.req, response, () => {
      clearTimeout(timer);
      socket.off('close', gone);
      if (!response.writableFinished && isGone(response.req)) gone();
    });
    return controller;
  }
}

/**
 * A signal for one part of a longer work: it ends with the whole, or when the part has had its time.
 * @param longest milliseconds from now.
 * @returns the signal, and what is called when the part is done.
 */
export function partOf(whole: AbortSignal, longest: number): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const end = (): void => controller.abort(whole.reason);
  if (whole.aborted) end();
  whole.addEventListener('abort', end);
  const timer = setTimeout(() => controller.abort(new TimedOut(longest)), longest);
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer);
      whole.removeEventListener('abort', end);
    },
  };
}
