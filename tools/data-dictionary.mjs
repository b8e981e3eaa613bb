/**
 * Writes docs/data-dictionary.md: every class with its fields, from the declarations. Run it as `npm run data-dictionary`; with --check
 * it writes nothing, and fails where the page differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';

const { URL } = globalThis;
const root = new URL('../', import.meta.url);
const require = createRequire(import.meta.url);
const { registry } = require('../dist/src/registry.js');
const { describe } = require('../dist/src/resource/description.js');
const namespaces = require('../dist/src/vocabulary/namespaces.js');
const { readProfiles } = require('../dist/src/rdf/profiles/read-profiles.js');
const page = new URL('docs/data-dictionary.md', root);

const prefixes = Object.entries(namespaces)
  .map(([prefix, term]) => [prefix, term('')])
  .sort(([, one], [, other]) => other.length - one.length);

const short = (iri) => {
  const [prefix, base] = prefixes.find(([, each]) => iri.startsWith(each)) ?? [];
  return base === undefined ? iri : `${prefix}:${iri.slice(base.length)}`;
};

const profile = readProfiles(new URL('schema/profiles', root).pathname).find('healthdcat-ap');

/** What HealthDCAT-AP says of a property of a class, at any access level. */
function obligation(type, property) {
  const own = Object.values(profile.sets);
  const included = profile.includes.flatMap(({ profile: { sets }, sets: names }) =>
    names.map((name) => sets[name]),
  );
  const shapes = [...own, ...included]
    .flatMap((set) => Object.values(set))
    .filter(({ targetClass = [] }) => targetClass.includes(type))
    .flatMap(({ properties = [] }) => properties)
    .filter(({ path, minCount = 0 }) => path === property && minCount > 0);
  const musts = shapes.filter(({ severity }) => severity !== 'warning');
  if (musts.some(({ levels }) => levels === undefined)) return 'must';
  const levels = musts.flatMap((shape) => shape.levels ?? []);
  if (levels.length > 0) return `must (${[...new Set(levels)].map((level) => `\`${level}\``).join(', ')})`;
  return shapes.length > 0 ? 'recommended' : '';
}

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const uses = ({ filter, order, facet, search }) =>
  [filter && 'filter', order && 'order', facet && 'facet', search > 0 && `search ${search}`]
    .filter(Boolean)
    .join(', ');
const property = ({ term }) => (term ? `\`${short(term.predicate)}\`` : '');
const demanded = ({ term: type }, { term }) => (term ? obligation(short(type), short(term.predicate)) : '');
const howMany = ({ required, kind }) => (kind.holds === 'values' ? '0..n' : required ? '1' : '0..1');

const sectionOf = (description) => {
  const { type, about, path, term, attributes, references, ends, lists } = description;
  const rows = [
    ...attributes.map((each) => [
      `\`${each.name}\``,
      each.scheme ? `${each.kind.name} of ${each.scheme.name}` : each.kind.name,
      howMany(each),
      each.about,
      property(each),
      uses(each),
      demanded(description, each),
    ]),
    ...[...references, ...ends].map((each) => [
      `\`${each.name}\``,
      `reference to ${
        [each.to()]
          .flat()
          .map((to) => describe(to).type)
          .join(', ') || 'any resource'
      }`,
      each.required || each.side ? '1' : '0..1',
      each.about,
      property(each),
      'filter',
      demanded(description, each),
    ]),
    ...lists.map((each) => [
      `\`${each.name}\``,
      'list',
      '0..n',
      each.about,
      property(each),
      'filter',
      demanded(description, each),
    ]),
  ];
  const head = ['field', 'kind', 'how many', 'what it is', 'RDF property', 'lists', 'HealthDCAT-AP'];
  return `## ${type}\n\n${about} Address \`/${path}\`, RDF class \`${short(term)}\`.\n\n${[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')}\n`;
};

const text = `# Data dictionary

Every class of records with its fields. \`npm run data-dictionary\` writes this page from the declarations in \`src/catalogue/\`. Every resource also has identifiers, evidence, disputes and links. \`HealthDCAT-AP\` says what release ${profile.release} demands of the RDF property, for all access levels or for those named; what a profile adds by itself is told in [fair.md](fair.md).

${registry.all.map(sectionOf).join('\n')}
## Prefixes

${[row(['prefix', 'namespace']), row(['---', '---']), ...prefixes.map(([prefix, base]) => row([`\`${prefix}\``, base]))].join('\n')}
`;

const made = await format(text, { ...(await resolveConfig(page)), parser: 'markdown' });
if (!process.argv.includes('--check')) writeFileSync(page, made);
else if (readFileSync(page, 'utf8') !== made) {
  console.error(
    'docs/data-dictionary.md differs from the declarations. Run "npm run data-dictionary" and commit the page.',
  );
  process.exitCode = 1;
}
