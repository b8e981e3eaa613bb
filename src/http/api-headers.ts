/** The headers of every answer: what a browser may do with it, and which pages may read it. */
import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config';

/** How long a browser may keep the answer to its preflight, in seconds. */
const preflightAge = 600;

/** What pages of other origins may read of each answer, beside what browsers let them read anyway. */
export const exposed: readonly string[] = ['X-Request-Id', 'Retry-After'];

/** Nothing in an answer of the API is to be run or framed; a page of its own replaces these headers. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // Whoever ends TLS in front of this server decides about Strict-Transport-Security.
    strictTransportSecurity: false,
    // What no current browser needs beside frame-ancestors.
    xFrameOptions: false,
    // Every page may load what is public.
    crossOriginResourcePolicy: false,
    // These are about documents, and an answer of the API is none: https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });

/** Lets pages of other origins read what is public. */
export const crossOrigin = ({ corsOrigins }: Pick<Config, 'corsOrigins'>): RequestHandler =>
  cors({
    origin: corsOrigins === '*' ? '*' : [...corsOrigins],
    methods: ['GET', 'POST'],
    exposedHeaders: [...exposed],
    maxAge: preflightAge,
  });
