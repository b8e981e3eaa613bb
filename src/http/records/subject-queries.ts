/** The queries of all records and lists, each made when it is first needed. */
import { getOrMake } from '../../maps';
import type { Registry } from '../../resource/registry';
import type { RecordSubject } from './address';
import { listQuery } from './list-query';
import { nodeQuery } from './node-query';
import { resourceQuery } from './record-query';
import type { RepresentationRequest } from './representation';
import type { SubjectQuery, Target } from './subject-query';

export type QueryOf = (subject: RecordSubject) => SubjectQuery;

export function subjectQueries(registry: Registry): QueryOf {
  const ofResources = resourceQuery(registry);
  const made = new Map<string, SubjectQuery>();
  return ({ kind, description }) => {
    if (kind === 'record' && description.kind === 'resource') return ofResources;
    return getOrMake(made, `${kind} ${description.type}`, () =>
      kind === 'list' ? listQuery(description) : nodeQuery(description),
    );
  };
}

/** What a request asks of a query. */
export const targetOf = ({
  subject,
  iri,
  page,
}: Pick<RepresentationRequest, 'subject' | 'iri' | 'page'>): Target => ({
  iri,
  key: subject.kind === 'record' ? subject.key : '',
  page,
});
