/** The documentation on the site: `/docs` with a search, a page for each file of `docs/`, and their pictures. */
import { join } from 'node:path';
import { Router, static as files, type Request, type Response } from 'express';
import type { Registry } from '../../resource/registry';
import { docPage } from '../../web/pages/docs/doc-page';
import { docsPage } from '../../web/pages/docs/docs-page';
import type { Frame, Site } from '../../web/pages/site';
import { parametersOf } from '../address';
import { Refusal } from '../errors';
import { onlyToRead } from '../methods';
import { pageHeaders, secure } from '../page-headers';
import { requestedLanguage } from '../records/negotiated';
import type { Library } from './library';
import { docsPath } from './links';

export interface DocsOptions {
  /** The folder of the gateway. */
  readonly root: string;
  readonly registry: Registry;
  readonly frame: Frame;
  readonly publicUrl: () => string;
  readonly publicPath: string;
}

/** Longer texts are no search. */
const longestSearch = 200;

export function docs(options: DocsOptions): Router {
  const router = Router({ strict: false, caseSensitive: true });
  // The files are read with the first visit, as few processes show them.
  let reading: Promise<Library> | undefined;
  const library = () =>
    (reading ??= import('./library.js').then(({ readLibrary }) =>
      readLibrary(options.root, options.publicPath),
    ));
  router.all(docsPath, onlyToRead, async (request, response) => {
    const site = siteOf(request, options);
    const { docs: all, search } = await library();
    const words = (site.parameters.get('q') ?? '').trim().slice(0, longestSearch);
    const hits = words === '' ? null : search(words);
    send(response, site, docsPage({ site, docs: [...all.values()], words, hits }));
  });
  const pictures = join(options.root, 'docs', 'images');
  router.use(`${docsPath}/images`, secure(), files(pictures, { index: false, redirect: false }));
  router.all(`${docsPath}/:name`, onlyToRead, async (request: Request<{ name: string }>, response) => {
    const site = siteOf(request, options);
    const { docs: all } = await library();
    const doc = all.get(request.params.name.replace(/\.md$/, ''));
    if (!doc)
      throw new Refusal(
        404,
        `There is no page "${request.params.name.slice(0, 60)}". ${docsPath} lists all.`,
        {
          code: 'NOT_FOUND',
        },
      );
    send(response, site, docPage({ site, doc }));
  });
  return router;
}

function siteOf(request: Request, { registry, frame, publicUrl, publicPath }: DocsOptions): Site {
  const parameters = parametersOf(request.url);
  return {
    ...frame,
    registry,
    language: requestedLanguage(parameters.get('lang') ?? undefined, request),
    isLanguageNamed: parameters.has('lang'),
    publicUrl: publicUrl(),
    publicPath,
    path: request.path.replace(/(?<=.)\/$/, ''),
    parameters,
    forms: [],
  };
}

/** The pages are the same until the next release; browsers ask whether they still are. */
function send(response: Response, { language }: Site, html: string): void {
  response.vary('Accept-Language');
  response.set({ ...pageHeaders, 'Content-Language': language, 'Cache-Control': 'public, no-cache' });
  response.type('html').send(html);
}
