/** Records, lists and vocabularies in the terms of schema.org: what search engines read in their pages, at an address of its own. */
import { schemaOrg } from '../../rdf/schema-org/profile';
import { structuredScheme } from '../../rdf/schema-org/collection';
import { jsonLd } from '../../rdf/formats/json-ld';
import { Refusal } from '../errors';
import { recordOrList } from './address';
import { affordablePage } from './affordable';
import { readBriefDocument } from './documents';
import { faultOf } from './faults';
import type { Asked, Representation } from './representation';
import { structuredPage, structuredRecord } from './structured';
import type { QueryOf } from './subject-queries';

export const inSchemaOrg = (queryOf: QueryOf): Representation => ({
  name: 'schema-org',
  extension: jsonLd.extension,
  types: jsonLd.types,
  of: ['record', 'list', 'vocabulary'],
  isProfiled: true,
  only: schemaOrg.name,
  write: async (asked) => {
    const data = await dataOf(asked, queryOf);
    if (data) return { text: `${JSON.stringify(data, null, 2)}\n`, contentType: jsonLd.contentType };
    throw new Refusal(
      406,
      `${asked.iri} has no form in the profile ${schemaOrg.name}: schema.org has no type for it. Ask for it without "_profile".`,
      { code: 'NOT_IN_PROFILE', profile: schemaOrg.iri },
    );
  },
});

async function dataOf(asked: Asked, queryOf: QueryOf): Promise<object | null> {
  const { subject, iri, language } = asked;
  if (subject.kind === 'vocabulary') return structuredScheme(subject.scheme, iri, language);
  const { params, cost } = affordablePage(asked, queryOf(recordOrList(subject)));
  if (subject.kind === 'record') {
    await asked.charge(cost);
    return structuredRecord(asked, await readBriefDocument(asked));
  }
  const { data, errors } = await asked.ask(params, cost);
  if (errors || !data) throw faultOf(errors?.[0]);
  return structuredPage(asked, data);
}
