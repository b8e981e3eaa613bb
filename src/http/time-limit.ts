/** How long an answer may take: until a deadline, and no longer than its client waits. */
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ClientGone, TimedOut } from '../errors';
import { whenOver } from './when-over';

/**
 * A signal that ends the work for an answer.
 * @param longest milliseconds from now.
 */
export function timeLimit(response: ServerResponse, longest: number): AbortSignal {
  const controller = new AbortController();
  // Every statement that waits listens to it.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => controller.abort(new TimedOut(longest)), longest);
  whenOver(response.req, response, () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new ClientGone());
  });
  return controller.signal;
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
