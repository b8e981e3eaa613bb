/** The JSON of a record or list: the result of a GraphQL query, page by page. */
import { jsonTypes } from '../accept';
import { recordOrList } from './address';
import { affordablePage } from './affordable';
import { faultOf } from './faults';
import { addressOf } from './page-asked';
import type { Asked, Representation } from './representation';
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
    write: async (asked) => {
      const { subject } = asked;
      if (subject.kind === 'vocabulary') return { text: vocabularyJson(subject.scheme, asked.iri) };
      const query = queryOf(recordOrList(subject));
      const { data, endCursor } = await answered(asked, query);
      const next = endCursor === null ? null : addressOf(asked.iri, { ...asked.page, after: endCursor });
      return {
        text: JSON.stringify({ data, extensions: { next } }),
        links: next === null ? [] : [{ rel: 'next', href: next }],
      };
    },
  };
}

async function answered(asked: Asked, query: SubjectQuery): Promise<AnsweredPage> {
  const { params, cost } = affordablePage(asked, query);
  const { data, errors } = await asked.ask(params, cost);
  const found = errors || !data ? null : query.pageIn(data, asked.publicUrl);
  if (found) return found;
  throw faultOf(errors?.[0]);
}
