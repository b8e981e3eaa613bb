/** Reads YAML files that map class names to lists of records. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import { ImportRefused, reasonOf, type Position } from '../errors';
import type { RawRecord } from './raw-record';

/**
 * Reads the records of a file one after another.
 * @param root folder from which the file is named in messages.
 * @throws ImportRefused when the file is no YAML or not a map of lists, with the place of the fault.
 */
export async function* readYaml(file: string, root: string): AsyncGenerator<RawRecord> {
  const name = relative(root, file);
  const lines = new LineCounter();
  const document = parseDocument(textOf(await readFile(file), name), { lineCounter: lines });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  const [fault] = document.errors;
  if (fault) {
    throw refused(
      position(fault.pos[0]),
      `It is not YAML: ${firstLine(fault.message)}`,
      'Mend the syntax at this place.',
    );
  }
  const shape = 'Write a class name with a list of records below it, such as "Institution:".';
  if (!isMap(document.contents)) throw refused(position(0), 'The file is not a map of class names.', shape);
  for (const { key, value } of document.contents.items) {
    const type = isScalar(key) ? String(key.value) : '';
    const start = offsetOf(value) ?? offsetOf(key) ?? 0;
    if (!isSeq(value)) throw refused(position(start), `"${type}" holds no list of records.`, shape);
    for (const [index, item] of value.items.entries()) {
      if (!isNode(item)) continue;
      yield {
        type,
        data: dataOf(item, document, position),
        at: (path) => position(offsetAt(document, [type, index, ...path]) ?? offsetOf(item) ?? start),
      };
    }
  }
}

function textOf(bytes: Buffer, file: string): string {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
  const at = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  throw refused(at, 'The file is not in UTF-8.', 'Save it as UTF-8.');
}

function dataOf(item: Node, document: Document, position: (offset: number) => Position): unknown {
  try {
    return item.toJS(document);
  } catch (error) {
    // An alias of nothing, or aliases of aliases without end.
    throw refused(
      position(offsetOf(item) ?? 0),
      `It is not YAML: ${reasonOf(error)}`,
      'Write the value out.',
    );
  }
}

/** The offset of the nearest part that exists on the way to a path; a field is found at its key. */
function offsetAt(document: Document, path: readonly (string | number)[]): number | undefined {
  const last = path.at(-1);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
    if (pair) return offsetOf(pair.key);
  }
  return (
    offsetOf(document.getIn(path, true)) ??
    (path.length > 1 ? offsetAt(document, path.slice(0, -1)) : undefined)
  );
}

const offsetOf = (node: unknown): number | undefined =>
  isNode(node) ? (node as Node).range?.[0] : undefined;
const firstLine = (text: string): string => (text.split('\n')[0] ?? text).replace(/:$/, '.');
const refused = (at: Position, message: string, remedy: string): ImportRefused =>
  new ImportRefused([{ ...at, message, remedy }]);
