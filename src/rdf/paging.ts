/** Pages of what has many members. https://www.hydra-cg.com/spec/latest/core/#collections */
import type { Quad } from '@rdfjs/types';
import type { LocalizedTexts } from '../resource/text';
import { literal, namedNode, quad } from './factory';
import { hydra, rdf, rdfs, xsd } from '../vocabulary/namespaces';

/** A page, with absolute addresses. */
export interface PageOfMany {
  readonly self: string;
  readonly next: string | null;
}

/** What leads on from a page. */
export const pageQuads = ({ self, next }: PageOfMany): Quad[] => [
  quad(namedNode(self), namedNode(rdf('type')), namedNode(hydra('PartialCollectionView'))),
  ...(next === null ? [] : [quad(namedNode(self), namedNode(hydra('next')), namedNode(next))]),
];

/** A list with a page of its members, of which only the names are stated: their documents say the rest. */
export interface ListedMembers {
  readonly iri: string;
  readonly titles: LocalizedTexts;
  readonly total: number;
  readonly members: readonly { readonly iri: string; readonly names: LocalizedTexts }[];
  readonly page: PageOfMany;
}

export function listQuads({ iri, titles, total, members, page }: ListedMembers): Quad[] {
  const list = namedNode(iri);
  const label = namedNode(rdfs('label'));
  const named = (node: typeof list, names: LocalizedTexts) =>
    Object.entries(names).map(([language, text]) =>
      quad(node, label, language === '' ? literal(text) : literal(text, language)),
    );
  return [
    quad(list, namedNode(rdf('type')), namedNode(hydra('Collection'))),
    ...named(list, titles),
    quad(list, namedNode(hydra('totalItems')), literal(String(total), namedNode(xsd('integer')))),
    quad(list, namedNode(hydra('view')), namedNode(page.self)),
    ...members.map((member) => quad(list, namedNode(hydra('member')), namedNode(member.iri))),
    ...pageQuads(page),
    ...members.flatMap((member) => named(namedNode(member.iri), member.names)),
  ];
}
