/** Where the nodes of a network stand: linked ones near each other, none on another. The same network always looks the same. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Point } from './germany/projection';

/** A network as numbers: how many nodes, and which of them are linked. */
export interface Links {
  readonly count: number;
  /** Pairs of nodes by their places in the order. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Nodes that stand still in the middle, from left to right, such as the two ends of paths. */
  readonly fixed: readonly number[];
}

interface Body extends SimulationNodeDatum {
  readonly index: number;
}

/** Names stand below their nodes, so that a node needs more room beside it than above it. */
const room = 58;
/** A network of few has more room, so that it fills its frame. */
const ofFew = { count: 25, room: 82 };
const flatness = 0.62;
/** More steps change nothing that one sees. */
const steps = 140;
const margin = { x: 70, top: 26, bottom: 40 };

/** The positions of the nodes, and the size of the picture that holds them. */
export interface Layout {
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
}

export function layout({ count, pairs, fixed }: Links): Layout {
  const bodies: Body[] = Array.from({ length: count }, (_, index) => ({ index }));
  const apart = count <= ofFew.count ? ofFew.room : room;
  const distance = fixed.length > 1 ? 6 * apart : 0;
  fixed.forEach((node, index) => {
    const body = bodies[node];
    if (body) Object.assign(body, { fx: (index - (fixed.length - 1) / 2) * distance, fy: 0 });
  });
  forceSimulation(bodies)
    .force(
      'links',
      forceLink<Body, { source: number; target: number }>(
        pairs.map(([source, target]) => ({ source, target })),
      ).distance(2 * apart),
    )
    .force('apart', forceManyBody().strength(-260))
    .force('room', forceCollide(apart).strength(0.9))
    .force('x', forceX().strength(0.05))
    .force('y', forceY().strength(0.05))
    .alphaDecay(1 - 0.001 ** (1 / steps))
    .stop()
    .tick(steps);
  const flat = bodies.map(({ x = 0, y = 0 }) => [x, y * flatness] as const);
  const xs = flat.map(([x]) => x);
  const ys = flat.map(([, y]) => y);
  const left = Math.min(0, ...xs) - margin.x;
  const top = Math.min(0, ...ys) - margin.top;
  return {
    points: flat.map(([x, y]) => [x - left, y - top]),
    width: Math.max(0, ...xs) + margin.x - left,
    height: Math.max(0, ...ys) + margin.bottom - top,
  };
}
