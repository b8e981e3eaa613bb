/** Containers, by which clients of a FAIR Data Point go from a record to those below it. https://www.w3.org/TR/ldp/#ldpdc */
import type { Quad } from '@rdfjs/types';
import type { LocalizedTexts } from '../../resource/text';
import { dcat, dct, fdpo, ldp } from '../../vocabulary/namespaces';
import { iri, statedOf, texts } from './statements';

/** A container of records. */
export interface Container {
  /** Its own IRI. */
  readonly iri: string;
  readonly title: LocalizedTexts;
  /** The record to which its members belong. */
  readonly of: string;
  /** The property that leads from that record to each member. */
  readonly relation: string;
}

/** The container without its members. */
export const containerQuads = (container: Container): Quad[] =>
  statedOf(
    container.iri,
    [ldp('DirectContainer')],
    [
      [dct('title'), texts(container.title)],
      [ldp('membershipResource'), [iri(container.of)]],
      [ldp('hasMemberRelation'), [iri(container.relation)]],
    ],
  );

/** That a container has these members. */
export const containedQuads = (container: Container, members: readonly string[]): Quad[] =>
  statedOf(container.iri, [], [[ldp('contains'), members.map(iri)]]);

/** That the record of a container has these members. */
export const memberQuads = ({ of, relation }: Container, members: readonly string[]): Quad[] =>
  statedOf(of, [], [[relation, members.map(iri)]]);

/** The containers of the records of a FAIR Data Point, by what they contain. */
export const containerOf = {
  catalogues: (of: string): Container => ({
    iri: `${of}#catalogues`,
    title: { de: 'Kataloge', en: 'Catalogues' },
    of,
    relation: fdpo('metadataCatalog'),
  }),
  datasets: (of: string): Container => ({
    iri: `${of}#datasets`,
    title: { de: 'Datensätze', en: 'Datasets' },
    of,
    relation: dcat('dataset'),
  }),
  distributions: (of: string): Container => ({
    iri: `${of}#distributions`,
    title: { de: 'Distributionen', en: 'Distributions' },
    of,
    relation: dcat('distribution'),
  }),
};
