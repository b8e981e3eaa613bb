// What the build of the web pages made: scripts and styles, and GraphiQL for browsers that open the endpoint.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Router, static as files, type Request, type RequestHandler } from 'express';
import { encodingFor } from './encoding';
import { prefersPage } from './negotiate';
import { secure } from './page-headers';
import { pathOf } from './public-path';
import { onlyToRead } from './methods';
import { formatInAddress } from './tables/formats';

/** The origin in the pages' source. It is replaced by the one of the request. */
const writtenOrigin = 'http://localhost:4000';
/** Root-relative URLs in the pages, which get the public path as prefix. */
const ownAddress = /\b(href|src|content)="\.?\/(?!\/)/g;
const plainHost = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/**
 * Serves the pages below `webRoot`, which `npm run build:web` makes. Other requests go to the next handler.
 * @param publicUrl the gateway's public URL; null to take it from each request
 */
export function pages(webRoot: string, publicUrl: string | null = null): Router {
  const router = Router();
  router.all('/assets{/*path}', onlyToRead);
  const graphiql = sendPage(join(webRoot, 'graphiql.html'), publicUrl);
  router.get('/graphql', browsersOnly, secure({ inlineStyles: true }), graphiql);
  router.use(
    '/assets',
    secure(),
    packedFiles(join(webRoot, 'assets')),
    files(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  return router;
}

/** Sends the packed form of a file, which the build has made, to those who take it. */
function packedFiles(folder: string): RequestHandler {
  // Without a build there is nothing to send.
  const packed = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (packed.has(`${name}.br`)) {
      response.vary('Accept-Encoding');
      if (encodingFor(request.get('accept-encoding')) === 'br') {
        request.url = request.url.replace(request.path, `${request.path}.br`);
        response.set('Content-Encoding', 'br').type(extname(name));
      }
    }
    next();
  };
}

/** Only browser navigation gets the page. All other requests, and links to tables, go to the API. */
const browsersOnly: RequestHandler = (request, response, next) => {
  response.vary('Accept');
  next(prefersPage(request) && formatInAddress(request.url) === null ? undefined : 'route');
};

/** Sends a page. Browsers must revalidate it, because it refers to the assets of one build. */
function sendPage(file: string, publicUrl: string | null): RequestHandler {
  const path = pathOf(publicUrl);
  return async (request, response) => {
    const html = await readFile(file, 'utf8').catch(() => undefined);
    if (html === undefined) {
      response.status(503).type('text/plain');
      response.send(
        'The web pages have not been built: run "npm run build:web". The API answers at /graphql.\n',
      );
      return;
    }
    response.set('Cache-Control', 'no-cache').type('html');
    const address = publicUrl ?? originOf(request);
    response.send(
      html
        .replaceAll(writtenOrigin, () => address)
        .replace(ownAddress, (_, attribute: string) => `${attribute}="${path}/`),
    );
  };
}

/** The origin of a request, as a trusted proxy tells it. Unusual values are not put into a page. */
function originOf(request: Request): string {
  // HTTP/1.0 requests may have no host.
  const host = (request.host as string | undefined) ?? '';
  const protocol = request.protocol.toLowerCase();
  return /^https?$/.test(protocol) && plainHost.test(host) ? `${protocol}://${host}` : writtenOrigin;
}
