// The web pages: the home page, and GraphiQL where a browser opens the address of the API.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router, static as files, type Request, type RequestHandler } from 'express';
import helmet from 'helmet';
import { formatInAddress } from './tables/formats';

/** The endpoint as the pages' source names it; a visitor reads the address that he came by. */
const writtenOrigin = 'http://localhost:4000';
const plainHost = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/** Serves the built pages below `webRoot`, which `npm run build:web` makes; whatever is no page is left to the next handler. */
export function pages(webRoot: string): Router {
  const router = Router();
  router.get('/', secure(), page(webRoot, 'index.html'));
  router.get('/de', secure(), page(webRoot, 'de.html'));
  router.get('/graphql', browsersOnly, secure({ inlineStyles: true }), page(webRoot, 'graphiql.html'));
  router.use(
    '/assets',
    secure(),
    files(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  return router;
}

/** Lets a browser's navigation pass and leaves every other request to the API, whether or not it carries a query; a link to a table is no page. */
const browsersOnly: RequestHandler = (request, response, next) => {
  response.vary('Accept');
  const preferred = request.accepts(['application/json', 'application/graphql-response+json', 'text/html']);
  next(preferred === 'text/html' && formatInAddress(request.url) === null ? undefined : 'route');
};

/** Sends a page that browsers may keep but ask about again, since it names the assets of one build. */
function page(webRoot: string, file: string): RequestHandler {
  return async (request, response) => {
    const html = await readFile(join(webRoot, file), 'utf8').catch(() => undefined);
    if (html === undefined) {
      response.status(503).type('text/plain');
      response.send(
        'The web pages have not been built: run "npm run build:web". The API answers at /graphql.\n',
      );
      return;
    }
    response.set('Cache-Control', 'no-cache').type('html');
    response.send(html.replaceAll(writtenOrigin, originOf(request)));
  };
}

function originOf(request: Request): string {
  const host = request.get('host') ?? '';
  return plainHost.test(host) ? `${request.protocol}://${host}` : writtenOrigin;
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
