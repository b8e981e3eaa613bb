/** Where a place of Germany lies on the map, and the shapes of the federal states there. */
import { geoConicConformal, geoPath } from 'd3-geo';
import type { GermanState } from '../../../vocabulary/german-state';
import { borderRings, stateRings } from './outline';

/** A point of a picture: right of its left edge, below its top. */
export type Point = readonly [x: number, y: number];

/** A place as the schema gives it, in degrees of WGS 84. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export const mapWidth = 640;
export const mapHeight = 800;
const margin = 18;

/** A polygon of GeoJSON turns clockwise around its inside, as d3-geo wants it. */
const polygonsOf = (rings: readonly string[]) => ({
  type: 'MultiPolygon' as const,
  coordinates: rings.map((ring) => [ring.split(' ').map((corner) => corner.split(',').map(Number))]),
});

/** Lambert's conformal conic projection, with standard parallels in Germany's south and north: shapes stay as they are. */
const projection = geoConicConformal()
  .parallels([48.5, 53.5])
  .rotate([-10.4, 0])
  .fitExtent(
    [
      [margin, margin],
      [mapWidth - margin, mapHeight - margin],
    ],
    polygonsOf(borderRings),
  );

const path = geoPath(projection).digits(1);

/** Where a place lies on the map; null where it lies beyond the edges. */
export function pointOf({ latitude, longitude }: Place): Point | null {
  const [x = -1, y = -1] = projection([longitude, latitude]) ?? [];
  return x >= 0 && x <= mapWidth && y >= 0 && y <= mapHeight ? [x, y] : null;
}

const drawn = (rings: readonly string[]): string => path(polygonsOf(rings)) ?? '';

/** These lie within others, which would hide them. */
const within: readonly GermanState[] = ['BERLIN', 'BREMEN'];

/** The federal states with their shapes, as the data of SVG paths, in the order in which they are drawn. */
export const stateShapes: readonly (readonly [GermanState, string])[] = (
  Object.entries(stateRings) as [GermanState, readonly string[]][]
)
  .sort(([one], [other]) => Number(within.includes(one)) - Number(within.includes(other)))
  .map(([state, rings]) => [state, drawn(rings)]);

/** The shape of the country. */
export const countryShape: string = drawn(borderRings);
