/** Reads RDF/XML, with the lines of its statements. */
import type { Quad } from '@rdfjs/types';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { Lines, type RdfDocument, UnreadableDocument } from './document';
import { inGerman, xmlInGerman } from './parser-words';

/**
 * Parses a text line by line, so that it is known in which line each statement ends.
 * @throws Error of the parser, at the first fault; the quads before it were passed on
 */
export async function parseLines(
  text: string,
  parser: RdfXmlParser,
  onQuad: (quad: Quad, line: number) => void,
): Promise<void> {
  let line = 0;
  const failed = new Promise<never>((_, reject) => parser.on('error', reject));
  // It may fail while nothing waits for it.
  failed.catch(() => undefined);
  parser.on('data', (quad: Quad) => onQuad(quad, line));
  const ended = new Promise<void>((resolve) => parser.on('end', resolve));
  for (const source of text.split(/(?<=\n)/)) {
    line += 1;
    await Promise.race([failed, new Promise((resolve) => parser.write(source, resolve))]);
  }
  closeXml(parser);
  parser.end();
  await Promise.race([failed, ended]);
}

/** Tells the XML parser below that nothing more comes: by itself, the other one does not notice what was not closed. */
const closeXml = (parser: RdfXmlParser): void =>
  (parser as unknown as { saxParser: { close: () => void } }).saxParser.close();

/** @throws UnreadableDocument with line and column */
export async function readRdfXml(text: string, { base }: { base: string }): Promise<RdfDocument> {
  const lines = new Lines();
  const quads: Quad[] = [];
  try {
    await parseLines(text, new RdfXmlParser({ baseIRI: base, trackPosition: true }), (quad, line) => {
      quads.push(quad);
      lines.add(quad, line);
    });
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
      de: `Das ist kein wohlgeformtes RDF/XML: ${inGerman(what, xmlInGerman, 'diese Stelle ist nicht verständlich')}. An dieser Stelle beheben.`,
      en: `This is no well-formed RDF/XML: ${what}. Mend it at this place.`,
    },
    line === undefined ? {} : { line: Number(line), column: Number(column) },
  );
}
