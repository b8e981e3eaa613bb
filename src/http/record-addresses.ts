/** The web addresses of records: each leads a browser to the record in GraphiQL, and gives it to a program as JSON. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { recordKey, slugPattern } from '../resource/identity';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { inLanguage } from '../resource/text';
import type { WithdrawnRecord } from '../query/withdrawn';
import { Refusal } from './errors';
import type { AnswerWith } from './graphql-route';
import { preferredLanguage } from './language';
import { onlyToRead } from './methods';

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

/** What is, and what was, at a key. */
export interface RecordsByKey {
  find: (key: string) => Promise<StoredRecord | null>;
  findWithdrawn: (key: string) => Promise<WithdrawnRecord | null>;
}

/**
 * `GET /institutions/marburg` leads a browser to the query that shows the record (303, https://www.w3.org/TR/cooluris/)
 * and answers a program with the result of that query; 404 when there never was such a record, 410 with what it was when it was withdrawn.
 * @param guards decide whether it is looked up at all.
 * @param publicPath below which the gateway is known.
 */
export function recordAddresses(
  registry: Registry,
  guards: readonly RequestHandler[],
  { find, findWithdrawn }: RecordsByKey,
  iriOfKey: (key: string) => string,
  answerWith: AnswerWith,
  publicPath: string,
): Router {
  const router = Router();
  for (const description of registry.resources) {
    router.all(`/${description.path}/:slug`, onlyToRead);
    router.get(
      `/${description.path}/:slug`,
      ...guards,
      async (request: Request<{ slug: string }>, response, next) => {
        const { slug } = request.params;
        const key = recordKey(description, slug);
        if (!slugPattern.test(slug) || !(await find(key))) {
          const was = slugPattern.test(slug) ? await findWithdrawn(key) : null;
          next(was ? gone(was, request, response) : undefined);
          return;
        }
        const variables = { iri: iriOfKey(key) };
        response.vary('Accept');
        if (request.accepts(['json', 'html']) === 'html') {
          const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
          response.redirect(303, `${publicPath}/graphql?${parameters.toString()}`);
        } else await answerWith(request, response, query, variables);
      },
    );
  }
  return router;
}

function gone({ type, names, withdrawnAt }: WithdrawnRecord, request: Request, response: Response): Refusal {
  response.vary('Accept-Language');
  const name = names && inLanguage(names, preferredLanguage(request));
  const what = [type, ...(name === null ? [] : [`"${name}"`])].join(' ');
  return new Refusal(
    410,
    `${what} was withdrawn on ${withdrawnAt.slice(0, 10)}: the catalogue holds it no longer.`,
    { code: 'GONE', type, name, withdrawnAt },
    // It may come back.
    { 'Cache-Control': 'no-cache' },
  );
}
