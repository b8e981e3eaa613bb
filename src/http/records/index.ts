/** The representations of records and lists that the gateway serves, in the order of preference. A new one is one line. */
import type { Router } from 'express';
import type { PageAssets } from '../page-assets';
import type { AskedOptions } from './asked';
import { html } from './html';
import { json } from './json';
import { recordAddresses } from './records';
import type { Representation } from './representation';
import { subjectQueries } from './subject-queries';

/** The routes of records and lists. */
export function recordRoutes(options: AskedOptions & { assets: PageAssets }): Router {
  const representations: readonly Representation[] = [
    html({ assets: options.assets, offered: () => representations }),
    json(subjectQueries(options.registry)),
  ];
  return recordAddresses({ ...options, representations, profiles: [] });
}
