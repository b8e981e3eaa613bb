/** Ends tables that take too long, or whose client stops reading. */
import { setMaxListeners } from 'node:events';
import type { Response } from 'express';
import { ClientGone } from '../../errors';
import { onFinished } from '../on-finished';
import { BrokenOff } from './failures';
import { counted } from '../../words';

export interface LifetimeLimits {
  /** How long the client may read nothing, in milliseconds. */
  stall: number;
  /** How long the whole table may take, in milliseconds. */
  longest: number;
}

/** A signal that aborts the writing of a table. */
export function lifetime(response: Response, { stall, longest }: LifetimeLimits): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const end = (reason: string): void => controller.abort(new BrokenOff(reason));
  const tooLong = setTimeout(
    end,
    longest,
    `The table took longer than ${counted(longest / 1000, 'second')}.`,
  );
  let taken = -1;
  const watch = setInterval(() => {
    const { socket } = response;
    const waits = (socket?.writableLength ?? 0) > 0;
    if (waits && socket?.bytesWritten === taken) end('The client has stopped reading.');
    taken = socket?.bytesWritten ?? -1;
  }, stall);
  onFinished(response.req, response, () => {
    clearTimeout(tooLong);
    clearInterval(watch);
    if (!response.writableFinished) controller.abort(new ClientGone());
  });
  return controller.signal;
}
