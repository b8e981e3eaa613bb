/** The path prefix of the gateway when it is part of a larger site: the path of `PUBLIC_URL`. */
import type { RequestListener } from 'node:http';

/** The path of a URL without trailing slash; empty if it has none. */
export const pathOf = (publicUrl: string | null): string =>
  publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');

/** First path segments of the gateway's own routes, beside those of records. */
const ownPaths = [
  '.well-known',
  'assets',
  'catalog',
  'de',
  'fdp',
  'graphql',
  'healthz',
  'metrics',
  'profiles',
  'readyz',
  'robots.txt',
  'schema.graphql',
  'sitemap.xml',
  'sitemaps',
  'vocabularies',
];

/**
 * Serves an application at its own paths and below the public path, so that a proxy in front may strip the prefix or not. If the
 * prefix begins like a route of the gateway, only the stripped form works, because the two would be ambiguous.
 * @param recordPaths first path segments of records
 */
export function alsoBelow(
  publicPath: string,
  recordPaths: readonly string[],
  app: RequestListener,
): RequestListener {
  const [, first = ''] = publicPath.split('/');
  if (publicPath === '' || [...ownPaths, ...recordPaths].includes(first)) return app;
  return (request, response) => {
    const { url = '' } = request;
    if (url.startsWith(`${publicPath}/`)) request.url = url.slice(publicPath.length);
    else if (url.split('?', 1)[0] === publicPath) {
      // Redirects to the form with a slash, since relative links would otherwise be resolved wrongly.
      response.writeHead(308, { Location: `${publicPath}/${url.slice(publicPath.length)}` }).end();
      return;
    }
    app(request, response);
  };
}
