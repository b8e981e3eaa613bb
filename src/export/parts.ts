/** The parts of an export: so many records that it is worth while to write them apart, and few enough that the text of one fits into memory. */
import type { KeySpan } from '../query/records';
import type { Reader } from '../query/sql';
import { countNext } from '../query/whole/walk';
import type { Description } from '../resource/description';

/** Records of one class. */
export interface Segment {
  readonly description: Description;
  readonly span: KeySpan;
}

/** Records that are written together. Where records refer to something that is described with them, it is described once in a part. */
export interface Part {
  readonly segments: readonly Segment[];
  readonly records: number;
}

const mostRecords = 5_000;

/** Cuts all records of some classes into parts, in the order of the classes and of their keys. They do not depend on who writes them. */
export async function partsOf(
  reader: Reader,
  classes: readonly Description[],
  most = mostRecords,
): Promise<Part[]> {
  const parts: Part[] = [];
  let [segments, records]: [Segment[], number] = [[], 0];
  const end = () => {
    if (segments.length > 0) parts.push({ segments, records });
    [segments, records] = [[], 0];
  };
  for (const description of classes) {
    for (let after: string | null = null; ;) {
      const limit: number = most - records;
      const next: { count: number; last: string } | null = await countNext(reader, description, {
        most: limit,
        after,
      });
      if (!next) break;
      const isLast = next.count < limit;
      segments.push({ description, span: { after, upTo: isLast ? null : next.last } });
      records += next.count;
      after = next.last;
      if (isLast) break;
      end();
    }
  }
  end();
  return parts;
}
