/** The security headers of pages. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Security headers that let a page load only from its own origin. */
export function secure({ inlineStyles = false } = {}): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Monaco uses inline styles for its theme and layout.
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
    // Strict-Transport-Security is up to the proxy that terminates TLS.
    strictTransportSecurity: false,
  });
}

/** The headers of a page without scripts and styles of its own. They are the same for all, so they are made once. */
export const pageHeaders: Readonly<Record<string, string>> = (() => {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  secure()(request as Request, response as Response, () => undefined);
  const named = Object.entries(response.getHeaders());
  return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
})();
