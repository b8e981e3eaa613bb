/** The RDF documents of records, lists and vocabularies, read for one request. */
import type { Quad } from '@rdfjs/types';
import { Source } from '../../query/source';
import { readWholeRecords, type WholeRecordOptions } from '../../query/whole-records';
import { documentOf, documentOfScheme, type RdfContext } from '../../rdf/document';
import { pageQuads } from '../../rdf/paging';
import { applicationProfile } from '../../rdf/profiles/named-profile';
import type { WholeRecord } from '../../resource/whole-record';
import { withHarvesting, type FollowingQuads } from '../harvest/record-document';
import { recordOrList } from './address';
import { affordablePage } from './affordable';
import { listDocument } from './list-document';
import { addressOf } from './page-arguments';
import { noSuchRecord } from './refusals';
import type { RepresentationRequest } from './representation';
import { signpostsOf } from './signposts';
import type { QueryOf } from './subject-queries';
import type { TypedLink } from './typed-link';

/** A document with the links that lead on from it. */
export interface ReadDocument {
  readonly quads: readonly Quad[];
  readonly links: readonly TypedLink[];
  /** What follows while it is sent. */
  readonly more?: FollowingQuads | null;
}

function contextOf({ publicUrl, registry, profile: named }: RepresentationRequest): RdfContext {
  const profile = applicationProfile(named);
  return { publicUrl, registry, ...(profile && { profile }), evidence: true, quality: true };
}

/** @throws Refusal */
export async function readDocument(request: RepresentationRequest, queryOf: QueryOf): Promise<ReadDocument> {
  const { subject } = request;
  if (subject.kind === 'vocabulary')
    return { quads: documentOfScheme(subject.scheme, contextOf(request)), links: [] };
  const described = recordOrList(subject);
  const { first, cost } = affordablePage(request, queryOf(described));
  await request.charge(cost);
  if (described.kind === 'list') return listDocument(request, first);
  const { iri, page } = request;
  const whole = await readWhole(request, described.key, {
    links: { first, after: page.after },
    evidence: true,
  });
  const { quads, more } = await withHarvesting(request, whole, documentOf(whole, contextOf(request)));
  const signposts = signpostsOf(quads, iri);
  const next = whole.nextLinks ?? null;
  if (next === null) return { quads, links: signposts, more };
  const address = addressOf(iri, { ...page, after: next });
  return {
    quads: [...quads, ...pageQuads({ self: addressOf(iri, page), next: address })],
    links: [{ rel: 'next', href: address }, ...signposts],
    more,
  };
}

/** What a record says of itself, without links and evidence. */
export async function readBriefDocument(request: RepresentationRequest): Promise<readonly Quad[]> {
  const { subject } = request;
  if (subject.kind !== 'record') return [];
  return documentOf(await readWhole(request, subject.key, { evidence: false }), contextOf(request));
}

/** @throws Refusal when there is no such record any more */
async function readWhole(
  { reader, registry, rows }: RepresentationRequest,
  key: string,
  how: WholeRecordOptions,
): Promise<WholeRecord> {
  const source = new Source(reader, registry, (await rows?.now()) ?? null);
  const [whole] = await readWholeRecords(source, [key], how);
  if (!whole) throw noSuchRecord(`/${key}`);
  return whole;
}
