/** All records of some classes as one RDF document, streamed. */
import type { Quad } from '@rdfjs/types';
import type { Source } from '../query/source';
import { walkWholeRecords } from '../query/whole/walk';
import type { RdfContext } from '../rdf/context';
import { documentOf, documentsOf } from '../rdf/document';
import type { RdfFormat } from '../rdf/formats/format';
import type { UnwritableQuad } from '../rdf/formats/unwritable';
import { containerOf, memberQuads } from '../rdf/harvest/container';
import { conformity, type Finding } from '../rdf/profiles/check';
import type { Profile } from '../rdf/profiles/profile';
import type { Description } from '../resource/description';
import { iriOf } from '../resource/identity';
import type { WholeRecord } from '../resource/whole-record';
import { dcat } from '../vocabulary/namespaces';
import { rdfClasses } from '../vocabulary/rdf-classes';

/** What is exported, and who is told. */
export interface ExportRequest {
  readonly context: RdfContext;
  readonly classes: readonly Description[];
  readonly format: RdfFormat;
  /** A record that does not conform to it is left out; without it, every record leaves. */
  readonly checkedBy: Profile | null;
  /** The key of the catalogue to which the datasets are said to belong; null if none is exported. */
  readonly catalogue: string | null;
  /** Called for each batch. */
  readonly onBatch: (records: number, statements: number) => void;
  /** Called for each record that the profile refuses, with its violations. */
  readonly onRefused: (key: string, violations: readonly Finding[]) => void;
  /** Called for each statement that no document can state. */
  readonly onUnwritable: (error: UnwritableQuad) => void;
}

/** Records in a batch: few enough to be gone before they cost time, enough to make statements worthwhile. */
const batchSize = 100;

/** The pieces of the document. */
export function exportRecords(source: Source, request: ExportRequest): AsyncIterable<string> {
  return request.format.write(quadsOf(source, request), request.onUnwritable);
}

async function* quadsOf(source: Source, request: ExportRequest): AsyncGenerator<readonly Quad[]> {
  const { context, catalogue, onBatch } = request;
  let batch: readonly WholeRecord[] = [];
  async function* noted(): AsyncGenerator<readonly WholeRecord[]> {
    for await (batch of recordsOf(source, request)) yield batch;
  }
  for await (const quads of documentsOf(noted(), context, describedWhole(request))) {
    yield quads;
    const members = catalogue === null ? [] : membersOf(catalogue, batch, context);
    if (members.length > 0) yield members;
    onBatch(batch.length, quads.length + members.length);
  }
}

async function* recordsOf(source: Source, request: ExportRequest): AsyncGenerator<readonly WholeRecord[]> {
  const { classes, context, checkedBy, onRefused } = request;
  const walk = { size: batchSize, evidence: context.evidence, described: describedWhole(request) };
  for (const description of classes) {
    const batches = walkWholeRecords(source, description, walk);
    for await (const records of batches) {
      yield checkedBy
        ? records.filter((whole) => {
            const { conforms, findings } = conformity(documentOf(whole, context), checkedBy);
            if (!conforms) onRefused(whole.record.key, findings.filter(isViolation));
            return conforms;
          })
        : records;
    }
  }
}

/**
 * The classes of which the export describes every record, so that none is described a second time where others refer to it. Those that
 * are described whole everywhere remain where they are looked for; a profile may change or leave out what others refer to.
 */
const describedWhole = ({ classes, checkedBy, context }: ExportRequest): ReadonlySet<Description> =>
  new Set(checkedBy || context.profile ? [] : classes.filter(({ term }) => !rdfClasses[term]?.whole));

const isViolation = ({ severity }: Finding): boolean => severity === 'violation';

/** That the datasets of a batch belong to the catalogue. */
function membersOf(catalogue: string, batch: readonly WholeRecord[], { publicUrl }: RdfContext): Quad[] {
  const datasets = batch.filter(({ description }) => description.term === dcat('Dataset'));
  return memberQuads(
    containerOf.datasets(iriOf(publicUrl, catalogue)),
    datasets.map(({ record }) => iriOf(publicUrl, record.key)),
  );
}
