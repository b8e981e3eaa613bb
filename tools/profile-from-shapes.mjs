/**
 * Derives a file of schema/profiles/ from official SHACL files:
 *
 *   node tools/profile-from-shapes.mjs tools/profiles/healthdcat-ap-8.json <folder with the shapes>
 *
 * The first file says what shapes do not: name, release, titles, settings, and which files make which set of rules.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shapesIn } from './profile-from-shapes/shapes-in.mjs';
import { byLevel } from './profile-from-shapes/by-level.mjs';
import { asText } from './profile-from-shapes/as-text.mjs';
import { prefixes, usedPrefixes } from './profile-from-shapes/names.mjs';

const [descriptionFile, folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node tools/profile-from-shapes.mjs <description.json> <folder with the shapes>');
  process.exit(1);
}

const {
  files,
  missingPrefixes = {},
  rules = [],
  words = [],
  ...head
} = JSON.parse(await readFile(descriptionFile, 'utf8'));
const known = new Set(rules.map((rule) => rule.for));

const read = async (names) =>
  shapesIn(await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8'))), {
    missingPrefixes,
    known,
  });

const sets = {};
for (const [set, names] of Object.entries(files)) {
  const shapes = Array.isArray(names)
    ? await read(names)
    : byLevel(
        await Promise.all(
          Object.entries(names).map(async ([level, ofLevel]) => [level, await read(ofLevel)]),
        ),
      );
  if (Object.keys(shapes).length > 0) sets[set] = shapes;
}
// A demand without a path, such as a choice between properties, is explained by hand.
for (const { set, shape, ...explained } of words) {
  const pathless = sets[set][shape].properties?.find(({ path }) => path === undefined);
  Object.assign(pathless ?? sets[set][shape], explained);
}
const written = {
  ...head,
  rules: rules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'for'))),
};
const used = usedPrefixes({ ...written, sets }, prefixes);
const target = join(import.meta.dirname, `../schema/profiles/${head.name}-${head.release}.json`);
await writeFile(target, asText({ ...written, prefixes: used, sets }));
console.log(
  `${target}: ${Object.entries(sets)
    .map(([set, shapes]) => `${Object.keys(shapes).length} ${set}`)
    .join(', ')}`,
);
