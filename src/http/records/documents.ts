/** The RDF documents of records, lists and vocabularies, read for one request. */
import type { Quad } from '@rdfjs/types';
import { Source } from '../../query/source';
import { readWholeRecords, type AskedWhole } from '../../query/whole-records';
import { documentOf, documentOfScheme, type RdfContext } from '../../rdf/document';
import { pageQuads } from '../../rdf/paging';
import { applicationProfile } from '../../rdf/profiles/named-profile';
import type { WholeRecord } from '../../resource/whole-record';
import { withHarvesting, type FollowingQuads } from '../harvest/record-document';
import { recordOrList } from './address';
import { affordablePage } from './affordable';
import { listDocument } from './list-document';
import { addressOf } from './page-asked';
import { noSuchRecord } from './refusals';
import type { Asked } from './representation';
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

function contextOf({ publicUrl, registry, profile: asked }: Asked): RdfContext {
  const profile = applicationProfile(asked);
  return { publicUrl, registry, ...(profile && { profile }), evidence: true, quality: true };
}

/** @throws Refusal */
export async function readDocument(asked: Asked, queryOf: QueryOf): Promise<ReadDocument> {
  const { subject } = asked;
  if (subject.kind === 'vocabulary')
    return { quads: documentOfScheme(subject.scheme, contextOf(asked)), links: [] };
  const described = recordOrList(subject);
  const { first, cost } = affordablePage(asked, queryOf(described));
  await asked.charge(cost);
  if (described.kind === 'list') return listDocument(asked, first);
  const { iri, page } = asked;
  const whole = await readWhole(asked, described.key, {
    links: { first, after: page.after },
    evidence: true,
  });
  const { quads, more } = await withHarvesting(asked, whole, documentOf(whole, contextOf(asked)));
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
export async function readBriefDocument(asked: Asked): Promise<readonly Quad[]> {
  const { subject } = asked;
  if (subject.kind !== 'record') return [];
  return documentOf(await readWhole(asked, subject.key, { evidence: false }), contextOf(asked));
}

/** @throws Refusal when there is no such record any more */
async function readWhole(
  { reader, registry, rows }: Asked,
  key: string,
  how: AskedWhole,
): Promise<WholeRecord> {
  const source = new Source(reader, registry, (await rows?.now()) ?? null);
  const [whole] = await readWholeRecords(source, [key], how);
  if (!whole) throw noSuchRecord(`/${key}`);
  return whole;
}
