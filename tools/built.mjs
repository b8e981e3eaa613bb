/**
 * Is `dist` built from the sources that lie here? `npm start` asks before it serves:
 *
 *   node tools/built.mjs           builds where the sources are others than those that were built, and the tools to build are there
 *   node tools/built.mjs --note    notes what was built, at the end of `npm run build`
 *
 * Where there are no sources, or no tools (`npm ci --omit=dev`), what was built elsewhere is served as it is.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { URL } = globalThis;
const root = new URL('../', import.meta.url);
const note = new URL('dist/built-from', root);
const program = new URL('dist/src/commands/num-gateway.js', root);

/** What `npm run build` reads. */
const sources = [
  'src',
  'schema/examples',
  'ormconfig.ts',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.mts',
];

const filesIn = (path) => {
  const entries = readdirSync(new URL(`${path}/`, root), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);
};

/** Contents, not times: an older release that is unpacked over a newer one has older files. */
function digest() {
  const hash = createHash('sha256');
  const files = sources.flatMap((path) =>
    /\.\w+$/.test(path) ? [fileURLToPath(new URL(path, root))] : filesIn(path),
  );
  const base = fileURLToPath(root);
  for (const file of files.sort())
    hash.update(file.slice(base.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

const canBuild = ['typescript', 'vite'].every((tool) => {
  try {
    createRequire(import.meta.url).resolve(`${tool}/package.json`);
    return true;
  } catch {
    return false;
  }
});

function buildWhereNeeded() {
  const isThere = existsSync(program);
  if (!existsSync(new URL('src', root))) {
    if (isThere) return;
    throw new Error('There is neither dist nor src: copy dist from where "npm run build" was run.');
  }
  if (isThere && existsSync(note) && readFileSync(note, 'utf8') === digest()) return;
  if (canBuild) {
    execFileSync('npm', ['run', 'build'], { cwd: fileURLToPath(root), stdio: 'inherit' });
    return;
  }
  if (!isThere)
    throw new Error('dist is missing, and so are the tools that build it: run "npm ci", which brings them.');
  console.warn('The tools to build are not installed ("npm ci" brings them): dist is served as it is.');
}

try {
  if (process.argv.includes('--note')) writeFileSync(note, digest());
  else buildWhereNeeded();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
