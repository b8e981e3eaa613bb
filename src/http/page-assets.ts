/** The files that the pages of records load, by the names that the build of the web pages gave them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of the style sheet and the icon; null if the web pages have not been built. Pages are complete without them. */
export interface PageAssets {
  readonly styles: string | null;
  readonly icon: string | null;
}

/** https://vite.dev/guide/backend-integration */
type Manifest = Readonly<Record<string, { readonly file: string } | undefined>>;

/**
 * @param webRoot what `npm run build:web` makes
 * @param publicPath path prefix of the gateway
 */
export async function pageAssets(webRoot: string, publicPath: string): Promise<PageAssets> {
  const text = await readFile(join(webRoot, 'manifest.json'), 'utf8').catch(() => '{}');
  const manifest = JSON.parse(text) as Manifest;
  const pathOf = (source: string): string | null => {
    const built = manifest[source];
    return built ? `${publicPath}/${built.file}` : null;
  };
  return { styles: pathOf('pages.css'), icon: pathOf('icon.svg') };
}
