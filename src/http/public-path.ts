/** The path below which the gateway is known, where it is part of a larger site: that of `PUBLIC_URL`. */
import type { RequestListener } from 'node:http';

/** The path of an address, without a slash at its end; empty where it has none. */
export const pathOf = (publicUrl: string | null): string =>
  publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');

/** First parts of paths at which the gateway itself has something, beside those of records. */
const ownPaths = ['assets', 'de', 'graphql', 'healthz', 'metrics', 'readyz'];

/**
 * Has an application answer at its paths and below the public path as well, so that it does not matter whether a proxy in front takes
 * the public path off. Where that path begins like one of the gateway's own, only the short form is understood: the two could not be told apart.
 * @param recordPaths first parts of the paths of records.
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
      // Nothing is below an address without a slash.
      response.writeHead(308, { Location: `${publicPath}/${url.slice(publicPath.length)}` }).end();
      return;
    }
    app(request, response);
  };
}
