/** The headers of every answer: what a browser may do with it, and which pages may read it. */
import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config';

/** How long a browser may keep the answer to its preflight, in seconds. */
const preflightAge = 600;

/** Nothing in an answer of the API is to be run or framed; a page of its own replaces these headers. */
export const apiHeaders = ({ corsOrigins }: Pick<Config, 'corsOrigins'>): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    xFrameOptions: { action: 'deny' },
    // Whoever ends TLS in front of this server decides about Strict-Transport-Security.
    strictTransportSecurity: false,
    // These are about documents, and an answer of the API is none: https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  }),
  cors({
    origin: corsOrigins === '*' ? '*' : [...corsOrigins],
    methods: ['GET', 'POST'],
    exposedHeaders: [
      'X-Request-Id',
      'Retry-After',
      'Content-Language',
      'Content-Disposition',
      'Content-Location',
      'X-Data-Version',
      'X-Total-Count',
      'X-Truncated',
    ],
    maxAge: preflightAge,
  }),
];
