/** Writes objects: joins the texts of their fields in the order of the query. */
import { begin, after } from '../maybe-promise';
import { at } from './values';
import { shortTurn } from '../turns';
import { bounded, json, type Run, type Writer } from './writer';
import { groupBy } from '../../maps';

/** A field of a selection: its response key, and its writer or constant text. */
export interface FieldWriter {
  key: string;
  writer: Writer | string;
}

/** Makes the writer for objects of one type. */
export function objectWriter(fields: readonly FieldWriter[]): Writer {
  const writers: Writer[] = [];
  // The constant texts before each variable field, and after the last one.
  const between: string[] = [];
  let constant = '{';
  fields.forEach(({ key, writer }, index) => {
    constant += `${index > 0 ? ',' : ''}${json(key)}:`;
    if (typeof writer === 'string') {
      constant += writer;
      return;
    }
    between.push(constant);
    writers.push(writer);
    constant = '';
  });
  const end = `${constant}}`;
  return {
    texts: (sources, run) => {
      // Without objects the fields are not even called. Their arguments may be invalid, which must not be reported then.
      if (sources.length === 0) return [];
      return after(
        begin(writers, (writer) => writer.texts(sources, run)),
        (parts) => bounded(joined(parts, between, end, sources.length), run),
      );
    },
  };
}

/** Joins the texts for all objects. It is one loop, because it runs for each object of an answer. */
function joined(
  parts: readonly (readonly string[])[],
  between: readonly string[],
  end: string,
  count: number,
): string[] {
  const texts: string[] = [];
  for (let index = 0; index < count; index++) {
    let text = '';
    for (let part = 0; part < parts.length; part++) text += at(between, part) + at(parts[part] ?? [], index);
    texts.push(text + end);
  }
  return texts;
}

/** Writes each distinct source once. In introspection, the same type is referred to by many fields. */
export const eachOnce = (writer: Writer): Writer => ({
  texts: (sources, run) => {
    const places = new Map<unknown, number>();
    for (const source of sources) if (!places.has(source)) places.set(source, places.size);
    if (places.size === sources.length) return writer.texts(sources, run);
    return after(writer.texts([...places.keys()], run), (texts) =>
      bounded(
        sources.map((source) => at(texts, places.get(source) ?? -1)),
        run,
      ),
    );
  },
});

/** Writes many objects in pieces, so that other requests are served in between. */
export const inPieces = (writer: Writer, size: number): Writer => ({
  texts: (sources, run) =>
    sources.length > size ? pieces(writer, sources, run, size) : writer.texts(sources, run),
});

async function pieces(
  writer: Writer,
  sources: readonly unknown[],
  run: Run,
  size: number,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let start = 0; start < sources.length; start += size) {
    await shortTurn();
    texts.push(...(await writer.texts(sources.slice(start, start + size), run)));
    bounded(texts, run);
  }
  return texts;
}

/** Writes sources of several types: grouped by type, then in the order of the sources. */
export const mixedWriter = (typeOf: (source: unknown) => string, of: (type: string) => Writer): Writer => ({
  texts: (sources, run) => {
    const groups = groupBy(sources.keys(), (index) => typeOf(sources[index]));
    const [only] = groups.keys();
    if (groups.size === 1 && only !== undefined) return of(only).texts(sources, run);
    return after(
      begin([...groups], ([type, places]) =>
        of(type).texts(
          places.map((place) => sources[place]),
          run,
        ),
      ),
      (written) => {
        const texts = new Array<string>(sources.length);
        [...groups.values()].forEach((places, group) =>
          places.forEach((place, index) => (texts[place] = at(written[group] ?? [], index))),
        );
        return texts;
      },
    );
  },
});
