/** The web addresses of records: each leads to the record in GraphiQL, or in the endpoint for programs. */
import { Router } from 'express';
import { recordKey, slugPattern } from '../resource/identity';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';

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
 * `GET /institutions/marburg` answers 303 to the query that shows the record, 404 when there is none
 * (https://www.w3.org/TR/cooluris/).
 */
export function recordAddresses(
  registry: Registry,
  find: (key: string) => Promise<StoredRecord | null>,
  iriOfKey: (key: string) => string,
): Router {
  const router = Router();
  for (const description of registry.resources) {
    router.get(`/${description.path}/:slug`, async (request, response, next) => {
      const { slug } = request.params;
      const key = recordKey(description, slug);
      if (!slugPattern.test(slug) || !(await find(key))) {
        next();
        return;
      }
      const variables = JSON.stringify({ iri: iriOfKey(key) });
      response.redirect(303, `/graphql?${new URLSearchParams({ query, variables }).toString()}`);
    });
  }
  return router;
}
