// Builds for the web pages into dist/web: their styles, their scripts, and GraphiQL with all that it needs.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { explorerValues } from './tools/pages-build/explorer.mts';
import { fontFiles } from './tools/pages-build/fonts.mts';
import { untitledIcons } from './tools/pages-build/icons.mts';
import { packed } from './tools/pages-build/packed.mts';
import { smallerEditor } from './tools/pages-build/smaller-editor.mts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The scripts of pages, one for each thing that moves. */
const islands = Object.fromEntries(
  readdirSync(here('src/web/islands'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.replace(/\.ts$/, ''), here(`src/web/islands/${file}`)]),
);

export default defineConfig({
  root: here('src/web'),
  resolve: { alias: { 'framer-motion': here('src/web/graphiql/still-tabs.tsx') } },
  // The server writes the path of PUBLIC_URL before the addresses of a page; what a script loads stands beside it.
  base: './',
  plugins: [explorerValues, untitledIcons, smallerEditor, fontFiles, packed],
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
