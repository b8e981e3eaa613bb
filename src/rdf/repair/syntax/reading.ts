/** What is read of a document that may have faults. */
import type { Quad } from '@rdfjs/types';
import type { Label } from '../../../vocabulary/label';
import { type Finding, findingsOf, type Place } from '../../finding';
import { Lines } from '../../reading/document';
import { syntaxFaults } from '../text/texts';

/** So many faults are said; a document with more was not meant to be RDF. */
export const mostFaults = 1000;

/** The statements that could be read, and what could not. */
export interface Reading {
  readonly format: string;
  readonly quads: Quad[];
  readonly lines: Lines;
  readonly findings: Finding[];
  /** The subjects of statements that could not be read. */
  readonly broken: Set<string>;
  /** The text of what could not be read. */
  readonly leftOut: string[];
}

export const syntaxFinding = findingsOf('syntax', syntaxFaults);

/** A fault, as a parser tells it. */
export interface Fault {
  /** What is wrong, without a full stop. */
  readonly what: Label;
  readonly how: Label;
}

/** Says that a statement could not be read. @param subject the record that it is about, if it is known */
export function brokenStatement(
  { what, how }: Fault,
  { place, subject, format }: { place: Place; subject: string | null; format: string },
): Finding {
  return syntaxFinding(subject === null ? 'broken-part' : 'broken-statement', {
    place,
    subject,
    words: { format, whatDe: what.de, whatEn: what.en, howDe: how.de, howEn: how.en },
  });
}

/** Nothing was read yet. */
export const emptyReading = (format: string, lines = new Lines()): Reading => ({
  format,
  quads: [],
  lines,
  findings: [],
  broken: new Set(),
  leftOut: [],
});
