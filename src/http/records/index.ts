/** The representations of records, lists, vocabularies and pages that the gateway serves, in the order of preference. A new one is one line. */
import type { Router } from 'express';
import { rdfFormats } from '../../rdf/formats';
import type { Profile } from '../../rdf/profiles/profile';
import { schemaOrg } from '../../rdf/schema-org/profile';
import type { Frame } from '../../web/pages/site';
import type { RepresentationRequestOptions } from './representation-request';
import { html } from './html';
import { json } from './json';
import { linksets } from './linksets';
import { rdf } from './rdf';
import { recordAddresses } from './records';
import { inSchemaOrg } from './in-schema-org';
import { subjectQueries } from './subject-queries';
import type { Offer } from './negotiated';

export interface RecordRoutes extends RepresentationRequestOptions {
  /** What all pages have in common. */
  readonly frame: Frame;
  /** The profiles of RDF documents; the first one is the default. */
  readonly profiles: readonly Profile[];
}

/** The routes of records, lists and vocabularies. */
export function recordRoutes({ frame, profiles, ...options }: RecordRoutes): Router {
  const queryOf = subjectQueries(options.registry);
  const offer: Offer = {
    profiles: [...profiles, schemaOrg],
    representations: [
      html({ frame, offered: () => offer.representations }),
      ...rdfFormats.map((format) => rdf(format, queryOf, profiles[0])),
      inSchemaOrg(queryOf),
      json(queryOf),
      ...linksets(() => offer),
    ],
  };
  return recordAddresses({ ...options, ...offer });
}
