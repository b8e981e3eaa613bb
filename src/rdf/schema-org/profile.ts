/** The profile of documents in the terms of schema.org. It has no rules: what schema.org cannot say is left out. */
import type { NamedProfile } from '../profiles/named-profile';

export const schemaOrg: NamedProfile = { name: 'schema-org', release: null, iri: 'https://schema.org/' };
