/** The time limit of an answer: its deadline, or the moment its client leaves. */
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ClientGone, TimedOut } from '../errors';
import type { Cancellation } from '../query/cancellation';
import { wholeSince } from './arrival';
import { isGone, onFinished } from './on-finished';

/** Cancels the work for an answer when its deadline has passed or its client is gone. */
export class TimeLimit implements Cancellation {
  private readonly until: number;
  private controller: AbortController | undefined;
  private ended: Error | null = null;

  /** @param longest milliseconds since the request arrived, including time spent waiting or on another executor */
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
    // Each waiting statement adds a listener.
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
    // The response may end only after the work, so the client's leaving is detected on the socket.
    const gone = (): void => end(new ClientGone());
    const timer = setTimeout(
      () => end(new TimedOut(this.longest)),
      Math.max(1, this.until - performance.now()),
    );
    socket.on('close', gone);
    onFinished(response.req, response, () => {
      clearTimeout(timer);
      socket.off('close', gone);
      if (!response.writableFinished && isGone(response.req)) gone();
    });
    return controller;
  }
}

/**
 * A signal for a part of some longer work. It aborts with the whole, or when the part exceeds its own limit.
 * @param longest milliseconds from now
 * @returns the signal, and a function to call when the part is done
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
