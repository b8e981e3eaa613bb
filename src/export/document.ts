/** A document of parts that are written at the same time, in the order of the parts. */
import type { RdfFormat } from '../rdf/formats/format';
import type { Part } from './parts';
import type { WritePart, WrittenPart } from './write-part';

/** What is told of a part when its text leaves. */
export type PartReport = Omit<WrittenPart, 'head' | 'pieces'>;

/**
 * The pieces of a document. It is the same however many writers there are.
 * @param writers of which each writes one part at a time
 */
export async function* documentOfParts(
  format: RdfFormat,
  parts: readonly Part[],
  writers: readonly WritePart[],
  onPart: (report: PartReport) => void,
): AsyncGenerator<Uint8Array | string> {
  const encoder = format.open();
  let isBegun = false;
  for await (const { head: own, pieces, ...report } of written(parts, writers)) {
    onPart(report);
    if (pieces.length === 0) continue;
    if (isBegun) yield encoder.between;
    else yield parts.length === 1 ? own : encoder.head(true);
    isBegun = true;
    yield* pieces;
  }
  yield isBegun ? encoder.tail : encoder.head(false) + encoder.tail;
}

/** The parts in their order. Who is ahead waits until parts are wanted, so that few are held. */
async function* written(parts: readonly Part[], writers: readonly WritePart[]): AsyncGenerator<WrittenPart> {
  const write = sharedBy(writers);
  const ahead: Promise<WrittenPart>[] = [];
  for (const part of parts) {
    const one = write(part);
    // It is awaited below; until then, nobody else would handle its error.
    one.catch(() => undefined);
    ahead.push(one);
    const first = ahead.length <= writers.length ? undefined : ahead.shift();
    if (first) yield await first;
  }
  for (const one of ahead) yield await one;
}

/** Hands each part to the next writer that is free. */
function sharedBy(writers: readonly WritePart[]): WritePart {
  const free = [...writers];
  const waiting: ((writer: WritePart) => void)[] = [];
  return async (part) => {
    const writer = free.pop() ?? (await new Promise<WritePart>((resolve) => waiting.push(resolve)));
    try {
      return await writer(part);
    } finally {
      const next = waiting.shift();
      if (next) next(writer);
      else free.push(writer);
    }
  };
}
