/** The web addresses of records: each leads a browser to the record in GraphiQL, and gives it to a program as JSON. */
import { Router, type Request, type RequestHandler } from 'express';
import { recordKey, slugPattern } from '../resource/identity';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import type { AnswerWith } from './graphql-route';

const query = `query Record($iri: IRI!) {
  resourceByIri(iri: $iri) {
    __typename
    slug
    name
    description
    homepage
    identifiers { scheme value }
    evidence { property statedValue quotation confidence source { title url } }
    links { nodes { kind source { name } target { name } validFrom validUntil } }
  }
}`;

/**
 * `GET /institutions/marburg` leads a browser to the query that shows the record (303, https://www.w3.org/TR/cooluris/)
 * and answers a program with the result of that query; 404 when there is no such record.
 * @param guards decide whether it is looked up at all.
 */
export function recordAddresses(
  registry: Registry,
  guards: readonly RequestHandler[],
  find: (key: string) => Promise<StoredRecord | null>,
  iriOfKey: (key: string) => string,
  answerWith: AnswerWith,
): Router {
  const router = Router();
  for (const description of registry.resources) {
    router.get(
      `/${description.path}/:slug`,
      ...guards,
      async (request: Request<{ slug: string }>, response, next) => {
        const { slug } = request.params;
        const key = recordKey(description, slug);
        if (!slugPattern.test(slug) || !(await find(key))) {
          next();
          return;
        }
        const variables = { iri: iriOfKey(key) };
        response.vary('Accept');
        if (request.accepts(['json', 'html']) === 'html') {
          const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
          response.redirect(303, `/graphql?${parameters.toString()}`);
        } else await answerWith(request, response, query, variables);
      },
    );
  }
  return router;
}
