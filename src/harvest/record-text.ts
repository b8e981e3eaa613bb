/** A record as a text: to be set aside while others are read, and to be handed from one thread to another. */
import { HarvestedDocument } from '../intake/statement-mapping';
import {
  Mention,
  type HarvestedFrom,
  type HarvestedRecord,
  type Mentioned,
  type Place,
} from './harvested-record';

/** What stands for an object of a class. No field of a record is called so. */
const mentionMark = '@mention';
const documentMark = '@document';

type Marked = Readonly<Record<string, unknown>>;

/** Of a record whose parts all stand at one place, as those of a stream do. */
export function textOf(record: HarvestedRecord): string {
  const { type, iri, knownAs, data, concluded, beside, broken = false } = record;
  const { document, line, column } = record.at([]);
  return JSON.stringify([
    type,
    iri,
    knownAs,
    marked(data),
    concluded,
    beside,
    broken,
    [document, line, column],
  ]);
}

type Written = [
  string,
  string | null,
  string[],
  Record<string, unknown>,
  Record<string, string>,
  boolean,
  boolean,
  [string, number | null, number | null],
];

/** @param document the one in which the record stands */
export function recordIn(text: string, document: HarvestedFrom): HarvestedRecord {
  const [type, iri, knownAs, data, concluded, beside, broken, at] = JSON.parse(text) as Written;
  const [address, line, column] = at;
  const place = { document: address === document.address ? document.address : address, line, column };
  const record = {
    type,
    iri,
    knownAs,
    data: unmarked(data) as Record<string, unknown>,
    document,
    concluded,
    beside,
    at: () => place,
  };
  return broken ? { ...record, broken } : record;
}

function marked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(marked);
  if (value instanceof Mention) {
    const { stated, ...mentioned } = value;
    return { [mentionMark]: mentioned, stated: stated && { type: stated.type, data: marked(stated.data) } };
  }
  if (value instanceof HarvestedDocument) return { [documentMark]: value };
  const parts: Record<string, unknown> = {};
  for (const name in value) parts[name] = marked((value as Marked)[name]);
  return parts;
}

function unmarked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unmarked);
  const { [mentionMark]: mentioned, [documentMark]: document } = value as Marked;
  if (mentioned !== undefined) {
    const { stated } = value as { stated: Mention['stated'] };
    const data = stated && (unmarked(stated.data) as Record<string, unknown>);
    return new Mention(mentioned as Mentioned & { at: Place }, stated && data && { type: stated.type, data });
  }
  if (document !== undefined) {
    const { address, digest } = document as HarvestedDocument;
    return new HarvestedDocument(address, digest);
  }
  const parts = value as Record<string, unknown>;
  for (const name in parts) parts[name] = unmarked(parts[name]);
  return parts;
}
