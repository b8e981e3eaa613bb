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
const projectionOfGermany = () =>
  geoConicConformal()
    .parallels([48.5, 53.5])
    .rotate([-10.4, 0])
    .fitExtent(
      [
        [margin, margin],
        [mapWidth - margin, mapHeight - margin],
      ],
      polygonsOf(borderRings),
    );

let projection: ReturnType<typeof projectionOfGermany> | undefined;

/** Computed with the first map, as most processes draw none. */
const projected = () => (projection ??= projectionOfGermany());

/** Where a place lies on the map; null where it lies beyond the edges. */
export function pointOf({ latitude, longitude }: Place): Point | null {
  const [x = -1, y = -1] = projected()([longitude, latitude]) ?? [];
  return x >= 0 && x <= mapWidth && y >= 0 && y <= mapHeight ? [x, y] : null;
}

/** These lie within others, which would hide them. */
const within: readonly GermanState[] = ['BERLIN', 'BREMEN'];

/** The data of SVG paths. */
interface Shapes {
  /** The federal states, in the order in which they are drawn. */
  readonly states: readonly (readonly [GermanState, string])[];
  readonly country: string;
}

let shapes: Shapes | undefined;

/** The shapes of the country and its federal states, computed with the first map. */
export const shapesOfGermany = (): Shapes => (shapes ??= drawnShapes());

function drawnShapes(): Shapes {
  const path = geoPath(projected()).digits(1);
  const drawn = (rings: readonly string[]): string => path(polygonsOf(rings)) ?? '';
  const states = (Object.entries(stateRings) as [GermanState, readonly string[]][])
    .sort(([one], [other]) => Number(within.includes(one)) - Number(within.includes(other)))
    .map(([state, rings]) => [state, drawn(rings)] as const);
  return { states, country: drawn(borderRings) };
}
