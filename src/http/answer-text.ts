/** The text of an answer with its ETag and its compressed forms, and how it is sent. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import tagOf from 'etag';
import isFresh from 'fresh';
import type { MaybePromise } from '../query/maybe-promise';
import { ownTurn } from '../query/turns';
import { compressed, worthCompressing, type Encoding } from './encoding';
import { noteBytes } from './logged';
import { isReading } from './methods';

/**
 * Bytes in the form that Node sends fastest: short ones as a latin1 string, which is joined with the headers into one chunk; those that
 * several answers share in pieces.
 */
type Bytes = Buffer | string | readonly Buffer[];

/** From this size on, joining the body with the headers costs more than sending two chunks. */
const manyBytes = 4_096;

const leastWork = (bytes: Buffer): Bytes => (bytes.length < manyBytes ? bytes.toString('latin1') : bytes);

const isInPieces = (bytes: Bytes): bytes is readonly Buffer[] => Array.isArray(bytes);

const lengthOf = (bytes: Bytes): number =>
  isInPieces(bytes) ? bytes.reduce((sum, { length }) => sum + length, 0) : bytes.length;

function end(response: ServerResponse, bytes: Bytes): void {
  if (!isInPieces(bytes)) {
    response.end(bytes, 'latin1');
    return;
  }
  for (const piece of bytes) response.write(piece);
  response.end();
}

/** ASCII text is its own UTF-8. */
const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length;

/** Number of characters that are encoded at once, in less than a millisecond. */
const pieceLength = 100_000;

/** Cuts a text into pieces without splitting surrogate pairs. */
function* piecesOf(text: string, length: number): Generator<string> {
  for (let from = 0, to; from < text.length; from = to) {
    to = from + length;
    if (isHighSurrogate(text.charCodeAt(to - 1))) to += 1;
    yield text.slice(from, to);
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** A text that may be sent many times. Its ETag and encodings are computed once. */
export class AnswerText {
  /** Its size in bytes. */
  readonly length: number;
  private readonly bytes: Bytes;
  private readonly encoded = new Map<Encoding, Bytes>();
  private tag: string | undefined;

  /** @param text the text, or its UTF-8 bytes, which may be in pieces */
  constructor(text: string | Buffer | readonly Buffer[]) {
    if (typeof text !== 'string') this.bytes = text;
    else this.bytes = text.length < manyBytes && isAscii(text) ? text : leastWork(Buffer.from(text));
    this.length = lengthOf(this.bytes);
  }

  /** Encodes a text. A long one is encoded in pieces, so that other requests are served in between. */
  static of(text: string): MaybePromise<AnswerText> {
    return text.length > pieceLength ? AnswerText.inPieces(text) : new AnswerText(text);
  }

  private static async inPieces(text: string): Promise<AnswerText> {
    const pieces: Buffer[] = [];
    for (const piece of piecesOf(text, pieceLength)) {
      await ownTurn();
      pieces.push(Buffer.from(piece));
    }
    await ownTurn();
    return new AnswerText(Buffer.concat(pieces));
  }

  private get buffer(): Buffer {
    const { bytes } = this;
    if (typeof bytes === 'string') return Buffer.from(bytes, 'latin1');
    return Buffer.isBuffer(bytes) ? bytes : Buffer.concat(bytes);
  }

  /** A weak ETag, because the same answer has different bytes when it is compressed. */
  get etag(): string {
    this.tag ??= tagOf(this.buffer, { weak: true });
    return this.tag;
  }

  /** Bytes in memory, including the compressed forms. */
  get size(): number {
    let size = this.length;
    for (const each of this.encoded.values()) size += lengthOf(each);
    return size;
  }

  /** The encoding to use: small answers are not compressed. */
  encodingFor(preferred: Encoding | null): Encoding | null {
    return this.length < worthCompressing ? null : preferred;
  }

  /** Its bytes in an encoding, synchronously if they were computed before. */
  in(encoding: Encoding | null): Bytes | Promise<Bytes> {
    if (encoding === null) return this.bytes;
    return this.encoded.get(encoding) ?? this.encode(encoding);
  }

  private async encode(encoding: Encoding): Promise<Bytes> {
    const pieces = await compressed(isInPieces(this.bytes) ? this.bytes : [this.buffer], encoding);
    // Copied, because zlib may return slices of larger buffers.
    const bytes = leastWork(Buffer.concat(pieces));
    this.encoded.set(encoding, bytes);
    return bytes;
  }
}

/** The head of an answer without the headers that depend on its text. */
export interface Head {
  readonly status: number;
  /** Alternating names and values. Headers already set on the response are sent as well. */
  readonly fields: readonly string[];
  /** The headers for an answer without body, such as 304. */
  readonly fieldsWithoutText: readonly string[];
  /** Whether the answer always has an ETag. By default only GET and HEAD get one, because computing it costs more than a small answer. */
  readonly isTagged?: true;
}

/**
 * Sends an answer, or 304 if the client's copy is current.
 * @param preferred the encoding that the client prefers
 * @param own further headers of this answer: alternating names and values
 */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  head: Head,
  answer: AnswerText,
  preferred: Encoding | null,
  own: readonly string[],
): void | Promise<void> {
  const ofThis = isReading(request) || head.isTagged ? [...own, 'ETag', answer.etag] : own;
  if (isUnchanged(request, head, answer)) {
    response.writeHead(304, head.fieldsWithoutText.concat(ofThis)).end();
    return;
  }
  const encoding = answer.encodingFor(preferred);
  const send = (bytes: Bytes): void => {
    const length = lengthOf(bytes);
    const ofBytes = ['Content-Length', String(length)];
    if (encoding !== null) ofBytes.push('Content-Encoding', encoding);
    response.writeHead(head.status, head.fields.concat(ofThis, ofBytes));
    end(response, bytes);
    if (request.method !== 'HEAD') noteBytes(response, length);
  };
  const bytes = answer.in(encoding);
  if (bytes instanceof Promise) return bytes.then(send);
  send(bytes);
}

/** As in express, `If-None-Match` applies to GET and HEAD only. */
const isUnchanged = (request: IncomingMessage, { status }: Head, answer: AnswerText): boolean =>
  isReading(request) &&
  status === 200 &&
  request.headers['if-none-match'] !== undefined &&
  isFresh(request.headers, { etag: answer.etag });
