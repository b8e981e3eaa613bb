/** The catalogue as harvesters read it: what its record says, completed by what the gateway knows of itself. */
import type { Quad } from '@rdfjs/types';
import { dcat, dct, foaf, rdfs } from '../../vocabulary/namespaces';
import { literal } from '../factory';
import { instant, iri, statedOf } from './statements';

/** What the gateway knows of the catalogue that it serves. */
export interface ServedCatalogue {
  readonly iri: string;
  /** The gateway's home page. */
  readonly homepage: string;
  /** When anything in it changed last. */
  readonly changedAt: string | null;
}

/** @param document the document of its record; empty if none describes it */
export function catalogueQuads(document: readonly Quad[], served: ServedCatalogue): Quad[] {
  const states = (property: string): boolean =>
    document.some(({ subject, predicate }) => subject.value === served.iri && predicate.value === property);
  const own = document.filter(
    ({ subject, predicate }) =>
      served.changedAt === null || subject.value !== served.iri || predicate.value !== dct('modified'),
  );
  return [
    ...own,
    ...statedOf(served.iri, document.length === 0 ? [dcat('Catalog')] : [], [
      [dct('modified'), [served.changedAt === null ? null : instant(served.changedAt)]],
      [rdfs('comment'), document.length === 0 ? undescribed : []],
    ]),
    ...(states(foaf('homepage')) ? [] : homepageQuads(served)),
  ];
}

/** Said in place of a title, publisher and licence that nobody stated. */
const undescribed = [
  literal('Kein Datensatz dieses Katalogs sagt, wer ihn unter welcher Lizenz veröffentlicht.', 'de'),
  literal('No record of this catalogue says who publishes it, and under which licence.', 'en'),
];

const homepageQuads = ({ iri: of, homepage }: ServedCatalogue): Quad[] => [
  ...statedOf(of, [], [[foaf('homepage'), [iri(homepage)]]]),
  ...statedOf(homepage, [foaf('Document')], []),
];
