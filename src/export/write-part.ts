/** Writes parts of a document, one at a time. Several writers may write parts of the same document at the same time, also in other threads. */
import type { Source } from '../query/source';
import { bodyOf, isLong } from '../rdf/formats/streamed';
import { quadsOf, type ExportRequest, type RefusedRecord } from './part-quads';
import type { Part } from './parts';

/** A part as it was written. It holds no functions, so it can be sent to another thread. */
export interface WrittenPart {
  /** What stands before it, if it is the whole document. */
  readonly head: string;
  /** Its text in UTF-8. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  readonly records: number;
  readonly statements: number;
  /** The records that the profile refuses. */
  readonly refused: readonly RefusedRecord[];
  /** The statements that no document can state, with the reasons. */
  readonly unwritable: readonly string[];
}

export type WritePart = (part: Part) => Promise<WrittenPart>;

const utf8 = new TextEncoder();

/** Writes parts in this thread. */
export const partWriter =
  (source: Source, request: ExportRequest): WritePart =>
  async (part) => {
    const encoder = request.format.open();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const refused: RefusedRecord[] = [];
    const unwritable: string[] = [];
    let [records, statements, long] = [0, 0, false];
    const quads = quadsOf(source, part, request, {
      onBatch: (some, stated) => {
        records += some;
        statements += stated;
      },
      onRefused: (record) => refused.push(record),
    });
    for await (const piece of bodyOf(encoder, quads, ({ message }) => unwritable.push(message))) {
      long ||= isLong(piece);
      pieces.push(utf8.encode(piece));
    }
    const head = encoder.head(long);
    return { head, pieces, records, statements: statements - unwritable.length, refused, unwritable };
  };
