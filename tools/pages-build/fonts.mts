// The fonts of GraphiQL.
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** GraphiQL's fonts are left out, as all pages have those of the reader's system. The icons, which style sheets hold as text, become a file. */
export const fontFiles: Plugin = {
  name: 'font-files',
  generateBundle(_options, bundle) {
    for (const asset of Object.values(bundle)) {
      if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
      const withoutLetters = String(asset.source).replace(
        /@font-face\s*\{[^}]*font-family:\s*["']?(?:Roboto|Fira Code)["']?[^}]*\}/g,
        '',
      );
      asset.source = withoutLetters.replace(
        /url\(["']?data:font\/(ttf)[^,]*;base64,([^"')]+)["']?\)/g,
        (_, type: string, text: string) => {
          const file = this.emitFile({
            type: 'asset',
            name: `font.${type}`,
            source: Buffer.from(text, 'base64'),
          });
          return `url(./${basename(this.getFileName(file))})`;
        },
      );
    }
  },
};
