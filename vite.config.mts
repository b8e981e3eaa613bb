// Builds the web pages into dist/web: the home page in two languages, and GraphiQL with all that it needs.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src/web'),
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
    target: 'es2022',
    assetsInlineLimit: 0,
    // Monaco is one large editor; splitting it further would not make it smaller.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: {
        home: here('src/web/index.html'),
        startseite: here('src/web/de.html'),
        graphiql: here('src/web/graphiql.html'),
      },
      onwarn(warning, warn) {
        // React's "use client" marks mean nothing to a page that has no server side.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
