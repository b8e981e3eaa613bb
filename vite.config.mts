// Builds for the web pages into dist/web: their styles, their scripts, and GraphiQL with all that it needs.
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The scripts of pages, one for each thing that moves. */
const islands = Object.fromEntries(
  readdirSync(here('src/web/islands'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.replace(/\.ts$/, ''), here(`src/web/islands/${file}`)]),
);

// GraphiQL's explorer has inputs for single values only; for any other it reports an error to the console and shows nothing.
const branch = '} else if ((0, _graphql.isScalarType)(argType)) {\n          if (argType.name';

/** Values without an input of their own: lists, null, and what does not fit its type. */
const shown = `} else if (argValue.kind === 'ListValue' || argValue.kind === 'NullValue' ||
          (0, _graphql.isEnumType)(argType) && argValue.kind !== 'EnumValue' ||
          (0, _graphql.isInputObjectType)(argType) && argValue.kind !== 'ObjectValue') {
          input = React.createElement('code', { className: 'explorer-value' }, (0, _graphql.print)(argValue));
        `;

const order = 'Object.keys(fields).sort()';
/** What only gateways ask comes last. */
const forGatewaysLast =
  "Object.keys(fields).sort(function (one, other) { return one.startsWith('_') - other.startsWith('_') || (one < other ? -1 : 1); })";

/** Has the explorer show such values as they are written; they are changed in the editor. */
const explorerValues: Plugin = {
  name: 'explorer-values',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/graphiql-explorer/dist/Explorer.js')) return null;
    if (code.split(branch).length !== 2)
      throw new Error('The explorer has changed: see whether it shows lists now, else mend vite.config.mts.');
    return { code: code.replace(branch, () => shown + branch).replaceAll(order, forGatewaysLast), map: null };
  },
};

/** Fonts that style sheets hold as text become files: they are loaded only where their letters occur, and are kept by browsers. */
const fontFiles: Plugin = {
  name: 'font-files',
  generateBundle(_options, bundle) {
    for (const asset of Object.values(bundle)) {
      if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
      asset.source = String(asset.source).replace(
        /url\(["']?data:font\/(woff2?|ttf)[^,]*;base64,([^"')]+)["']?\)/g,
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

/** Beside each text its packed form, which takes too long to make for each request. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  enforce: 'post',
  async writeBundle({ dir = '' }, bundle) {
    const texts = Object.keys(bundle).filter((file) => /\.(?:js|css|svg|ttf)$/.test(file));
    const pack = promisify(brotliCompress);
    await Promise.all(
      texts.map(async (file) =>
        writeFile(join(dir, `${file}.br`), await pack(await readFile(join(dir, file)))),
      ),
    );
  },
};

export default defineConfig({
  root: here('src/web'),
  // The server writes the path of PUBLIC_URL before the addresses of a page; what a script loads stands beside it.
  base: './',
  plugins: [explorerValues, fontFiles, packed],
  server: {
    // `npx vite` while the server runs: GraphiQL reloads on every change, the API answers from there.
    proxy: { '/graphql': `http://127.0.0.1:${process.env.PORT ?? '4000'}` },
    // The examples live outside of the root.
    fs: { allow: [here('.')] },
  },
  // Workers are files of our own origin, so that the pages need no blob: in their Content-Security-Policy.
  worker: { format: 'es' },
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    assetsInlineLimit: 0,
    // Monaco is one large editor; splitting it further would not make it smaller.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: {
        graphiql: here('src/web/graphiql.html'),
        // All other pages are rendered on the server, which finds their styles and scripts by the manifest.
        pages: here('src/web/pages.css'),
        ...islands,
      },
      onwarn(warning, warn) {
        // React's "use client" marks mean nothing to a page that has no server side.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
