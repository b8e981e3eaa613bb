/** Reads Turtle and TriG in spite of faults: a statement that cannot be read costs the record that it is about. */
import type { Finding, Place } from '../../finding';
import type { RdfSyntax } from '../../reading/recognise';
import { columnOf } from '../../reading/syntax-fault';
import { usualPrefixes } from '../namespaces';
import { finding } from '../text/finding';
import { faultOf, missingPrefix } from './fault';
import { LineOffsets } from './line-offsets';
import { nextStatement } from './next-statement';
import { brokenStatement, emptyReading, mostFaults, type Reading, syntaxFinding } from './reading';
import { type Environment, type Run, runTurtle } from './turtle-run';

export interface TextSource {
  readonly syntax: RdfSyntax;
  readonly base: string;
  /** The address of the document. */
  readonly document: string;
}

export async function readTurtle(text: string, { syntax, base, document }: TextSource): Promise<Reading> {
  const reading = emptyReading(syntax);
  const offsets = new LineOffsets(text);
  let environment: Environment = { base, prefixes: new Map(), graph: null };
  let faults = 0;
  for (let from = 0; from < text.length;) {
    const before = offsets.lineAt(from) - 1;
    const run = await runTurtle(text.slice(from), environment);
    for (const [quad, line] of run.quads) {
      reading.quads.push(quad);
      reading.lines.add(quad, line + before);
    }
    if (!run.fault) break;
    const columnsBefore = from - offsets.startOf(before + 1);
    const at = placeOf(run, text.slice(from), { document, before, columnsBefore });
    const faultAt = offsets.startOf(at.line) + at.column - 1;
    const { open } = run;
    const openAt = open
      ? (open.line === 1 ? from : offsets.startOf(open.line + before)) + open.column - 1
      : faultAt;
    const added = addedPrefix(run, at);
    if (added) {
      reading.findings.push(added.finding);
      environment = { ...run, prefixes: new Map([...run.prefixes, added.declaration]) };
      from = openAt;
      continue;
    }
    const subject = subjectAt(text, openAt, run);
    if (subject !== null) reading.broken.add(subject);
    reading.findings.push(brokenStatement(faultOf(run.fault), { place: at, subject, format: syntax }));
    faults += 1;
    const next = nextStatement(text, openAt, faultAt);
    reading.leftOut.push(text.slice(openAt, next));
    if (faults === mostFaults) {
      reading.findings.push(syntaxFinding('too-many-faults', { place: at, words: { count: faults } }));
      break;
    }
    environment = run;
    from = next;
  }
  const named = reading.quads.some(({ graph }) => graph.termType !== 'DefaultGraph');
  return { ...reading, format: syntax === 'TriG' && !named ? 'Turtle' : syntax };
}

interface Part {
  readonly document: string;
  /** Lines before the part. */
  readonly before: number;
  /** Columns before the part in its first line. */
  readonly columnsBefore: number;
}

type KnownPlace = Place & { readonly line: number; readonly column: number };

function placeOf({ fault, shift }: Run, part: string, { document, before, columnsBefore }: Part): KnownPlace {
  const { token, line = token?.line ?? 1, previousToken } = fault?.context ?? {};
  const first = line === 1;
  // What stands before the first line is no part of the text.
  const end = previousToken?.end ?? 0;
  const known = token?.start !== undefined ? { column: token.start + 1 - (first ? shift : 0) } : null;
  const earlier = previousToken && { ...previousToken, end: Math.max(end - (first ? shift : 0), 0) };
  const { column = 1 } = known ?? columnOf(part, { line, ...(earlier && { previousToken: earlier }) });
  return { document, line: line + before, column: Math.max(column, 1) + (first ? columnsBefore : 0) };
}

/** A prefix that everybody uses in the same way is added where a document forgot it. */
function addedPrefix(
  { fault, prefixes }: Run,
  place: Place,
): { declaration: [string, string]; finding: Finding } | null {
  const prefix = fault && missingPrefix(fault);
  const namespace = usualPrefixes[prefix ?? ''];
  if (prefix == null || namespace === undefined || prefixes.has(prefix)) return null;
  const after = `@prefix ${prefix}: <${namespace}> .`;
  const said = finding('undeclared-prefix', { place, value: `${prefix}:`, before: `${prefix}:`, after });
  return { declaration: [prefix, namespace], finding: said };
}

/** The IRI of what the statement at an offset is about. */
function subjectAt(text: string, offset: number, { prefixes, base }: Environment): string | null {
  const start = text.slice(offset, offset + 2000);
  const [, iri] = /^<([^<>\s]*)>/.exec(start) ?? [];
  if (iri !== undefined) return /^[a-z][\w+.-]*:/i.test(iri) ? iri : base.replace(/[^/]*$/, '') + iri;
  const [, label] = /^_:([\w.-]*\w)/.exec(start) ?? [];
  if (label !== undefined) return `_:b_${label}`;
  const [, prefix = '', name = ''] = /^([\w.-]*):([^\s;,<"]*)/.exec(start) ?? [];
  const namespace = prefixes.get(prefix);
  return namespace === undefined || name === '' ? null : namespace + name.replace(/\.$/, '');
}
