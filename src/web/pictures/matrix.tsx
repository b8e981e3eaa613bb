/** A matrix: which rows are linked with which columns, with what is unknown drawn apart from no. */
/** @jsxImportSource preact */
import { Legend, legendLine, Mark, type LegendEntry, type MarkShape, type Tone } from './marks';
import { Linked, shortened, Svg, type PictureOptions } from './svg';
import { fitted, textWidth } from './text-width';

/** A row or column. */
export interface MatrixLine {
  readonly name: string;
  readonly href: string | null;
}

/** What is known of a row and a column. */
export interface MatrixMark {
  readonly shape: MarkShape;
  readonly tone?: Tone;
  /** The same in words. */
  readonly says: string;
}

interface MatrixOptions extends PictureOptions {
  rows: readonly MatrixLine[];
  columns: readonly MatrixLine[];
  /** The mark of a row and a column; null where nobody says anything, which is drawn as a dot. */
  markOf: (row: number, column: number) => MatrixMark | null;
  legend: readonly LegendEntry[];
  /** What a dot means. */
  dot: string;
}

const cell = 30;
const textSize = 13;
const widestRow = 210;
const widestColumn = 220;
const slope = Math.SQRT1_2;

const Heading = ({ of, x, y }: { of: MatrixLine; x: number; y: number }) => (
  <Linked href={of.href} label={of.name}>
    <title>{of.name}</title>
    <text aria-hidden="true" x={x} y={y} transform={`rotate(-45 ${shortened(x)} ${shortened(y)})`}>
      {fitted(of.name, textSize, widestColumn)}
    </text>
  </Linked>
);

const Grid = ({
  left,
  top,
  rows,
  columns,
}: Pick<MatrixOptions, 'rows' | 'columns'> & { left: number; top: number }) => {
  const [right, bottom] = [left + columns.length * cell, top + rows.length * cell];
  return (
    <g class="grid">
      {rows.map((_, index) => (
        <path d={`M16 ${top + (index + 1) * cell}H${right}`} />
      ))}
      {columns.map((_, index) => (
        <path d={`M${left + index * cell} ${top}V${bottom}`} />
      ))}
    </g>
  );
};

const widest = (lines: readonly MatrixLine[], limit: number): number =>
  Math.min(limit, Math.max(0, ...lines.map(({ name }) => textWidth(name, textSize))));

export function MatrixPicture({ rows, columns, markOf, legend, dot, ...options }: MatrixOptions) {
  const left = 28 + widest(rows, widestRow);
  const slanted = widest(columns, widestColumn) * slope;
  const top = 24 + slanted;
  const bottom = top + rows.length * cell;
  const width = Math.max(left + columns.length * cell + slanted + 8, 420);
  return (
    <Svg {...options} kind="matrix" width={width} height={bottom + (legend.length + 1) * legendLine + 20}>
      <Grid left={shortened(left)} top={shortened(top)} rows={rows} columns={columns} />
      {columns.map((column, index) => (
        <Heading of={column} x={shortened(left + (index + 0.6) * cell)} y={shortened(top - 6)} />
      ))}
      {rows.map((row, line) => {
        const y = top + (line + 0.5) * cell;
        return (
          <g>
            <Linked href={row.href} label={row.name}>
              <text class="row" x={16} y={shortened(y + 4.5)}>
                {fitted(row.name, textSize, widestRow)}
              </text>
            </Linked>
            {columns.map((column, index) => {
              const mark = markOf(line, index);
              const x = left + (index + 0.5) * cell;
              if (mark === null)
                return <circle class="nothing" cx={shortened(x)} cy={shortened(y)} r="1.5" />;
              const { says, ...sign } = mark;
              return (
                <g>
                  <title>
                    {row.name} – {column.name}: {says}
                  </title>
                  <Mark {...sign} x={x} y={y} size={7.5} />
                </g>
              );
            })}
          </g>
        );
      })}
      <Legend entries={legend} x={16} y={bottom + 24} />
      <g class="legend">
        <circle class="nothing" cx="26" cy={shortened(bottom + 24 + legend.length * legendLine)} r="1.5" />
        <text x={44} y={shortened(bottom + 29 + legend.length * legendLine)}>
          {dot}
        </text>
      </g>
    </Svg>
  );
}
