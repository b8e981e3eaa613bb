/** The RDF documents of records, lists and vocabularies, read for one request. */
import type { Quad } from '@rdfjs/types';
import { Source } from '../../query/source';
import { readWholeRecords } from '../../query/whole-records';
import { documentOf, documentOfScheme, type RdfContext } from '../../rdf/document';
import { pageQuads } from '../../rdf/paging';
import type { WholeRecord } from '../../resource/whole-record';
import { affordablePage } from './affordable';
import { listDocument } from './list-document';
import { addressOf } from './page-asked';
import { noSuchRecord } from './refusals';
import type { Asked } from './representation';
import type { QueryOf } from './subject-queries';
import type { TypedLink } from './typed-link';

/** A document with the links that lead on from it. */
export interface ReadDocument {
  readonly quads: readonly Quad[];
  readonly links: readonly TypedLink[];
}

export const contextOf = ({ publicUrl, registry, profile }: Asked): RdfContext => ({
  publicUrl,
  registry,
  ...(profile && { profile }),
  evidence: true,
});

/** @throws Refusal */
export async function readDocument(asked: Asked, queryOf: QueryOf): Promise<ReadDocument> {
  const { subject } = asked;
  if (subject.kind === 'vocabulary')
    return { quads: documentOfScheme(subject.scheme, contextOf(asked)), links: [] };
  const { first, cost } = affordablePage(asked, queryOf(subject));
  await asked.charge(cost);
  if (subject.kind === 'list') return listDocument(asked, first);
  const whole = await readWhole(asked, subject.key, first);
  const quads = documentOf(whole, contextOf(asked));
  const next = whole.nextLinks ?? null;
  if (next === null) return { quads, links: [] };
  const { iri, page } = asked;
  const address = addressOf(iri, { ...page, after: next });
  return {
    quads: [...quads, ...pageQuads({ self: addressOf(iri, page), next: address })],
    links: [{ rel: 'next', href: address }],
  };
}

/** @param first how many of its links @throws Refusal when there is no such record any more */
async function readWhole(asked: Asked, key: string, first: number): Promise<WholeRecord> {
  const { reader, registry, rows, page } = asked;
  const source = new Source(reader, registry, (await rows?.now()) ?? null);
  const links = { first, after: page.after };
  const [whole] = await readWholeRecords(source, [key], { links, evidence: true });
  if (!whole) throw noSuchRecord(`/${key}`);
  return whole;
}
