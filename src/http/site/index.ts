/** What the site says of itself to machines: sitemap, robots.txt, the catalogue of its interfaces, and the schema. */
import { Router, type RequestHandler } from 'express';
import { printSchema, type GraphQLSchema } from 'graphql';
import { encodingFor } from '../encoding';
import { AnswerText, sendText } from '../answer-text';
import { onlyToRead } from '../methods';
import { getOrMake } from '../../maps';
import { jsonLd } from '../../rdf/formats/json-ld';
import { contextOf, contextPath } from '../../rdf/json-ld-context';
import { ownVocabularies } from '../../resource/own-vocabularies';
import type { Registry } from '../../resource/registry';
import { vocabularyPath } from '../../vocabulary/concept-scheme';
import { sitePages } from '../../web/pages/pages';
import { docsPath } from '../docs/links';
import { sendAs } from '../send-as';
import { apiCatalog, apiCatalogPath, type Api } from './api-catalog';
import { sitemap, type SitemapOptions } from './sitemap';

export interface SiteOptions extends Omit<SitemapOptions, 'pages'> {
  /** The schema of the endpoint; null where only trusted documents are answered, as then nobody reads it. */
  readonly schema: (() => GraphQLSchema) | null;
  /** The interfaces beside GraphQL. */
  readonly apis: readonly Api[];
}

/** Pages that answer each question at an address of its own: without one they may be indexed, but nobody reads all answers. */
const queried = ['/graphql', docsPath, ...sitePages.flatMap(({ path }) => (path === '/' ? [] : [path]))];

export function site(options: SiteOptions): Router {
  const { publicUrl, schema, apis } = options;
  const router = Router({ strict: true, caseSensitive: true });
  const get = (path: string, handler: RequestHandler) => router.all(path, onlyToRead, handler);
  get('/robots.txt', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('text/plain');
    const rules = ['User-agent: *', ...queried.map((path) => `Disallow: ${path}?`)].join('\n');
    response.send(`${rules}\n\nSitemap: ${publicUrl()}/sitemap.xml\n`);
  });
  get(apiCatalogPath, apiCatalog([graphql(schema !== null), ...apis], publicUrl));
  if (schema) get(schemaPath, sendSchema(schema));
  let context: string | undefined;
  get(contextPath, (_request, response) => {
    // Made with the first request, as seldom anybody asks for it.
    context ??= JSON.stringify(contextOf(options.registry), null, 2);
    response.set('Cache-Control', 'public, max-age=3600');
    sendAs(response, jsonLd.contentType, context);
  });
  return router.use(sitemap({ ...options, pages: pagesOf(options.registry) }));
}

/** The pages beside those of records: lists, vocabularies, and what shows several together. */
const pagesOf = (registry: Registry): string[] => [
  ...sitePages.map(({ path }) => path),
  docsPath,
  ...registry.all.map(({ path }) => `/${path}`),
  ...[...ownVocabularies(registry).keys()].map((name) => `/${vocabularyPath}/${name}`),
];

const schemaPath = '/schema.graphql';

const graphql = (isOpen: boolean): Api => ({
  path: '/graphql',
  title: 'GraphQL',
  links: [
    ...(isOpen ? [{ rel: 'service-desc', href: schemaPath, type: 'text/plain' }] : []),
    { rel: 'service-doc', href: '/', type: 'text/html' },
    { rel: 'status', href: '/readyz', type: 'application/json' },
  ],
});

/** Printing the schema takes a moment, and it seldom changes. */
const printed = new WeakMap<GraphQLSchema, AnswerText>();

const sendSchema =
  (schema: () => GraphQLSchema): RequestHandler =>
  async (request, response) => {
    const text = getOrMake(printed, schema(), () => new AnswerText(`${printSchema(schema())}\n`));
    response.vary('Accept-Encoding').set('Cache-Control', 'public, max-age=0, must-revalidate');
    const head = {
      status: 200,
      fields: ['Content-Type', 'text/plain; charset=utf-8'],
      fieldsWithoutText: [],
    };
    await sendText(request, response, head, text, encodingFor(request.get('accept-encoding')), []);
  };
