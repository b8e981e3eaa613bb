/** The representations of records, lists and vocabularies that the gateway serves, in the order of preference. A new one is one line. */
import type { Router } from 'express';
import { rdfFormats } from '../../rdf/formats';
import type { Profile } from '../../rdf/profiles/profile';
import { schemaOrg } from '../../rdf/schema-org/profile';
import type { PageAssets } from '../page-assets';
import type { AskedOptions } from './asked';
import { html } from './html';
import { json } from './json';
import { linksets } from './linksets';
import { rdf } from './rdf';
import { recordAddresses } from './records';
import { inSchemaOrg } from './in-schema-org';
import { subjectQueries } from './subject-queries';
import type { Offer } from './wanted';

export interface RecordRoutes extends AskedOptions {
  readonly assets: PageAssets;
  /** The profiles of RDF documents; the first one is the default. */
  readonly profiles: readonly Profile[];
}

/** The routes of records, lists and vocabularies. */
export function recordRoutes({ assets, profiles, ...options }: RecordRoutes): Router {
  const queryOf = subjectQueries(options.registry);
  const offer: Offer = {
    profiles: [...profiles, schemaOrg],
    representations: [
      html({ assets, offered: () => offer.representations }),
      ...rdfFormats.map((format) => rdf(format, queryOf, profiles[0])),
      inSchemaOrg(queryOf),
      json(queryOf),
      ...linksets(() => offer),
    ],
  };
  return recordAddresses({ ...options, ...offer });
}
