// The web pages: the home page, and GraphiQL where a browser opens the address of the API.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router, static as files, type Request, type RequestHandler } from 'express';
import helmet from 'helmet';
import { prefersPage } from './negotiate';
import { pathOf } from './public-path';
import { onlyToRead } from './methods';
import { formatInAddress } from './tables/formats';

/** The endpoint as the pages' source names it; a visitor reads the address that he came by. */
const writtenOrigin = 'http://localhost:4000';
/** What a page links to and loads, as its source and the build of the assets write it. */
const ownAddress = /\b(href|src|content)="\.?\/(?!\/)/g;
const plainHost = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/**
 * Serves the built pages below `webRoot`, which `npm run build:web` makes; whatever is no page is left to the next handler.
 * @param publicUrl under which the gateway is known; null where a visitor knows it by the address that he came by.
 */
export function pages(webRoot: string, publicUrl: string | null = null): Router {
  const router = Router();
  router.all(['/', '/de', '/assets{/*path}'], onlyToRead);
  const page = (file: string): RequestHandler => sendPage(join(webRoot, file), publicUrl);
  router.get('/', secure(), page('index.html'));
  router.get('/de', secure(), page('de.html'));
  router.get('/graphql', browsersOnly, secure({ inlineStyles: true }), page('graphiql.html'));
  router.use(
    '/assets',
    secure(),
    files(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  return router;
}

/** Lets a browser's navigation pass and leaves every other request to the API, whether or not it carries a query; a link to a table is no page. */
const browsersOnly: RequestHandler = (request, response, next) => {
  response.vary('Accept');
  next(prefersPage(request) && formatInAddress(request.url) === null ? undefined : 'route');
};

/** Sends a page that browsers may keep but ask about again, since it names the assets of one build. */
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

/** The origin by which a visitor came, as a trusted proxy tells it; what is no plain origin does not get into a page. */
function originOf(request: Request): string {
  // A request of HTTP/1.0 need not have one.
  const host = (request.host as string | undefined) ?? '';
  const protocol = request.protocol.toLowerCase();
  return /^https?$/.test(protocol) && plainHost.test(host) ? `${protocol}://${host}` : writtenOrigin;
}

/** Security headers under which a page loads from its own origin only. */
function secure({ inlineStyles = false } = {}): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Monaco writes its theme and the place of every line as inline styles.
        styleSrc: inlineStyles ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Whoever ends TLS in front of this server decides about Strict-Transport-Security.
    strictTransportSecurity: false,
  });
}
