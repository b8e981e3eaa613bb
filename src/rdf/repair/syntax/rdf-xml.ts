/** Reads RDF/XML in spite of faults: an element that cannot be read costs the record that it describes. */
import type { Quad } from '@rdfjs/types';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Place } from '../../finding';
import { UnreadableDocument } from '../../reading/document';
import { inGerman, xmlInGerman } from '../../reading/parser-words';
import { parseLines } from '../../reading/rdf-xml';
import { LineOffsets } from './line-offsets';
import {
  brokenStatement,
  emptyReading,
  type Fault,
  mostFaults,
  type Reading,
  syntaxFinding,
} from './reading';
import type { TextSource } from './turtle';
import { checkXml, partsOfXml, rdfPartsOf } from './xml-parts';
import { finding } from '../text/finding';

/** One run of the parser, to the end or to the first fault. */
interface Run {
  readonly quads: readonly (readonly [quad: Quad, line: number])[];
  readonly fault: Error | null;
}

/** @throws UnreadableDocument if its entities are a trap, or nothing of it can be read */
export async function readRdfXmlAnyway(text: string, source: TextSource): Promise<Reading> {
  checkXml(text);
  const reading = emptyReading('RDF/XML');
  const inner = rdfPartsOf(text);
  if (inner.length > 0)
    reading.findings.push(
      finding('rdf-in-xml', {
        place: { document: source.document, line: 1, column: null },
        words: { number: inner.length },
      }),
    );
  for (const part of inner.length > 0 ? inner : [text]) await readInto(reading, part, source);
  return reading;
}

async function readInto(reading: Reading, text: string, source: TextSource): Promise<Reading> {
  const whole = await parsed(text, source.base);
  if (!whole.fault) return kept(whole, 0, reading);
  const parts = partsOfXml(text);
  if (!parts) throw unreadable(whole.fault);
  const offsets = new LineOffsets(text);
  for (const [index, start] of parts.starts.entries()) {
    const end = parts.starts[index + 1] ?? parts.end;
    const before = offsets.lineAt(start) - 1;
    const columnsBefore = start - offsets.startOf(before + 1);
    const part = text.slice(start, end);
    // What opens the document stands in one line, so that lines are known.
    const opening = parts.opening.replace(/\s*\n\s*/g, ' ');
    const run = await parsed(`${opening}${part}${parts.closing}`, source.base);
    if (!run.fault) {
      kept(run, before, reading);
      continue;
    }
    const subject = /\s(?:rdf:)?about\s*=\s*["']([^"'<>]*)["']/.exec(part.slice(0, 2000))?.[1] ?? null;
    if (subject !== null) reading.broken.add(subject);
    const { line, column, what } = positionOf(run.fault);
    const shift = line === 1 ? columnsBefore - opening.length : 0;
    const place: Place = {
      document: source.document,
      line: Math.min(line + before, offsets.lineAt(end)),
      column: Math.max(column + shift, 1),
    };
    reading.findings.push(brokenStatement(faultOf(what), { place, subject, format: 'RDF/XML' }));
    reading.leftOut.push(part);
    if (reading.findings.length < mostFaults) continue;
    reading.findings.push(syntaxFinding('too-many-faults', { place, words: { count: mostFaults } }));
    break;
  }
  if (reading.quads.length === 0 && parts.starts.length <= 1) throw unreadable(whole.fault);
  return reading;
}

function kept({ quads }: Run, before: number, reading: Reading): Reading {
  for (const [quad, line] of quads) {
    reading.quads.push(quad);
    reading.lines.add(quad, line + before);
  }
  return reading;
}

async function parsed(text: string, base: string): Promise<Run> {
  // IRIs are mended after they were read.
  const parser = new RdfXmlParser({ baseIRI: base, trackPosition: true, validateUri: false });
  const quads: [Quad, number][] = [];
  try {
    await parseLines(text, parser, (quad, line) => quads.push([quad, line]));
    return { quads, fault: null };
  } catch (error) {
    return { quads, fault: error as Error };
  }
}

/** The parser writes the position before its message, and the XML parser below it does, too. */
function positionOf({ message }: Error): { line: number; column: number; what: string } {
  const [, line = '1', column = '1'] = /(?:Line |^)(\d+)(?: column |:)(\d+)/.exec(message) ?? [];
  const what = message.replace(/^(?:Line \d+ column \d+: |\d+:\d+: )+/, '').replace(/\.$/, '');
  return { line: Number(line), column: Number(column), what };
}

function unreadable(fault: Error): UnreadableDocument {
  const { line, column, what } = positionOf(fault);
  return new UnreadableDocument(
    {
      de: `Das ist kein wohlgeformtes RDF/XML: ${xmlFaultInGerman(what)}. An dieser Stelle beheben.`,
      en: `This is no well-formed RDF/XML: ${what}. Mend it at this place.`,
    },
    { line, column },
  );
}

const xmlFaultInGerman = (what: string) => inGerman(what, xmlInGerman, 'diese Stelle ist nicht verständlich');

const faultOf = (what: string): Fault => ({
  what: { de: xmlFaultInGerman(what), en: what },
  how: {
    de: 'An dieser Stelle beheben: jedes Element wird geschlossen, und & steht als &amp;.',
    en: 'Mend it at this place: each element is closed, and & is written as &amp;.',
  },
});
