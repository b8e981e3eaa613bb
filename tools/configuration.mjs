/**
 * Writes docs/configuration.md: every variable that src/config/ reads, with its default and what its comment there says. Run it as
 * `npm run configuration`; with --check it writes nothing, and fails where the page differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';

const { URL } = globalThis;
const root = new URL('../', import.meta.url);
const require = createRequire(import.meta.url);
const { variableDefaults, variableNames } = require('../dist/src/config/index.js');
const page = new URL('docs/configuration.md', root);

const commentsIn = (file) => {
  const text = readFileSync(new URL(`src/config/${file}`, root), 'utf8');
  return new Map(
    [...text.matchAll(/^ {2}\/\*\* (.*?) \*\/\n {2}([A-Z][A-Z_]+):/gm)].map(([, says, name]) => [name, says]),
  );
};

const rowsOf = (comments) =>
  variableNames
    .filter((name) => comments.has(name))
    .map((name) => {
      const value = variableDefaults[name];
      return `| \`${name}\` | ${value === undefined ? 'none' : `\`${value}\``} | ${comments.get(name).replaceAll('|', '\\|')} |`;
    });

const [settings, notices, limits] = ['variables.ts', 'notices.ts', 'limits.ts'].map(commentsIn);
const mute = variableNames.filter((name) => ![settings, notices, limits].some((each) => each.has(name)));
if (mute.length > 0)
  throw new Error(`src/config/ says nothing of ${mute.join(', ')}: give each a comment on one line.`);

const head = ['| variable | default | what it says |', '| --- | --- | --- |'];
const text = `# Configuration

Every variable of the environment that the gateway reads. \`npm run configuration\` writes this page from \`src/config/\`. An empty variable counts as unset; a wrong value stops the start with one line; a name that looks like one of these and is none is warned about.

## Settings

[README](../README.md#run-it), [operate.md](operate.md), [scale.md](scale.md) and [federate.md](federate.md) say more.

${[...head, ...rowsOf(settings)].join('\n')}

The further variables of OpenTelemetry (\`OTEL_SERVICE_NAME\`, \`OTEL_RESOURCE_ATTRIBUTES\`, \`OTEL_BSP_…\` and so on) are read by its packages: [operate.md](operate.md#traces). \`NODE_OPTIONS\` is read by Node: [operate.md](operate.md#memory). The file of \`SUBGRAPHS_FILE\` names further ones that hold secrets.

## Addresses on pages

The foot of every page leads to those that are set. In Germany, a public site needs an imprint, a privacy policy and, where the site is a public body's, an accessibility statement.

${[...head, ...rowsOf(notices)].join('\n')}

## Limits

[limits.md](limits.md) says why each is there, and what is refused by it.

${[...head, ...rowsOf(limits)].join('\n')}
`;

const made = await format(text, { ...(await resolveConfig(page)), parser: 'markdown' });
if (!process.argv.includes('--check')) writeFileSync(page, made);
else if (readFileSync(page, 'utf8') !== made) {
  console.error(
    'docs/configuration.md differs from src/config/. Run "npm run configuration" and commit the page.',
  );
  process.exitCode = 1;
}
