/** Reads RDF/XML, with the lines of its statements. */
import type { Quad } from '@rdfjs/types';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { Lines, type RdfDocument, UnreadableDocument } from './document';

/** Tells the XML parser below that nothing more comes: by itself, the other one does not notice what was not closed. */
export const closed = (parser: RdfXmlParser): void =>
  (parser as unknown as { saxParser: { close: () => void } }).saxParser.close();

/** @throws UnreadableDocument with line and column */
export async function readRdfXml(text: string, { base }: { base: string }): Promise<RdfDocument> {
  const parser = new RdfXmlParser({ baseIRI: base, trackPosition: true });
  const lines = new Lines();
  const quads: Quad[] = [];
  let line = 0;
  const failed = new Promise<never>((_, reject) => parser.on('error', reject));
  parser.on('data', (quad: Quad) => {
    quads.push(quad);
    lines.add(quad, line);
  });
  const ended = new Promise<void>((resolve) => parser.on('end', resolve));
  try {
    // Line by line, so that it is known where a statement comes from.
    for (const source of text.split(/(?<=\n)/)) {
      line += 1;
      await Promise.race([failed, new Promise((resolve) => parser.write(source, resolve))]);
    }
    closed(parser);
    parser.end();
    await Promise.race([failed, ended]);
  } catch (error) {
    throw faultOf(error as Error);
  }
  return { format: 'RDF/XML', quads, lines };
}

/** The parser writes the position before its message, and the XML parser below it does, too. */
function faultOf({ message }: Error): UnreadableDocument {
  const [, line, column] = /(?:Line |^)(\d+)(?: column |:)(\d+)/.exec(message) ?? [];
  const what = message.replace(/^(?:Line \d+ column \d+: |\d+:\d+: )+/, '').replace(/\.$/, '');
  return new UnreadableDocument(
    {
      de: `Das ist kein wohlgeformtes RDF/XML: ${what}. An dieser Stelle beheben.`,
      en: `This is no well-formed RDF/XML: ${what}. Mend it at this place.`,
    },
    line === undefined ? {} : { line: Number(line), column: Number(column) },
  );
}
