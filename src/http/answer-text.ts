/** The text of an answer, as it is sent: its bytes, its tag, and what it is in each encoding. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import tagOf from 'etag';
import isFresh from 'fresh';
import type { MaybePromise } from '../query/plan/maybe-promise';
import { ownTurn } from '../query/turns';
import { compressed, worthCompressing, type Encoding } from './encoding';
import { noteBytes } from './logged';
import { isReading } from './methods';

/** Bytes as Node sends them with the least work: few as a text with one byte in each character, in one piece with the head. */
type Bytes = Buffer | string;

/** From so many bytes on, joining them with the head costs more than sending them beside it. */
const manyBytes = 4_096;

const leastWork = (bytes: Buffer): Bytes => (bytes.length < manyBytes ? bytes.toString('latin1') : bytes);

/** Letters of ASCII are their own bytes. */
const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length;

/** How many characters become bytes in one piece: less than a millisecond. */
const pieceLength = 100_000;

/** Cuts a text; a pair of surrogates stays together. */
function* piecesOf(text: string, length: number): Generator<string> {
  for (let from = 0, to; from < text.length; from = to) {
    to = from + length;
    if (isHighSurrogate(text.charCodeAt(to - 1))) to += 1;
    yield text.slice(from, to);
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** A text that may be sent many times; what is computed of it is kept with it. */
export class AnswerText {
  /** How many bytes it has. */
  readonly length: number;
  private readonly bytes: Bytes;
  private readonly encoded = new Map<Encoding, Bytes>();
  private tag: string | undefined;

  /** @param text what it says, or the bytes of that in UTF-8. */
  constructor(text: string | Buffer) {
    if (typeof text !== 'string') this.bytes = text;
    else this.bytes = text.length < manyBytes && isAscii(text) ? text : leastWork(Buffer.from(text));
    this.length = this.bytes.length;
  }

  /** Of a text of any length: the bytes of a long one are made in pieces, with other requests between them. */
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
    return typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  }

  /** Names what is said, whatever the encoding: it is weak, as a compressed body has other bytes. */
  get etag(): string {
    this.tag ??= tagOf(this.buffer, { weak: true });
    return this.tag;
  }

  /** Bytes that it takes in memory, with its encodings. */
  get size(): number {
    let size = this.length;
    for (const each of this.encoded.values()) size += each.length;
    return size;
  }

  /** The encoding that is used where a client prefers one. */
  encodingFor(preferred: Encoding | null): Encoding | null {
    return this.length < worthCompressing ? null : preferred;
  }

  /** Its bytes in an encoding, at once where they are known. */
  in(encoding: Encoding | null): Bytes | Promise<Bytes> {
    if (encoding === null) return this.bytes;
    return this.encoded.get(encoding) ?? this.encode(encoding);
  }

  private async encode(encoding: Encoding): Promise<Bytes> {
    // A copy, as what compresses hands out a part of something larger.
    const bytes = leastWork(Buffer.from(await compressed(this.buffer, encoding)));
    this.encoded.set(encoding, bytes);
    return bytes;
  }
}

/** What stands before the text of an answer, but for what depends on the text. */
export interface Head {
  readonly status: number;
  /** Names and values in turns; what is set on the response stands beside them. */
  readonly fields: readonly string[];
  /** The same for an answer without a text. */
  readonly fieldsWithoutText: readonly string[];
  /** Whether it has a tag whatever the method. A tag counts for reading only; it costs more than a small answer does. */
  readonly isTagged?: true;
}

/**
 * Sends an answer in an encoding; to a client that has it already, only that it has not changed.
 * @param preferred the encoding that the client prefers.
 * @param own further headers of this answer, names and values in turns.
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
    const ofBytes = ['Content-Length', String(bytes.length)];
    if (encoding !== null) ofBytes.push('Content-Encoding', encoding);
    response.writeHead(head.status, head.fields.concat(ofThis, ofBytes)).end(bytes, 'latin1');
    if (request.method !== 'HEAD') noteBytes(response, bytes.length);
  };
  const bytes = answer.in(encoding);
  if (bytes instanceof Promise) return bytes.then(send);
  send(bytes);
}

/** The condition of `If-None-Match` is one for reading, as express has it. */
const isUnchanged = (request: IncomingMessage, { status }: Head, answer: AnswerText): boolean =>
  isReading(request) &&
  status === 200 &&
  request.headers['if-none-match'] !== undefined &&
  isFresh(request.headers, { etag: answer.etag });
