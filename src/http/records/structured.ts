/** What search engines read in the pages of records, lists and vocabularies, and at `?_profile=schema-org`. */
import type { Quad } from '@rdfjs/types';
import { fieldOfList } from '../../resource/field-names';
import { keyOfGlobalId, iriOf } from '../../resource/identity';
import { namesOfClass } from '../../resource/labels';
import { structuredList } from '../../rdf/schema-org/collection';
import { structuredData } from '../../rdf/schema-org/structured-data';
import { thingOf } from '../../rdf/schema-org/thing';
import { namedCatalogue } from './own-catalogue';
import { addressOf } from './page-arguments';
import type { RepresentationRequest } from './representation';
import { endOf, type Answered, type PageInfo } from './subject-query';

/** A record in the terms of schema.org; null if these have no type for it. */
export async function structuredRecord(
  request: RepresentationRequest,
  quads: readonly Quad[],
): Promise<object | null> {
  const thing = thingOf(quads, request.iri);
  if (!thing) return null;
  const catalogue = thing.type === 'Dataset' ? await namedCatalogue(request) : null;
  return structuredData(thing, { language: request.language, catalogue });
}

/** A list, as the answer of the query for it has it. */
interface List {
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
  readonly nodes: readonly Answered[];
}

/** @param data the answer of the query for the list */
export async function structuredPage(request: RepresentationRequest, data: Answered): Promise<object | null> {
  const { subject, iri, page, language, publicUrl } = request;
  if (subject.kind !== 'list') return null;
  const { description } = subject;
  const { totalCount, pageInfo, nodes } = data[fieldOfList(description)] as List;
  const after = endOf(pageInfo);
  return structuredList({
    iri,
    language,
    name: namesOfClass(description)[language].many,
    total: totalCount,
    next: after === null ? null : addressOf(iri, { ...page, after }),
    members: nodes.map((node) => memberOf(node, publicUrl, description.path)),
    catalogue: await namedCatalogue(request),
  });
}

/** A resource has a name, a source a title, and a link those of its ends. */
function memberOf(node: Answered, publicUrl: string, path: string): { iri: string; name: string } {
  if (typeof node.iri === 'string' && typeof node.name === 'string')
    return { iri: node.iri, name: node.name };
  if (typeof node.title === 'string')
    return { iri: iriOf(publicUrl, `${path}/${String(node.slug)}`), name: node.title };
  const { from, to } = node as { from?: Answered; to?: Answered };
  return {
    iri: iriOf(publicUrl, keyOfGlobalId(String(node.id)) ?? ''),
    name: `${String(from?.name)} – ${String(to?.name)}`,
  };
}
