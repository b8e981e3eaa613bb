/** Objects: the texts of their fields, put together in the order in which the query asks for them. */
import { begin, after } from '../maybe-promise';
import { at } from './values';
import { shortTurn } from '../turns';
import { bounded, json, type Run, type Writer } from './writer';
import { groupBy } from '../../maps';

/** One field of a selection: its key in the answer, and its texts or the one text that it always has. */
export interface FieldWriter {
  key: string;
  writer: Writer | string;
}

/** Writes objects of one type. */
export function objectWriter(fields: readonly FieldWriter[]): Writer {
  const writers: Writer[] = [];
  // The text before each field that differs, and after the last.
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
      // What stands below nothing is not even asked for: its arguments may be wrong, and nobody would be told.
      if (sources.length === 0) return [];
      return after(
        begin(writers, (writer) => writer.texts(sources, run)),
        (parts) => bounded(joined(parts, between, end, sources.length), run),
      );
    },
  };
}

/** The texts of so many objects; one loop, as it runs for each object of an answer. */
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

/** Writes what stands at many places once: the types of a schema stand at each field that has them. */
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

/** Writes many objects a few at a time, so that other requests get their turn between them. */
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

/** Writes values of several types: each type by itself, and then in the order of the sources. */
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
