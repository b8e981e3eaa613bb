/** Reads request bodies: synchronously if the body arrived together with the headers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { raw, type Request, type RequestHandler, type Response } from 'express';
import type { Limits } from '../../config';
import { ClientGone } from '../../errors';

const empty = Buffer.alloc(0);

const hasBody = ({ headers }: IncomingMessage): boolean =>
  (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined;

export class BodyReader {
  private readonly parser: RequestHandler;

  constructor(private readonly limits: Pick<Limits, 'bodyBytes'>) {
    this.parser = raw({ limit: limits.bodyBytes, type: () => true });
  }

  /** A body that has arrived completely, or an empty buffer if there is none. Null if it must be awaited. */
  atHand(request: IncomingMessage): Buffer | null {
    if (!hasBody(request)) return empty;
    const length = this.plainLength(request);
    return length !== null && request.readableLength === length ? (request.read() as Buffer) : null;
  }

  /** Reads a body as it arrives. @throws ClientGone, or the body parser's error for one that is too large or wrongly encoded */
  later(request: IncomingMessage, response: ServerResponse): Promise<Buffer> {
    const length = this.plainLength(request);
    return length === null ? this.parsed(request, response) : plainBody(request, length);
  }

  /** The length of an uncompressed, unchunked body within the limit; otherwise null. */
  private plainLength({ headers }: IncomingMessage): number | null {
    if (headers['content-encoding'] !== undefined || headers['transfer-encoding'] !== undefined) return null;
    const length = Number(headers['content-length']);
    return length <= this.limits.bodyBytes ? length : null;
  }

  private parsed(request: IncomingMessage, response: ServerResponse): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      void this.parser(request as Request, response as Response, (error?: unknown) => {
        if (error instanceof Error) reject(error);
        else
          resolve(Buffer.isBuffer((request as Request).body) ? ((request as Request).body as Buffer) : empty);
      });
    });
  }
}

function plainBody(request: IncomingMessage, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let read = 0;
    const end = (): void => {
      request.off('readable', readable);
      request.off('close', gone);
    };
    const gone = (): void => {
      end();
      reject(new ClientGone());
    };
    const readable = (): void => {
      for (let chunk = next(request); chunk; chunk = next(request)) {
        chunks.push(chunk);
        read += chunk.length;
      }
      if (read < length) return;
      end();
      resolve(Buffer.concat(chunks));
    };
    request.on('readable', readable);
    request.on('close', gone);
    readable();
  });
}

const next = (request: IncomingMessage): Buffer | null => request.read() as Buffer | null;
