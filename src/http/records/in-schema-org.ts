/** Records, lists and vocabularies in the terms of schema.org: what search engines read in their pages, at an address of its own. */
import { schemaOrg } from '../../rdf/schema-org/profile';
import { structuredScheme } from '../../rdf/schema-org/collection';
import { jsonLd } from '../../rdf/formats/json-ld';
import { Refusal } from '../errors';
import { recordOrList } from './address';
import { affordablePage } from './affordable';
import { readBriefDocument } from './documents';
import { faultOf } from './faults';
import type { RepresentationRequest, Representation } from './representation';
import { structuredPage, structuredRecord } from './structured';
import type { QueryOf } from './subject-queries';

export const inSchemaOrg = (queryOf: QueryOf): Representation => ({
  name: 'schema-org',
  extension: jsonLd.extension,
  types: jsonLd.types,
  of: ['record', 'list', 'vocabulary'],
  isProfiled: true,
  only: schemaOrg.name,
  write: async (request) => {
    const data = await dataOf(request, queryOf);
    if (data) return { text: `${JSON.stringify(data, null, 2)}\n`, contentType: jsonLd.contentType };
    throw new Refusal(
      406,
      `${request.iri} has no form in the profile ${schemaOrg.name}: schema.org has no type for it. Ask for it without "_profile".`,
      { code: 'NOT_IN_PROFILE', profile: schemaOrg.iri },
    );
  },
});

async function dataOf(request: RepresentationRequest, queryOf: QueryOf): Promise<object | null> {
  const { subject, iri, language } = request;
  if (subject.kind === 'vocabulary') return structuredScheme(subject.scheme, iri, language);
  const { params, cost } = affordablePage(request, queryOf(recordOrList(subject)));
  if (subject.kind === 'record') {
    await request.charge(cost);
    return structuredRecord(request, await readBriefDocument(request));
  }
  const { data, errors } = await request.ask(params, cost);
  if (errors || !data) throw faultOf(errors?.[0]);
  return structuredPage(request, data);
}
