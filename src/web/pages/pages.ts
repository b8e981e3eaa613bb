/** All pages that show no single record or list, in the order of the navigation. A new one is one line. */
import { changesPage } from './changes/page';
import { comparePage } from './compare/page';
import { coveragePage } from './coverage/page';
import { disputesPage } from './disputes/page';
import { homePage } from './home/page';
import { mapPage } from './map/page';
import { matrixPage } from './matrix/page';
import { moneyPage } from './money/page';
import { networkPage } from './network/page';
import { searchPage } from './search/page';
import type { SitePage } from './site-page';
import { timelinePage } from './timeline/page';
import { vocabulariesPage } from './vocabularies/page';

export const sitePages: readonly SitePage[] = [
  homePage,
  searchPage,
  disputesPage,
  changesPage,
  mapPage,
  networkPage,
  timelinePage,
  matrixPage,
  coveragePage,
  moneyPage,
  comparePage,
  vocabulariesPage,
];

const byPath = new Map(sitePages.map((page) => [page.path, page]));

/** The page at a path; null if there is none. */
export const sitePageAt = (path: string): SitePage | null => byPath.get(path) ?? null;
