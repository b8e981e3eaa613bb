/** Bars of one scale, each of parts that are drawn apart. */
/** @jsxImportSource preact */
import { legendLine } from './marks';
import { shortened, Svg, type PictureOptions } from './svg';
import { fitted } from './text-width';

/** The fillings of bars, which need no colour. */
export type Filling = 'full' | 'striped' | 'crossed' | 'empty' | 'dotted' | 'lined';

/** Those that are patterns. */
const patterned: readonly Filling[] = ['striped', 'crossed', 'dotted', 'lined'];

export interface BarPart {
  readonly value: number;
  readonly filling: Filling;
  /** Value and meaning in words. */
  readonly says: string;
}

export interface BarLine {
  readonly name: string;
  readonly href: string | null;
  readonly parts: readonly BarPart[];
  /** What stands behind the bar. */
  readonly note: string;
}

interface BarsOptions extends PictureOptions {
  lines: readonly BarLine[];
  legend: readonly { readonly filling: Filling; readonly label: string }[];
}

const textSize = 13;
const width = 1040;
const left = 270;
const right = 620;
const row = 34;
const height = 18;

interface FilledOptions {
  /** That of the picture, to which the patterns belong. */
  id: string;
  filling: Filling;
  x: number;
  y: number;
  wide: number;
}

const Filled = ({ id, filling, x, y, wide }: FilledOptions) => (
  <rect
    class={`part ${filling}`}
    x={shortened(x)}
    y={y}
    width={shortened(wide)}
    height={height}
    {...(patterned.includes(filling) && { fill: `url(#${id}-${filling})` })}
  />
);

const Line = ({ id, line, most, y }: { id: string; line: BarLine; most: number; y: number }) => {
  const scale = (value: number) => (most === 0 ? 0 : ((right - left) * value) / most);
  const starts = line.parts.map((_, index) =>
    line.parts.slice(0, index).reduce((sum, { value }) => sum + value, 0),
  );
  const end = left + scale(line.parts.reduce((sum, { value }) => sum + value, 0)) + 8;
  const name = (
    <text class="item" x={left - 12} y={y + 14}>
      {fitted(line.name, textSize, left - 30)}
    </text>
  );
  return (
    <g>
      {line.href === null ? name : <a href={line.href}>{name}</a>}
      {line.parts.map(
        ({ value, filling, says }, index) =>
          value > 0 && (
            <g>
              <title>{says}</title>
              <Filled
                id={id}
                filling={filling}
                x={left + scale(starts[index] ?? 0)}
                y={y}
                wide={scale(value)}
              />
            </g>
          ),
      )}
      <text class="note" x={shortened(end)} y={y + 14}>
        {fitted(line.note, textSize, width - 16 - end)}
      </text>
    </g>
  );
};

export function Bars({ lines, legend, ...options }: BarsOptions) {
  const most = Math.max(0, ...lines.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const end = 12 + lines.length * row;
  return (
    <Svg {...options} kind="bars" width={width} height={end + legend.length * legendLine + 16}>
      <defs>
        <pattern id={`${options.id}-striped`} width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M-1 8L8 -1" />
        </pattern>
        <pattern id={`${options.id}-crossed`} width="9" height="9" patternUnits="userSpaceOnUse">
          <path class="fine" d="M-1 10L10 -1M-1 -1L10 10" />
        </pattern>
        <pattern id={`${options.id}-dotted`} width="7" height="7" patternUnits="userSpaceOnUse">
          <circle cx="3.5" cy="3.5" r="1.6" />
        </pattern>
        <pattern id={`${options.id}-lined`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="fine" d="M0 3H6" />
        </pattern>
      </defs>
      {lines.map((line, index) => (
        <Line id={options.id} line={line} most={most} y={12 + index * row} />
      ))}
      <path class="base" d={`M${left} 4V${end}`} />
      <g class="legend">
        {legend.map(({ filling, label }, index) => {
          const y = end + 10 + index * legendLine;
          return (
            <g>
              <Filled id={options.id} filling={filling} x={24} y={y} wide={36} />
              <text x={72} y={y + 14}>
                {label}
              </text>
            </g>
          );
        })}
      </g>
    </Svg>
  );
}
