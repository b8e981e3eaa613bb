/** The representations of records and lists that the gateway serves, in the order of preference. A new one is one line. */
import type { Router } from 'express';
import type { AskedOptions } from './asked';
import { json } from './json';
import { recordAddresses } from './records';
import { redirectToQuery } from './redirect-to-query';
import type { Representation } from './representation';
import { subjectQueries } from './subject-queries';

/** The routes of records and lists. */
export function recordRoutes(options: AskedOptions): Router {
  const queryOf = subjectQueries(options.registry);
  const representations: readonly Representation[] = [redirectToQuery(queryOf), json(queryOf)];
  return recordAddresses({ ...options, representations, profiles: [] });
}
