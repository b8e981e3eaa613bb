/** What all pages of a gateway have in common: the built files that they load, the operator's addresses, and the other pages. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docsInNavigation } from '../web/pages/docs/docs-page';
import type { Notices } from '../web/pages/notices';
import { sitePages } from '../web/pages/pages';
import type { Frame } from '../web/pages/site';

/** https://vite.dev/guide/backend-integration */
type Manifest = Readonly<Record<string, { readonly file: string } | undefined>>;

export interface FrameOptions {
  /** What `npm run build:web` makes. Pages are complete without it. */
  readonly webRoot: string;
  /** Path prefix of the gateway. */
  readonly publicPath: string;
  readonly notices: Notices;
}

export async function pageFrame({ webRoot, publicPath, notices }: FrameOptions): Promise<Frame> {
  const text = await readFile(join(webRoot, 'manifest.json'), 'utf8').catch(() => '{}');
  const manifest = JSON.parse(text) as Manifest;
  const pathOf = (source: string): string | null => {
    const built = manifest[source];
    return built ? `${publicPath}/${built.file}` : null;
  };
  return {
    styles: pathOf('pages.css'),
    icon: pathOf('icon.svg'),
    scriptOf: (island) => pathOf(`islands/${island}.ts`),
    notices,
    pages: [...sitePages, docsInNavigation],
  };
}
