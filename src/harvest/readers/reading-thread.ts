/** Reads streams in a thread of their own, so that reading and writing go on at the same time, and a server answers meanwhile. */
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Registry } from '../../resource/registry';
import type { SourceDocument } from '../document';
import type { Finding } from '../finding';
import { isRecord } from '../reader';
import { recordIn, textOf } from '../record-text';
import { partsOfStream, type ReadStream } from './rdf-stream';

/** What the thread is to read. */
export interface ThreadWork {
  readonly document: Omit<SourceDocument, 'bytes' | 'stream'>;
  readonly persons: boolean;
}

/** From the thread: records as texts, findings, or that it takes one more piece of the document. */
type ThreadMessage =
  | { readonly texts: readonly string[]; readonly findings: readonly Finding[] }
  | { readonly wants: 'piece' }
  | { readonly ended: true };

/** To the thread: a piece, or null after the last one. */
type Piece = Uint8Array | null;

/** Pieces that wait in the thread. */
const piecesAhead = 3;
/** Records in a message. */
const recordsAtOnce = 500;

/** @param open starts a thread that calls `readInThread` */
export const readingInThread = (open: (work: ThreadWork) => Worker): ReadStream =>
  async function* (document, stream, { source }) {
    const { bytes: _, stream: __, ...known } = document;
    const worker = open({ document: known, persons: source.persons });
    const pieces = stream[Symbol.asyncIterator]();
    const mailbox = new Mailbox<ThreadMessage>(worker);
    try {
      for (;;) {
        const message = await mailbox.next();
        if ('ended' in message) return;
        if ('wants' in message) {
          const piece = await pieces.next();
          worker.postMessage(piece.done ? null : piece.value);
          continue;
        }
        yield* message.findings;
        for (const text of message.texts) yield { ...recordIn(text, document), text };
      }
    } finally {
      await pieces.return?.();
      await worker.terminate();
    }
  };

/** The work of the thread. */
export async function readInThread(
  port: MessagePort,
  { document, persons }: ThreadWork,
  registry: Registry,
): Promise<void> {
  const send = (message: ThreadMessage) => port.postMessage(message);
  const mailbox = new Mailbox<Piece>(port);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let requested = 0; requested < piecesAhead; requested += 1) send({ wants: 'piece' });
    for (let piece = await mailbox.next(); piece; piece = await mailbox.next()) {
      yield piece;
      send({ wants: 'piece' });
    }
  }
  let texts: string[] = [];
  let findings: Finding[] = [];
  const flush = () => {
    send({ texts, findings });
    [texts, findings] = [[], []];
  };
  const whole = { ...document, bytes: new Uint8Array() };
  for await (const part of partsOfStream(whole, pieces(), { registry, source: { persons } })) {
    if (!isRecord(part)) {
      // What is said of a record comes before it.
      if (texts.length > 0) flush();
      findings.push(part);
      continue;
    }
    if (texts.push(part.text ?? textOf(part)) >= recordsAtOnce) flush();
  }
  flush();
  send({ ended: true });
}

/** Messages in their order; those that come before they are asked for wait. */
class Mailbox<T> {
  private readonly messages: T[] = [];
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  constructor(port: Worker | MessagePort) {
    const arrived = () => this.wake?.();
    port.on('message', (message: T) => {
      this.messages.push(message);
      arrived();
    });
    port.on('error', (error: Error) => {
      this.failure = error;
      arrived();
    });
    port.on('exit', () => {
      this.failure ??= new Error('The thread that reads has ended.');
      arrived();
    });
  }

  async next(): Promise<T> {
    while (this.messages.length === 0) {
      if (this.failure !== null) throw this.failure;
      await new Promise<void>((wake) => (this.wake = wake));
    }
    return this.messages.shift() as T;
  }
}
