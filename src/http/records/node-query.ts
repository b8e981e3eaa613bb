/** The queries for links and sources, which have a global id but no address of their own in GraphQL. */
import type { Description } from '../../resource/description';
import { globalId, iriOf, keyOfGlobalId } from '../../resource/identity';
import { hasRole, type Answered, type SubjectQuery } from './subject-query';

/** The fields that tell what a link or source is, also in lists. */
export const fieldsOf = (description: Description): string =>
  description.kind === 'source'
    ? 'id slug title url publisher licence'
    : `id kind ${hasRole(description) ? 'role ' : ''}from { __typename iri name } to { __typename iri name } startsOn endsOn`;

const evidence = 'evidence { property statedValue quotation confidence citedFrom { title url } }';

/** A link or source. */
export function nodeQuery(description: Description): SubjectQuery {
  const more = description.kind === 'link' ? ` attestedFrom attestedUntil modifiedAt ${evidence}` : '';
  const query = `query Record($id: ID!) {
  node(id: $id) {
    __typename
    ... on ${description.type} { ${fieldsOf(description)}${more} }
  }
}`;
  return {
    paramsOf: ({ key }) => ({ query, variables: { id: globalId(key) } }),
    pageIn: (data, publicUrl) => {
      const node = data.node as Answered | null | undefined;
      return node ? { data: { node: withIri(node, publicUrl) }, endCursor: null } : null;
    },
  };
}

/** With the web address, which these types have in documents only. */
export function withIri({ __typename, ...fields }: Answered, publicUrl: string): Answered {
  const key = keyOfGlobalId(String(fields.id));
  return { __typename, iri: key === null ? null : iriOf(publicUrl, key), ...fields };
}
