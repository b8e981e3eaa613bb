/** Reads N-Triples and N-Quads in spite of faults: each line is a statement of its own. */
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import type { Finding, Place } from '../../finding';
import { columnOf, type SyntaxFault } from '../../reading/syntax-fault';
import { faultOf } from './fault';
import { brokenStatement, emptyReading, mostFaults, type Reading, syntaxFinding } from './reading';
import type { TextSource } from './turtle';

/** So many lines are parsed at once; only those with a fault are parsed one by one. */
const block = 2000;

export function readLines(text: string, { syntax, document }: TextSource): Reading {
  const reading = emptyReading(syntax);
  const sources = text.split('\n');
  let faults = 0;
  for (let first = 0; first < sources.length; first += block) {
    const part = sources.slice(first, first + block);
    const together = parsed(part.join('\n'), syntax);
    if (Array.isArray(together) && together.length === part.filter(isStatement).length) {
      let line = first;
      for (const quad of together) {
        while (!isStatement(sources[line] ?? '')) line += 1;
        line += 1;
        reading.quads.push(quad);
        reading.lines.add(quad, line);
      }
      continue;
    }
    for (const [index, source] of part.entries()) {
      const line = first + index + 1;
      const result = parsed(source, syntax);
      if (Array.isArray(result)) {
        for (const quad of result) {
          reading.quads.push(quad);
          reading.lines.add(quad, line);
        }
        continue;
      }
      const place = { document, line, column: null };
      const { subject, finding } = brokenLine(source, result, { place, format: syntax });
      if (subject !== null) reading.broken.add(subject);
      reading.findings.push(finding);
      faults += 1;
      reading.leftOut.push(source);
      if (faults < mostFaults) continue;
      reading.findings.push(tooManyFaults(finding.place, faults));
      return reading;
    }
  }
  return reading;
}

/** What is said of a line that could not be read, and of whom it states something. @param place without its column */
export function brokenLine(
  source: string,
  fault: SyntaxFault,
  { place, format }: { place: Place; format: string },
): { subject: string | null; finding: Finding } {
  const [, iri, label] = /^\s*(?:<([^<>\s]*)>|(_:\S+))/.exec(source) ?? [];
  const subject = iri ?? label ?? null;
  const { column = 1 } = columnOf(source, fault.context ?? {});
  const finding = brokenStatement(faultOf(fault), { place: { ...place, column }, subject, format });
  return { subject, finding };
}

/** Says that reading was given up. */
export const tooManyFaults = (place: Place, count: number): Finding =>
  syntaxFinding('too-many-faults', { place, words: { count } });

const isStatement = (line: string) => /^\s*[^\s#]/.test(line);

function parsed(text: string, format: string): Quad[] | SyntaxFault {
  try {
    // Labels of blank nodes hold in the whole document, and so in each part of it.
    return new Parser({ format, blankNodePrefix: '_:' }).parse(text);
  } catch (error) {
    return error as SyntaxFault;
  }
}
