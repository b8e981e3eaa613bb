/** `/sitemap.xml`: the addresses of all pages and records, for search engines. An index of pages, each written while it is read. https://www.sitemaps.org/protocol.html */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import tagOf from 'etag';
import isFresh from 'fresh';
import type { Limits } from '../../config';
import { readKeys, type ChangedKey } from '../../query/keys';
import type { Reader } from '../../query/sql';
import { countClasses, dataVersion, type ClassCount } from '../../query/summary';
import type { Description } from '../../resource/description';
import { iriOf } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import { admission } from '../admission-queue';
import { cacheControlOfData } from '../cache-control';
import { Refusal } from '../errors';
import { onlyToRead } from '../methods';
import type { Rate } from '../rate';
import { TimeLimit } from '../time-limit';
import { isGone } from '../on-finished';

export interface SitemapOptions {
  readonly registry: Registry;
  readonly reader: Reader;
  readonly rate: Rate;
  readonly limits: Limits;
  readonly publicUrl: () => string;
  /** The paths of the pages that show no single record. */
  readonly pages: readonly string[];
}

/** Search engines take 50,000; smaller pages are read within the deadline of one request. */
const largestPage = 10_000;
/** Counting every class, or reading the keys of one page, costs as much as so many records. */
const cost = 100;
/** The pages beside those of records. */
const pagesPath = '/sitemaps/pages.xml';

export function sitemap(options: SitemapOptions): Router {
  const { registry, reader, rate, limits } = options;
  const router = Router();
  const before: RequestHandler[] = [onlyToRead, rate.fixed(cost), admission(limits)];
  router.all('/sitemap.xml', ...before, async (request, response) => {
    if (await isHeld(request, response, reader)) return;
    const counts = await countClasses(reader, registry);
    response.send(indexOf(counts, options.publicUrl()));
  });
  router.all(pagesPath, ...before, async (request, response) => {
    if (await isHeld(request, response, reader)) return;
    const urls = options.pages.map((path) => urlAt(options.publicUrl() + path));
    response.send(`${head}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`);
  });
  router.all('/sitemaps/:page', ...before, async (request: Request<{ page: string }>, response) => {
    const page = pageIn(request.params.page, registry);
    if (!page) throw new Refusal(404, 'The pages are those that /sitemap.xml lists.', { code: 'NOT_FOUND' });
    if (await isHeld(request, response, reader)) return;
    const cancellation = new TimeLimit(response, limits.deadline);
    const part = { skip: page.number * largestPage, most: largestPage };
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const keys = readKeys(reader, page.description, part, cancellation);
    await pipeline(Readable.from(urlsOf(keys, options.publicUrl())), response).catch((error: unknown) => {
      if (!isGone(request)) request.log.warn({ err: error }, 'A sitemap was broken off');
    });
  });
  return router;
}

/** Sets the headers of all sitemaps, and answers 304 if the client's copy is current. */
async function isHeld(request: Request, response: Response, reader: Reader): Promise<boolean> {
  const { version, changedAt } = await dataVersion(reader);
  const etag = tagOf(`${request.originalUrl} ${version} ${changedAt ?? ''}`, { weak: true });
  response.set({ 'Cache-Control': cacheControlOfData(true), ETag: etag });
  if (isFresh(request.headers, { etag })) {
    response.status(304).end();
    return true;
  }
  response.type('application/xml');
  return false;
}

/** The class and number in a file name such as `datasets-1.xml`; numbers begin with 1. */
function pageIn(name: string, { all }: Registry): { description: Description; number: number } | null {
  const [, path, written] = /^([a-z-]+)-([1-9]\d{0,5})\.xml$/.exec(name) ?? [];
  const description = all.find((each) => each.path === path);
  return description ? { description, number: Number(written) - 1 } : null;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function indexOf(counts: readonly ClassCount[], publicUrl: string): string {
  const pages = counts.flatMap(({ description: { path }, count }) =>
    Array.from({ length: Math.ceil(count / largestPage) }, (_, index) => `${path}-${index + 1}.xml`),
  );
  const paths = [pagesPath, ...pages.map((page) => `/sitemaps/${page}`)];
  const lines = paths.map((path) => `<sitemap><loc>${escaped(publicUrl + path)}</loc></sitemap>\n`);
  return `${head}<sitemapindex ${namespace}>\n${lines.join('')}</sitemapindex>\n`;
}

async function* urlsOf(
  batches: AsyncIterable<readonly ChangedKey[]>,
  publicUrl: string,
): AsyncGenerator<string> {
  yield `${head}<urlset ${namespace}>\n`;
  for await (const keys of batches) yield keys.map((key) => urlOf(key, publicUrl)).join('');
  yield '</urlset>\n';
}

function urlOf({ key, modifiedAt }: ChangedKey, publicUrl: string): string {
  const lastmod = modifiedAt === null ? '' : `<lastmod>${escaped(modifiedAt)}</lastmod>`;
  return urlAt(iriOf(publicUrl, key), lastmod);
}

const urlAt = (address: string, lastmod = ''): string =>
  `<url><loc>${escaped(address)}</loc>${lastmod}</url>\n`;
