/** A table as an Excel workbook, written while rows are read. */
import { Readable } from 'node:stream';
import type { ZipFile } from 'yazl';
import { linksXml, partsOf } from './workbook/parts';
import { sheetNames, sheetXml, type Sheet } from './workbook/sheet';

/** The bytes of a workbook. Rows are read on demand, one sheet after the other. */
export async function* xlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array, void> {
  // Loaded with the first workbook, as few processes write one.
  const yazl = await import('yazl');
  const archive = new yazl.ZipFile();
  const { outputStream } = archive;
  archive.on('error', (error: Error) => (outputStream as Readable).destroy(error));
  sheets.forEach((sheet, index) => {
    const name = `sheet${index + 1}.xml`;
    const targets: string[] = [];
    add(archive, `xl/worksheets/${name}`, () => sheetXml(sheet, targets));
    // It is written after the sheet, whose links it holds.
    add(archive, `xl/worksheets/_rels/${name}.rels`, () => [linksXml(targets)]);
  });
  const names = sheetNames(sheets.map(({ name }) => name));
  for (const [path, text] of partsOf(names)) add(archive, path, () => [text]);
  archive.end();
  yield* outputStream as AsyncIterable<Uint8Array>;
}

/** Adds a part that is made when its turn comes, as fast as the archive is read. If that fails, so does the archive. */
const add = (archive: ZipFile, path: string, pieces: () => AsyncIterable<string> | Iterable<string>): void =>
  archive.addReadStreamLazy(path, (ready) => {
    const part = streamOf(pieces());
    part.on('error', (error) => archive.emit('error', error));
    ready(null, part);
  });

const streamOf = (pieces: AsyncIterable<string> | Iterable<string>): Readable =>
  Readable.from(inBytes(pieces), { objectMode: false, highWaterMark: 65_536 });

async function* inBytes(pieces: AsyncIterable<string> | Iterable<string>) {
  for await (const piece of pieces) yield Buffer.from(piece);
}
