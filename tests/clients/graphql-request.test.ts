/** The plainest client, graphql-request, pages through a connection forwards and backwards. */
import { gql, GraphQLClient } from 'graphql-request';
import { institutionsInSeeds, startSeeded, type SeededGateway } from './seeded-gateway';

interface Page {
  institutions: {
    nodes: { slug: string }[];
    pageInfo: {
      hasNextPage: boolean;
      endCursor: string | null;
      hasPreviousPage: boolean;
      startCursor: string | null;
    };
  };
}
const query = gql`
  query Institutions($first: Int, $after: String, $last: Int, $before: String) {
    institutions(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        slug
      }
      pageInfo {
        hasNextPage
        endCursor
        hasPreviousPage
        startCursor
      }
    }
  }
`;

let gateway: SeededGateway;
beforeAll(async () => {
  gateway = await startSeeded();
});
afterAll(() => gateway.stop());

it.each([
  ['POST', {}],
  ['GET', { method: 'GET', jsonSerializer: JSON } as const],
])('reads every institution once from the beginning to the end by %s', async (_method, options) => {
  const client = new GraphQLClient(gateway.endpoint, options);
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const { institutions }: Page = await client.request(query, { first: 7, after });
    slugs.push(...institutions.nodes.map(({ slug }) => slug));
    after = institutions.pageInfo.hasNextPage ? institutions.pageInfo.endCursor : null;
  } while (after !== null);

  expect(slugs.sort()).toEqual(institutionsInSeeds());
});

it('reads every institution once from the end to the beginning', async () => {
  const client = new GraphQLClient(gateway.endpoint);
  const slugs: string[] = [];
  let before: string | null = null;
  do {
    const { institutions }: Page = await client.request(query, { last: 7, before });
    slugs.push(...institutions.nodes.map(({ slug }) => slug));
    before = institutions.pageInfo.hasPreviousPage ? institutions.pageInfo.startCursor : null;
  } while (before !== null);

  expect(slugs.sort()).toEqual(institutionsInSeeds());
});
