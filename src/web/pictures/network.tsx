/** A network of records: what is linked with what, by which kind of link. */
/** @jsxImportSource preact */
import { layout } from './network-layout';
import { Legend, legendLine, Mark, type LegendEntry, type MarkShape, type Tone } from './marks';
import { Linked, shortened, Svg, type PictureOptions } from './svg';
import { fitted } from './text-width';

/** A record in a network. */
export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  /** What it is, for those who do not see its shape. */
  readonly type: string;
  /** Where it leads, such as to the network around it; null for nowhere. */
  readonly href: string | null;
  readonly shape: MarkShape;
  readonly tone: Tone;
  readonly isCentre: boolean;
  /** Whether what lies around it is shown, too. */
  readonly isUnfolded?: boolean;
}

/** What links two records: all links between them make one line. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  /** What people read when they point at it. */
  readonly says: string;
  /** How the line is drawn, by the kind of link. */
  readonly line: LineStyle;
}

/** The ways to draw a line, which need no colour. */
export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'long-dash' | 'double' | 'thin';

interface NetworkOptions extends PictureOptions {
  nodes: readonly NetworkNode[];
  edges: readonly NetworkEdge[];
  legend: readonly LegendEntry[];
  lines: readonly { readonly line: LineStyle; readonly label: string }[];
}

const textSize = 12.5;
const widestName = 108;
/** From so many lines on, they are drawn more lightly. */
const crowded = 150;

const Lines = ({ lines, x, y }: Pick<NetworkOptions, 'lines'> & { x: number; y: number }) => (
  <g class="legend">
    {lines.map(({ line, label }, index) => {
      const middle = y + index * legendLine;
      return (
        <g>
          <path class={`edge ${line}`} d={`M${x} ${middle}h44`} />
          <text x={x + 54} y={middle + 5}>
            {label}
          </text>
        </g>
      );
    })}
  </g>
);

const Node = ({ of, x, y }: { of: NetworkNode; x: number; y: number }) => (
  <Linked
    href={of.href}
    label={`${of.name} (${of.type})`}
    data-unfold={of.id}
    {...(of.isCentre && { class: 'centre', 'aria-current': 'true' as const })}
    {...(of.isUnfolded && { class: 'unfolded' })}
  >
    <title>
      {of.name} ({of.type})
    </title>
    <Mark shape={of.shape} tone={of.tone} x={x} y={y} size={of.isCentre ? 13 : 9} />
    <text aria-hidden="true" x={shortened(x)} y={shortened(y + (of.isCentre ? 28 : 23))}>
      {fitted(of.name, textSize, widestName)}
    </text>
  </Linked>
);

export function Network({ nodes, edges, legend, lines, ...options }: NetworkOptions) {
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const drawn = edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, pair: [from, to] as const }];
  });
  const { points, width, height } = layout({
    count: nodes.length,
    pairs: drawn.map(({ pair }) => pair),
    fixed: nodes.flatMap(({ isCentre }, index) => (isCentre ? [index] : [])),
  });
  const wide = Math.max(width, 560);
  const right = (wide - width) / 2;
  const at = (index: number) => {
    const [x = 0, y = 0] = points[index] ?? [];
    return { x: x + right, y };
  };
  const below = Math.max(legend.length, lines.length) * legendLine;
  return (
    <Svg
      {...options}
      kind={edges.length > crowded ? 'network crowded' : 'network'}
      width={wide}
      height={height + below + 16}
    >
      <g class="edges">
        {drawn.map(({ edge, pair: [from, to] }) => {
          const [start, end] = [at(from), at(to)];
          return (
            <path
              class={`edge ${edge.line}`}
              d={`M${shortened(start.x)} ${shortened(start.y)}L${shortened(end.x)} ${shortened(end.y)}`}
            >
              <title>{edge.says}</title>
            </path>
          );
        })}
      </g>
      <g class="nodes">
        {nodes.map((node, index) => (
          <Node of={node} {...at(index)} />
        ))}
      </g>
      <Legend entries={legend} x={24} y={height + 14} />
      <Lines lines={lines} x={wide / 2} y={height + 14} />
    </Svg>
  );
}
