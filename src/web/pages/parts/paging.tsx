/** From page to page of a list. */
import type { PageInfo } from '../answered';
import { hrefOf, wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';

interface PagingOptions {
  site: Site;
  pageInfo: PageInfo;
  /** How many are on this page, and how many there are. */
  shown: number;
  total: number;
  /** Where the list stands on the page. */
  anchor: string;
  /** The cursor after which the page before this one begins, null if that is the first one; left out where it is not known. */
  previous?: string | null;
}

/** The parameters of this page for another page of the list. */
function parametersFor({ parameters }: Site, after: string | null): URLSearchParams {
  const others = new URLSearchParams(parameters);
  others.delete('after');
  others.delete('lang');
  if (after !== null) others.set('after', after);
  return others;
}

/** The path of this page with what follows a cursor; null for the first page. */
const hrefAfter = (site: Site, after: string | null): string =>
  hrefOf(site, site.path, parametersFor(site, after));

/** The path of the next page of a list; null if there is none. */
export const nextPage = (site: Site, { hasNextPage, endCursor }: PageInfo): string | null =>
  hasNextPage ? hrefAfter(site, endCursor) : null;

export function Paging({ site, pageInfo, shown, total, anchor, previous }: PagingOptions) {
  const words = wordsOf(site);
  const isFirst = !site.parameters.get('after');
  const next = nextPage(site, pageInfo);
  if (isFirst && next === null) return null;
  return (
    <nav class="paging" aria-label={words.pages}>
      <span>{words.shown(writtenNumber(shown, site.language), writtenNumber(total, site.language))}</span>
      {!isFirst && (
        <a href={`${hrefAfter(site, null)}#${anchor}`} rel="first">
          {words.first}
        </a>
      )}
      {!isFirst && previous !== undefined && (
        <a href={`${hrefAfter(site, previous)}#${anchor}`} rel="prev">
          {words.previous}
        </a>
      )}
      {next !== null && (
        <a href={`${next}#${anchor}`} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}
