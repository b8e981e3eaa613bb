/** The RDF document of a list: how many records it has, and a page of them by name. */
import { allOfClass } from '../../query/lists';
import { listQuads } from '../../rdf/paging';
import type { Description } from '../../resource/description';
import { iriOf } from '../../resource/identity';
import type { StoredRecord } from '../../resource/record';
import type { LocalizedTexts } from '../../resource/text';
import { namesOfClass } from '../../resource/labels';
import type { ReadDocument } from './documents';
import { addressOf } from './page-arguments';
import type { RepresentationRequest } from './representation';

/** @param first how many records */
export async function listDocument(request: RepresentationRequest, first: number): Promise<ReadDocument> {
  const { subject, iri, page, loaders, publicUrl, language } = request;
  if (subject.kind !== 'list') throw new Error('Only a list has members.');
  const { description } = subject;
  const listing = allOfClass(description, {});
  const connection = loaders.connection({
    listing,
    without: () => listing,
    signature: '',
    page: { first, after: page.after },
    orderBy: [],
    language,
  });
  const [total, nodes, info] = await Promise.all([
    connection.totalCount,
    connection.nodes,
    connection.pageInfo,
  ]);
  const next = info.hasNextPage ? addressOf(iri, { ...page, after: info.endCursor }) : null;
  const { de, en } = namesOfClass(description);
  const quads = listQuads({
    iri,
    titles: { de: de.many, en: en.many },
    total,
    members: nodes.map((record) => ({
      iri: iriOf(publicUrl, record.key),
      names: namesOf(record, description),
    })),
    page: { self: addressOf(iri, page), next },
  });
  return { quads, links: next === null ? [] : [{ rel: 'next', href: next }] };
}

/** The names of a record by language; the title of a source has none. Links have no names. */
function namesOf(record: StoredRecord, { kind }: Description): LocalizedTexts {
  if (kind === 'resource') return record.name as LocalizedTexts;
  return typeof record.title === 'string' ? { '': record.title } : {};
}
