/** The queries behind the pages of records, links and sources: everything that is declared of their class. */
import { parse, print } from 'graphql';
import { describe, type Description, type InverseList } from '../../../resource/description';
import { fieldOfList, fieldOfOne } from '../../../resource/field-names';
import type { Registry } from '../../../resource/registry';
import { isAssessed } from '../../../resource/assessed-record';
import { assessmentSelection } from './assessment';
import { linksOf, linkTotals } from './links';
import { evidence, identifiers, mention, pageInfo, selectionOf } from './selection';

/** The most records of a list that a page shows; the page of the list has all of them. */
const listed = 20;
/** The most links on a page, unless its address says otherwise. */
const linked = 100;

/** The lists of a record that are no links, as these are shown with their roles and dates. */
export const inverseLists = ({ lists }: Description): InverseList[] =>
  lists.filter((list): list is InverseList => list.kind === 'inverse');

/** What a list selects of its records. */
const node = (of: Description): string =>
  of.kind === 'resource' ? mention : `{ __typename id from ${mention} to ${mention} }`;

const selectionOfFields = ({ attributes, uniqueIdentifiers, references }: Description): string =>
  [
    ...attributes.map((attribute) => selectionOf(attribute)),
    ...uniqueIdentifiers.map(({ name }) => name),
    ...references.map(({ name }) => `${name} ${mention}`),
  ].join('\n');

/** The query for a resource, with a page of its links. */
export function resourceDocument(description: Description, { links }: Registry): string {
  const lists = inverseLists(description).map(
    ({ name, to }) => `${name}(first: ${listed}) { totalCount nodes ${node(describe(to()))} }`,
  );
  return print(
    parse(`query ${description.type}($iri: IRI!, $first: Int = ${linked}, $after: String) {
  ${fieldOfOne(description)}(by: { iri: $iri }) {
    __typename id iri names { language value }
    ${selectionOfFields(description)}
    ${lists.join('\n')}
    ${identifiers}
    disputes { property }
    ${evidence}
    ${isAssessed(description) ? assessmentSelection : ''}
    links(first: $first, after: $after) { totalCount ${pageInfo} nodes { ${linksOf(links)} } }
    ${linkTotals}
  }
}`),
  );
}

/** The query for a link. */
export const linkDocument = (description: Description): string =>
  print(
    parse(`query ${description.type}($id: ID!) {
  node(id: $id) {
    ... on ${description.type} {
      __typename id from ${mention} to ${mention}
      ${selectionOfFields(description)}
      ${evidence}
    }
  }
}`),
  );

/** The lists whose records cite sources. */
export const citingLists = ({ resources, links }: Registry): Description[] => [...resources, ...links];

/** The query for a source. */
export const sourceDocument = (description: Description): string =>
  print(
    parse(`query ${description.type}($slug: String!) {
  ${fieldOfOne(description)}(by: { slug: $slug }) { __typename id ${selectionOfFields(description)} }
}`),
  );

/** Lists that one query counts: fewer than the fields of Query that one may ask for. */
const countedAtOnce = 15;

/** The queries for how many records of each list rest on a source. */
export function citingDocuments(registry: Registry): string[] {
  const counts = citingLists(registry).map(
    (each) =>
      `${fieldOfList(each)}(filter: { evidence: { citedFrom: { slug: { eq: $slug } } } }) { totalCount }`,
  );
  const names = Array.from({ length: Math.ceil(counts.length / countedAtOnce) }, (_, index) => index);
  return names.map((index) =>
    print(
      parse(
        `query CitedFrom${index + 1}($slug: String!) { ${counts.slice(index * countedAtOnce, (index + 1) * countedAtOnce).join('\n')} }`,
      ),
    ),
  );
}
