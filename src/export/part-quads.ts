/** What the records of a part of an export state, with constant memory. */
import type { Quad } from '@rdfjs/types';
import type { Source } from '../query/source';
import { walkWholeRecords } from '../query/whole/walk';
import type { RdfContext } from '../rdf/context';
import { documentOf, documentsOf } from '../rdf/document';
import type { RdfFormat } from '../rdf/formats/format';
import { containerOf, memberQuads } from '../rdf/harvest/container';
import { conformity, type Finding } from '../rdf/profiles/check';
import type { Profile } from '../rdf/profiles/profile';
import type { Description } from '../resource/description';
import { iriOf } from '../resource/identity';
import type { WholeRecord } from '../resource/whole-record';
import { dcat } from '../vocabulary/namespaces';
import { rdfClasses } from '../vocabulary/rdf-classes';
import type { Part } from './parts';

/** What is exported. */
export interface ExportRequest {
  readonly context: RdfContext;
  readonly classes: readonly Description[];
  readonly format: RdfFormat;
  /** A record that does not conform to it is left out; without it, every record leaves. */
  readonly checkedBy: Profile | null;
  /** The key of the catalogue to which the datasets are said to belong; null if none is exported. */
  readonly catalogue: string | null;
}

/** Who is told. */
interface Listener {
  /** Called for each batch. */
  readonly onBatch: (records: number, statements: number) => void;
  /** Called for each record that the profile refuses. */
  readonly onRefused: (refused: RefusedRecord) => void;
}

/** A record that the profile refuses. */
export interface RefusedRecord {
  readonly key: string;
  readonly violations: readonly Pick<Finding, 'message' | 'remedy'>[];
}

/** Records in a batch: few enough to be gone before they cost time, enough to make statements worthwhile. */
const batchSize = 100;

/** What a part states, in batches. */
export async function* quadsOf(
  source: Source,
  part: Part,
  request: ExportRequest,
  listener: Listener,
): AsyncGenerator<readonly Quad[]> {
  const { context, catalogue } = request;
  let batch: readonly WholeRecord[] = [];
  async function* noted(): AsyncGenerator<readonly WholeRecord[]> {
    for await (batch of recordsOf(source, part, request, listener)) yield batch;
  }
  for await (const quads of documentsOf(noted(), context, describedWhole(request))) {
    yield quads;
    const members = catalogue === null ? [] : membersOf(catalogue, batch, context);
    if (members.length > 0) yield members;
    listener.onBatch(batch.length, quads.length + members.length);
  }
}

async function* recordsOf(
  source: Source,
  { segments }: Part,
  request: ExportRequest,
  { onRefused }: Listener,
): AsyncGenerator<readonly WholeRecord[]> {
  const { context, checkedBy } = request;
  const walk = { size: batchSize, evidence: context.evidence, described: describedWhole(request) };
  for (const { description, span } of segments) {
    const batches = walkWholeRecords(source, description, { ...walk, span });
    for await (const records of batches) {
      yield checkedBy
        ? records.filter((whole) => {
            const { conforms, findings } = conformity(documentOf(whole, context), checkedBy);
            if (!conforms) onRefused({ key: whole.record.key, violations: violationsIn(findings) });
            return conforms;
          })
        : records;
    }
  }
}

const violationsIn = (findings: readonly Finding[]): RefusedRecord['violations'] =>
  findings.flatMap(({ severity, message, remedy }) =>
    severity === 'violation' ? [{ message, remedy }] : [],
  );

/**
 * The classes of which the export describes every record, so that none is described a second time where others refer to it. Those that
 * are described whole everywhere remain where they are looked for; a profile may change or leave out what others refer to.
 */
const describedWhole = ({ classes, checkedBy, context }: ExportRequest): ReadonlySet<Description> =>
  new Set(checkedBy || context.profile ? [] : classes.filter(({ term }) => !rdfClasses[term]?.whole));

/** That the datasets of a batch belong to the catalogue. */
function membersOf(catalogue: string, batch: readonly WholeRecord[], { publicUrl }: RdfContext): Quad[] {
  const datasets = batch.filter(({ description }) => description.term === dcat('Dataset'));
  return memberQuads(
    containerOf.datasets(iriOf(publicUrl, catalogue)),
    datasets.map(({ record }) => iriOf(publicUrl, record.key)),
  );
}
