/** `/.well-known/api-catalog`: which interfaces the gateway has, and where they are described. https://www.rfc-editor.org/rfc/rfc9727 */
import type { RequestHandler } from 'express';
import { linksetJson, linksetJsonType } from '../records/linkset';
import { linkHeader, type TypedLink } from '../records/typed-link';
import { sendAs } from '../send-as';

export const apiCatalogPath = '/.well-known/api-catalog';
const profile = 'https://www.rfc-editor.org/info/rfc9727';

/** An interface of the gateway. */
export interface Api {
  /** Its path, such as `/graphql`. */
  readonly path: string;
  readonly title: string;
  /** Where it is described: paths of the gateway, or addresses elsewhere. */
  readonly links: readonly Pick<TypedLink, 'rel' | 'href' | 'type'>[];
}

export function apiCatalog(apis: readonly Api[], publicUrl: () => string): RequestHandler {
  return (_request, response) => {
    const base = publicUrl();
    const whole = (href: string) => (href.startsWith('/') ? base + href : href);
    const links = apis.flatMap(({ path, title, links: own }): TypedLink[] => [
      { rel: 'item', href: whole(path), title },
      ...own.map((link) => ({ ...link, anchor: whole(path), href: whole(link.href) })),
    ]);
    response.set({
      'Cache-Control': 'public, max-age=3600',
      Link: linkHeader([{ rel: 'api-catalog', href: whole(apiCatalogPath) }]),
    });
    const text = linksetJson(links, whole(apiCatalogPath));
    sendAs(response, `${linksetJsonType}; profile="${profile}"`, text);
  };
}
