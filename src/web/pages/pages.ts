/** All pages that show no single record or list, in the order of the navigation. A new one is one line. */
import { homePage } from './home/page';
import { searchPage } from './search/page';
import type { SitePage } from './site-page';

export const sitePages: readonly SitePage[] = [homePage, searchPage];

const byPath = new Map(sitePages.map((page) => [page.path, page]));

/** The page at a path; null if there is none. */
export const sitePageAt = (path: string): SitePage | null => byPath.get(path) ?? null;
