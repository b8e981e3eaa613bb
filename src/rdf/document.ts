/** Records as quads: the one way by which they become RDF. */
import type { Quad } from '@rdfjs/types';
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import type { Description } from '../resource/description';
import type { WholeRecord } from '../resource/whole-record';
import type { RdfContext } from './context';
import { Described } from './described';
import { describeRecord } from './describe';
import { describeEvidence } from './evidence';
import { Graph } from './graph';
import { describeCut } from './incomplete';
import { describeLinks, describeRole } from './links';
import type { Profile } from './profiles/profile';
import { inProfile } from './profiles/rules';
import { describeQuality } from './quality';
import { termsFor, type Terms } from './terms';

export type { RdfContext } from './context';

/** The document of a record or link: the record first, the rest sorted, without blank nodes, so that two documents of the same record are equal. */
export const documentOf = (whole: WholeRecord, context: RdfContext): readonly Quad[] =>
  documentOfAll([whole], context);

/** One document of many records, each node described once. */
export function documentOfAll(records: readonly WholeRecord[], context: RdfContext): readonly Quad[] {
  const graph = new Graph();
  addRecords(graph, records, context);
  const terms = termsFor(context);
  return graph.quads(records.map(({ record }) => terms.nodeOf(record.key)));
}

/**
 * The quads of a record's documents in several profiles, in no order. What the profiles have in common is described once.
 * @param context without a profile
 */
export function* documentsIn<Of extends Pick<Profile, 'settings'>>(
  whole: WholeRecord,
  profiles: Iterable<Of>,
  context: Omit<RdfContext, 'profile'>,
): Generator<{ profile: Of; quads: Iterable<Quad> }> {
  const terms = termsFor(context);
  const common = new Graph();
  addRecord(terms, common, whole, context);
  const node = terms.nodeOf(whole.record.key);
  for (const profile of profiles) {
    const graph = common.copy();
    inProfile({ graph, terms, whole, node, settings: profile.settings });
    yield { profile, quads: graph.quadsUnsorted() };
  }
}

/** How many nodes an output remembers to have described. Of more, some are described again. */
const mostRemembered = 200_000;

/** Records of a batch whose quads are collected together: of few, they are gone before they cost time. */
const atOnce = 50;

/**
 * The quads of records that come in batches, with constant memory. What several records refer to is described with the first.
 * @param whole classes of which all records are among them, so that none is described where others refer to it
 */
export async function* documentsOf(
  batches: AsyncIterable<readonly WholeRecord[]>,
  context: RdfContext,
  whole?: ReadonlySet<Description>,
): AsyncGenerator<readonly Quad[]> {
  const described = new Described(whole);
  // Where a document describes one dataset, others of the same batch must not be taken for those to which it only refers.
  const together = context.profile?.settings.oneDatasetPerDocument ? 1 : atOnce;
  for await (const records of batches) {
    const quads: ReturnType<Graph['quads']> = [];
    for (let from = 0; from < records.length; from += together) {
      const graph = new Graph(described);
      addRecords(graph, records.slice(from, from + together), context);
      graph.appendTo(quads);
      described.addAll(graph.described, mostRemembered);
    }
    yield quads;
  }
}

/** A controlled vocabulary with its concepts. */
export function documentOfScheme(scheme: ConceptScheme, context: RdfContext): readonly Quad[] {
  const graph = new Graph();
  termsFor(context).concepts.whole(graph, scheme);
  return graph.quads();
}

function addRecords(graph: Graph, records: readonly WholeRecord[], context: RdfContext): void {
  const terms = termsFor(context);
  for (const whole of records) addRecord(terms, graph, whole, context);
}

function addRecord(
  terms: Terms,
  graph: Graph,
  whole: WholeRecord,
  { evidence, profile, quality = false }: RdfContext,
): void {
  const node = describeRecord(terms, graph, whole);
  graph.isAbout(node);
  if (whole.cut) describeCut(graph, node, whole);
  if (whole.description.kind === 'link') describeRole(terms, graph, whole);
  else describeLinks(terms, graph, whole);
  if (evidence) describeEvidence(terms, graph, whole);
  if (quality) describeQuality(terms, graph, whole);
  if (profile) inProfile({ graph, terms, whole, node, settings: profile.settings });
}
