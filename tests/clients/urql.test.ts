/** Urql, with its defaults (GET for what fits into an address), pages through a connection, and Graphcache merges the pages after Relay's rules. */
import { Client, fetchExchange, gql, type TypedDocumentNode } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { institutionsInSeeds, startSeeded, type SeededGateway } from './seeded-gateway';

interface Page {
  institutions: {
    edges: { node: { slug: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const query: TypedDocumentNode<Page, { after: string | null }> = gql`
  query Institutions($after: String) {
    institutions(first: 7, after: $after) {
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

it('has every institution once when it has asked for the pages one after another', async () => {
  const client = new Client({
    url: gateway.endpoint,
    exchanges: [cacheExchange({ resolvers: { Query: { institutions: relayPagination() } } }), fetchExchange],
  });
  const ask = async (after: string | null) => {
    const { data, error } = await client.query(query, { after });
    if (!data) throw error ?? new Error('Nothing was answered.');
    return data.institutions;
  };

  let list = await ask(null);
  while (list.pageInfo.hasNextPage) list = await ask(list.pageInfo.endCursor);

  expect(list.edges.map(({ node }) => node.slug).sort()).toEqual(institutionsInSeeds());
});
