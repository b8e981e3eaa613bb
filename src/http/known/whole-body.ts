/** The body of a request that arrives in one piece; it is put back where somebody else may have to read it. */
import type { IncomingMessage } from 'node:http';
import { atEndOfTurn } from '../../query/end-of-turn';

/** A body that was read. */
export class WholeBody {
  private isBack = false;

  constructor(
    private readonly request: IncomingMessage,
    readonly bytes: Buffer,
  ) {}

  /** Whoever reads the request next finds it untouched. It must be put back before anything is waited for, as the request ends otherwise. */
  putBack(): void {
    if (this.isBack) return;
    this.isBack = true;
    this.request.unshift(this.bytes);
  }

  /** Nobody reads this request any more. */
  letGo(): void {
    if (this.isBack) this.request.resume();
  }
}

/**
 * Hands on the body once it is there; null, with whatever there is still to be read, where it comes piece by piece or its client has gone.
 * @param later is called where the body did not come with the head.
 */
export function wholeBody(
  request: IncomingMessage,
  length: number,
  later: () => void,
  then: (body: WholeBody | null) => void,
): void {
  // Small bodies mostly come with their head, and are there by then.
  atEndOfTurn(() => {
    if (request.readableLength > 0 || request.complete) {
      then(readableIn(request, length));
      return;
    }
    later();
    const arrived = (): void => {
      request.off('readable', arrived);
      request.off('close', arrived);
      then(readableIn(request, length));
    };
    request.on('readable', arrived);
    request.on('close', arrived);
  });
}

function readableIn(request: IncomingMessage, length: number): WholeBody | null {
  const bytes = request.read() as Buffer | null;
  if (bytes === null) return null;
  const body = new WholeBody(request, bytes);
  if (bytes.length === length) return body;
  body.putBack();
  return null;
}
