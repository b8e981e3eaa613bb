/** Reads N-Quads that are too large to be held: record after record. */
import type { Finding } from '../../rdf/finding';
import { Lines } from '../../rdf/reading/document';
import { repairQuads } from '../../rdf/repair/repair-quads';
import { brokenLine, tooManyFaults } from '../../rdf/repair/syntax/n-lines';
import { mostFaults } from '../../rdf/repair/syntax/reading';
import type { SourceDocument } from '../document';
import type { HarvestSource } from '../harvest-source';
import type { HarvestedRecord } from '../harvested-record';
import type { ReadingContext, ReadPart } from '../reader';
import { groupsOf } from '../records/groups';
import { textOf } from '../record-text';
import { RecordsReader } from '../records/records-of';
import { nQuadsIn, type BrokenLine } from './n-quads-stream';

/** Reads a document in the pieces in which it comes. */
export type ReadStream = (
  document: SourceDocument,
  stream: AsyncIterable<Uint8Array>,
  context: StreamContext,
) => AsyncIterable<ReadPart>;

/** What it knows besides the document. */
export interface StreamContext extends Pick<ReadingContext, 'registry'> {
  readonly source: Pick<HarvestSource, 'persons'>;
}

export async function* partsOfStream(
  document: SourceDocument,
  stream: AsyncIterable<Uint8Array>,
  { registry, source }: StreamContext,
): AsyncGenerator<ReadPart> {
  const { address } = document;
  const reader = new RecordsReader({ registry, document, persons: source.persons });
  const lines = new BrokenLines(address);
  for await (const group of groupsOf(
    nQuadsIn(stream, (line) => lines.add(line)),
    registry,
  )) {
    yield* lines.take();
    const { quads, findings } = repairQuads(group, { document: address, lines: new Lines() });
    yield* findings;
    for (const record of reader.read(quads, 'group')) yield lines.marked(record);
  }
  for (const record of reader.rest()) yield lines.marked(record);
  yield* reader.findings;
}

/** The lines that could not be read, and whose statements they were. */
class BrokenLines {
  private readonly subjects = new Set<string>();
  private findings: Finding[] = [];
  private count = 0;

  constructor(private readonly document: string) {}

  /** Whether to read on: a document with too many faults was not meant to be N-Quads. */
  add({ source, number, fault }: BrokenLine): boolean {
    const place = { document: this.document, line: number, column: null };
    const { subject, finding } = brokenLine(source, fault, { place, format: 'N-Quads' });
    if (subject !== null) this.subjects.add(subject);
    this.findings.push(finding);
    this.count += 1;
    if (this.count < mostFaults) return true;
    this.findings.push(tooManyFaults(finding.place, this.count));
    return false;
  }

  /** The findings since the last time. */
  take(): Finding[] {
    const { findings } = this;
    this.findings = [];
    return findings;
  }

  /** Says of a record whether something that is stated of it could not be read. */
  marked(record: HarvestedRecord): HarvestedRecord {
    const marked =
      record.iri !== null && this.subjects.has(record.iri) ? { ...record, broken: true } : record;
    return { ...marked, text: textOf(marked) };
  }
}
