/** The text of an answer, as it is sent: its bytes, its tag, and what it is in each encoding. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import tagOf from 'etag';
import isFresh from 'fresh';
import { compressed, worthCompressing, type Encoding } from './encoding';

/** A text that may be sent many times; what is computed of it is kept with it. */
export class AnswerText {
  /** How many bytes it has. */
  readonly length: number;
  /** Its bytes, one in each character, once they are needed: Node writes these with the least work. */
  private encodedBytes: string | null = null;
  private wasSent = false;
  private readonly encoded = new Map<Encoding, string>();
  private tag: string | undefined;

  constructor(private text: string) {
    this.length = Buffer.byteLength(text);
  }

  /** Ends a response with it, head and text in one piece. Most texts are sent once, and need not be encoded before. */
  end(response: ServerResponse): void {
    if (this.wasSent || this.encodedBytes !== null) response.end(this.bytes, 'latin1');
    else response.end(this.text, 'utf8');
    this.wasSent = true;
  }

  private get bytes(): string {
    if (this.encodedBytes !== null) return this.encodedBytes;
    this.encodedBytes = Buffer.from(this.text).toString('latin1');
    this.text = '';
    return this.encodedBytes;
  }

  /** Names what is said, whatever the encoding: it is weak, as a compressed body has other bytes. */
  get etag(): string {
    this.tag ??= tagOf(Buffer.from(this.bytes, 'latin1'), { weak: true });
    return this.tag;
  }

  /** Bytes that it takes in memory, with its encodings. */
  get size(): number {
    // A text with letters beyond Latin-1 takes twice as much before it is encoded.
    let size = this.encodedBytes === null ? 2 * this.length : this.length;
    for (const each of this.encoded.values()) size += each.length;
    return size;
  }

  /** The encoding that is used where a client prefers one. */
  encodingFor(preferred: Encoding | null): Encoding | null {
    return this.length < worthCompressing ? null : preferred;
  }

  /** Its bytes in an encoding, at once where they are known. */
  in(encoding: Encoding): string | Promise<string> {
    return this.encoded.get(encoding) ?? this.encode(encoding);
  }

  private async encode(encoding: Encoding): Promise<string> {
    const bytes = await compressed(Buffer.from(this.bytes, 'latin1'), encoding);
    const text = bytes.toString('latin1');
    this.encoded.set(encoding, text);
    return text;
  }
}

/** What stands before the text of an answer, but for what depends on the text. */
export interface Head {
  readonly status: number;
  /** Names and values in turns; what is set on the response stands beside them. */
  readonly fields: readonly string[];
  /** The same for an answer without a text. */
  readonly fieldsWithoutText: readonly string[];
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
  own: readonly string[] = [],
): void | Promise<void> {
  // A tag counts for reading only; it costs more than a small answer does.
  const tagged = request.method === 'GET' ? [...own, 'ETag', answer.etag] : [...own];
  if (isUnchanged(request, head, answer)) {
    response.removeHeader('Content-Type');
    response.writeHead(304, [...head.fieldsWithoutText, ...tagged]).end();
    return;
  }
  const encoding = answer.encodingFor(preferred);
  if (encoding === null) {
    tagged.push('Content-Length', String(answer.length));
    answer.end(response.writeHead(head.status, [...head.fields, ...tagged]));
    return;
  }
  const send = (bytes: string): void => {
    tagged.push('Content-Length', String(bytes.length), 'Content-Encoding', encoding);
    response.writeHead(head.status, [...head.fields, ...tagged]).end(bytes, 'latin1');
  };
  const bytes = answer.in(encoding);
  if (typeof bytes !== 'string') return bytes.then(send);
  send(bytes);
}

/** The condition of `If-None-Match` is one for reading: it counts for GET, as express has it. */
const isUnchanged = ({ method, headers }: IncomingMessage, { status }: Head, answer: AnswerText): boolean =>
  method === 'GET' &&
  status === 200 &&
  headers['if-none-match'] !== undefined &&
  isFresh(headers, { etag: answer.etag });
