/** Apollo Client 4 pages through a connection and merges the pages in its cache. */
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client/core';
import { relayStylePagination } from '@apollo/client/utilities';
import { institutionsInSeeds, startSeeded, type SeededGateway } from './seeded-gateway';

interface Page {
  institutions: {
    edges: { node: { slug: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const query: TypedDocumentNode<Page, { after: string | null }> = gql`
  query Institutions($after: String) {
    institutions(first: 7, after: $after, orderBy: [{ field: NAME }]) {
      edges {
        node {
          id
          slug
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

let gateway: SeededGateway;
beforeAll(async () => {
  gateway = await startSeeded();
});
afterAll(() => gateway.stop());

it('has every institution once when it has fetched more until there is no next page', async () => {
  const cache = new InMemoryCache({
    typePolicies: { Query: { fields: { institutions: relayStylePagination(['orderBy']) } } },
  });
  const client = new ApolloClient({ cache, link: new HttpLink({ uri: gateway.endpoint }) });
  const watched = client.watchQuery({ query, variables: { after: null } });

  let { data } = await client.query({ query, variables: { after: null } });
  while (data?.institutions.pageInfo.hasNextPage) {
    const { endCursor } = data.institutions.pageInfo;
    ({ data } = await watched.fetchMore({ variables: { after: endCursor } }));
  }

  const merged = client.readQuery({ query, variables: { after: null } });
  expect(merged?.institutions.edges.map(({ node }) => node.slug).sort()).toEqual(institutionsInSeeds());
  client.stop();
});
