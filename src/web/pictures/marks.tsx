/** The signs of the pictures. Each meaning has a shape of its own, so that no colour is needed to tell it. */
/** @jsxImportSource preact */
import { shortened } from './svg';

/** Filled shapes for what holds; a ring for what is probably so; a dashed ring for what is unknown, with a core where it is named but not for the day; a cross for no. */
export type MarkShape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'pentagon'
  | 'hexagon'
  | 'ring'
  | 'maybe'
  | 'unknown'
  | 'cross';

/** One of the colours of the pictures; none for what is unknown or does not hold. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 6;

interface MarkOptions {
  shape: MarkShape;
  tone?: Tone;
  x: number;
  y: number;
  /** Half of its height. */
  size: number;
}

/** The corners of a regular shape with one of them on top. */
function corners(count: number, { x, y, size }: MarkOptions, turn = 0): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2 + turn;
    return `${shortened(x + size * Math.cos(angle))},${shortened(y + size * Math.sin(angle))}`;
  }).join(' ');
}

const regular: Partial<Record<MarkShape, number>> = { diamond: 4, triangle: 3, pentagon: 5, hexagon: 6 };

export function Mark(options: MarkOptions) {
  const { shape, tone, x, y, size } = options;
  const name = `mark ${shape}${tone === undefined ? '' : ` tone-${tone}`}`;
  const count = regular[shape];
  if (count !== undefined)
    return <polygon class={name} points={corners(count, { ...options, size: size * 1.2 })} />;
  if (shape === 'square') {
    const half = size * 0.9;
    return (
      <rect
        class={name}
        x={shortened(x - half)}
        y={shortened(y - half)}
        width={shortened(2 * half)}
        height={shortened(2 * half)}
      />
    );
  }
  if (shape === 'cross') {
    const [left, right, top, bottom] = [x - size, x + size, y - size, y + size].map((each) =>
      shortened(each),
    );
    return <path class={name} d={`M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`} />;
  }
  if (shape === 'maybe')
    return (
      <g class={name}>
        <circle class="mark unknown" cx={shortened(x)} cy={shortened(y)} r={shortened(size)} />
        <circle class="core" cx={shortened(x)} cy={shortened(y)} r={shortened(size / 2.6)} />
      </g>
    );
  return <circle class={name} cx={shortened(x)} cy={shortened(y)} r={shortened(size)} />;
}

/** What a sign means. */
export interface LegendEntry {
  readonly shape: MarkShape;
  readonly tone?: Tone;
  readonly label: string;
}

export const legendLine = 26;

/** The legend of a picture, one line for each sign. */
export const Legend = ({ entries, x, y }: { entries: readonly LegendEntry[]; x: number; y: number }) => (
  <g class="legend">
    {entries.map(({ label, ...mark }, index) => {
      const middle = y + index * legendLine;
      return (
        <g>
          <Mark {...mark} x={x + 10} y={middle} size={8} />
          <text x={x + 28} y={middle + 5}>
            {label}
          </text>
        </g>
      );
    })}
  </g>
);
