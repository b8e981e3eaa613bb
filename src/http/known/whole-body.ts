/** Reads the body of a request that arrives in one piece, and puts it back where somebody else is to read it. */
import type { IncomingMessage } from 'node:http';

/**
 * Hands on the body once it is there; null where it comes piece by piece, or its client has gone.
 * What was read stays readable: whoever reads the request next finds it untouched, unless it is drained.
 */
export function wholeBody(
  request: IncomingMessage,
  length: number,
  then: (body: Buffer | null) => void,
): void {
  // Small bodies mostly come with their head, and are there once Node has parsed the packet.
  process.nextTick(() => {
    if (request.readableLength > 0 || request.complete) {
      then(readableIn(request, length));
      return;
    }
    const arrived = (): void => {
      request.off('readable', arrived);
      request.off('close', arrived);
      then(readableIn(request, length));
    };
    request.on('readable', arrived);
    request.on('close', arrived);
  });
}

function readableIn(request: IncomingMessage, length: number): Buffer | null {
  const body = request.read() as Buffer | null;
  if (body === null) return null;
  request.unshift(body);
  return body.length === length ? body : null;
}

/** Lets go of what is still readable: nobody reads this request any more. */
export const letGo = (request: IncomingMessage): void => void request.resume();
