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
}

/** The parameters of this page for another page of the list. */
function parametersFor({ parameters }: Site, after: string | null): URLSearchParams {
  const others = new URLSearchParams(parameters);
  others.delete('after');
  others.delete('lang');
  if (after !== null) others.set('after', after);
  return others;
}

export function Paging({ site, pageInfo, shown, total, anchor }: PagingOptions) {
  const words = wordsOf(site);
  const isFirst = !site.parameters.get('after');
  if (isFirst && !pageInfo.hasNextPage) return null;
  const hrefAfter = (after: string | null) =>
    `${hrefOf(site, site.path, parametersFor(site, after))}#${anchor}`;
  return (
    <nav class="paging" aria-label={words.pages}>
      <span>{words.shown(writtenNumber(shown, site.language), writtenNumber(total, site.language))}</span>
      {!isFirst && (
        <a href={hrefAfter(null)} rel="first">
          {words.first}
        </a>
      )}
      {pageInfo.hasNextPage && (
        <a href={hrefAfter(pageInfo.endCursor)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}
