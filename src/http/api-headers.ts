/** Security and CORS headers of all answers. */
import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config';

/** How long a browser may cache the answer to a preflight request, in seconds. */
const preflightAge = 600;

/** Headers that scripts of other origins may read, beside those always allowed. */
export const exposed: readonly string[] = ['X-Request-Id', 'Retry-After'];

/** An API answer must not run scripts or be framed. Pages replace these headers. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // Strict-Transport-Security is up to the proxy that terminates TLS.
    strictTransportSecurity: false,
    // Superseded by frame-ancestors in all current browsers.
    xFrameOptions: false,
    // The data are public, so every site may load them.
    crossOriginResourcePolicy: false,
    // These headers concern documents, which API answers are not:
    // https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });

/** CORS: which origins may read answers. */
export const crossOrigin = ({ corsOrigins }: Pick<Config, 'corsOrigins'>): RequestHandler =>
  cors({
    origin: corsOrigins === '*' ? '*' : [...corsOrigins],
    methods: ['GET', 'POST'],
    exposedHeaders: [...exposed],
    maxAge: preflightAge,
  });
