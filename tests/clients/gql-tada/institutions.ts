/** A client whose answers are typed from its queries by gql.tada; nothing in it says what an institution is. */
import { initGraphQLTada } from 'gql.tada';
import { request } from 'graphql-request';
import type { introspection } from '../../../.cache/gql-tada/introspection';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; IRI: string };
}>();

const page = graphql(`
  query Institutions($after: String) {
    institutions(first: 7, after: $after) {
      nodes {
        slug
        kind
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The slugs of all institutions, read page by page. */
export async function institutions(endpoint: string): Promise<string[]> {
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof ask>> = await ask(endpoint, after);
    slugs.push(...answer.nodes.map(({ slug }) => slug));
    after = answer.pageInfo.hasNextPage ? answer.pageInfo.endCursor : null;
  } while (after !== null);
  return slugs;
}

async function ask(endpoint: string, after: string | null) {
  const { institutions } = await request(endpoint, page, { after });
  // Null where an argument is wrong, which graphql-request tells before.
  if (!institutions) throw new Error('No institutions were answered.');
  return institutions;
}

/** Whether an answer of the wrong shape would be noticed: each line below it is an error. */
export async function mistakes(endpoint: string): Promise<void> {
  const [first] = (await ask(endpoint, null)).nodes;
  // @ts-expect-error The query did not ask for the name.
  void first?.name;
  // @ts-expect-error No institution is of this kind.
  void (first?.kind === 'BAKERY');
  // @ts-expect-error A cursor is a text.
  await request(endpoint, page, { after: 7 });
}
