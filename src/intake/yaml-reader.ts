/** Reads YAML files that map class names to lists of records. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import { ImportRefused, type Position } from '../errors';
import type { RawRecord } from './raw-record';
import { unreadable } from './seed-files';
import { readStrictYaml, YamlRefused } from './strict-yaml';
import { offsetAt, offsetOf } from './yaml-offsets';

/**
 * Reads the records of a file one by one.
 * @param root base folder for the file name in messages
 * @throws ImportRefused with the position when the file is not YAML or not a map of lists
 */
export async function* readYaml(file: string, root: string): AsyncGenerator<RawRecord> {
  const name = relative(root, file);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ImportRefused([unreadable(name, error)]);
  });
  yield* readYamlText(bytes, name);
}

/**
 * Reads the records of the content of a file one by one.
 * @param name of the file in messages
 * @throws ImportRefused with the position when it is not YAML or not a map of lists
 */
export function* readYamlText(bytes: Buffer, name: string): Generator<RawRecord> {
  try {
    yield* recordsIn(bytes, name);
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    throw refused(error.at, error.message, error.remedy);
  }
}

function* recordsIn(bytes: Buffer, name: string): Generator<RawRecord> {
  const { document, position, valueOf } = readStrictYaml(bytes, name);
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
        data: valueOf(item),
        at: (path) => position(offsetAt(document, [type, index, ...path]) ?? offsetOf(item) ?? start),
      };
    }
  }
}

const refused = (at: Position, message: string, remedy: string): ImportRefused =>
  new ImportRefused([{ ...at, message, remedy }]);
