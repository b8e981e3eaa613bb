/** The JSON of a record or list: the result of a GraphQL query, page by page. */
import { jsonTypes } from '../accept';
import { recordOrList } from './address';
import { affordablePage } from './affordable';
import { faultOf } from './faults';
import { addressOf } from './page-arguments';
import type { RepresentationRequest, Representation } from './representation';
import { vocabularyJson } from './vocabulary-json';
import type { AnsweredPage, SubjectQuery } from './subject-query';
import type { QueryOf } from './subject-queries';

/** As a program reads it. */
export function json(queryOf: QueryOf): Representation {
  return {
    name: 'json',
    extension: 'json',
    types: jsonTypes,
    of: ['record', 'list', 'vocabulary'],
    isProfiled: false,
    write: async (request) => {
      const { subject } = request;
      if (subject.kind === 'vocabulary') return { text: vocabularyJson(subject.scheme, request.iri) };
      const query = queryOf(recordOrList(subject));
      const { data, endCursor } = await answered(request, query);
      const next = endCursor === null ? null : addressOf(request.iri, { ...request.page, after: endCursor });
      return {
        text: JSON.stringify({ data, extensions: { next } }),
        links: next === null ? [] : [{ rel: 'next', href: next }],
      };
    },
  };
}

async function answered(request: RepresentationRequest, query: SubjectQuery): Promise<AnsweredPage> {
  const { params, cost } = affordablePage(request, query);
  const { data, errors } = await request.ask(params, cost);
  const found = errors || !data ? null : query.pageIn(data, request.publicUrl);
  if (found) return found;
  throw faultOf(errors?.[0]);
}
