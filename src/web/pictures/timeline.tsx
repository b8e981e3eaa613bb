/** A timeline: what sources state of beginning and end, the days for which they merely show it, and what nobody dates, drawn apart. */
/** @jsxImportSource preact */
import { legendLine } from './marks';
import { Linked, shortened, Svg, type PictureOptions } from './svg';
import { fitted } from './text-width';
import { timeScale, type TimeScale } from './time-scale';

/** When something was, as far as sources tell. */
export interface Dated {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly attestedFrom: string | null;
  readonly attestedUntil: string | null;
}

export interface TimelineItem extends Dated {
  readonly name: string;
  /** Its time in words. */
  readonly says: string;
  readonly href: string | null;
}

export interface TimelineGroup {
  readonly name: string;
  readonly items: readonly TimelineItem[];
}

interface TimelineOptions extends PictureOptions {
  groups: readonly TimelineGroup[];
  /** A day to mark. */
  on: string | null;
  legend: { stated: string; open: string; attested: string; unknown: string };
}

const textSize = 13;
const width = 960;
const left = 270;
const right = width - 30;
const row = 26;
/** The legend is above the years, so that signs are explained before they are seen. */
const legendTop = 24;
const top = legendTop + 4 * legendLine + 24;
const bar = 12;

/** What is drawn of a time, from left to right. */
export interface Bars {
  /** From a stated beginning to a stated end. */
  readonly stated: readonly [number, number] | null;
  /** From the first to the last day for which a source shows it. */
  readonly attested: readonly [number, number] | null;
  /** Where a stated beginning has no stated end, and the other way round: until the edge of what is known. */
  readonly open: 'start' | 'end' | null;
}

export function barsOf({ startsOn, endsOn, attestedFrom, attestedUntil }: Dated, scale: TimeScale): Bars {
  const attested =
    attestedFrom !== null && attestedUntil !== null
      ? ([scale.startOf(attestedFrom), scale.endOf(attestedUntil)] as const)
      : null;
  const stated =
    startsOn !== null && endsOn !== null && startsOn <= endsOn
      ? ([scale.startOf(startsOn), scale.endOf(endsOn)] as const)
      : null;
  if (stated) return { stated, attested: null, open: null };
  return { stated, attested, open: startsOn !== null ? 'end' : endsOn !== null ? 'start' : null };
}

const daysOf = ({ startsOn, endsOn, attestedFrom, attestedUntil }: Dated): string[] =>
  [startsOn, endsOn, attestedFrom, attestedUntil].filter((day) => day !== null);

const Bar = ({ kind, from, to, y }: { kind: string; from: number; to: number; y: number }) => (
  <rect
    class={`bar-of-time ${kind}`}
    x={shortened(from)}
    y={y - bar / 2}
    width={shortened(Math.max(3, to - from))}
    height={bar}
    rx="2"
  />
);

/** A stated day without its counterpart: a bar at that day. */
const Edge = ({ at, y, kind }: { at: number; y: number; kind: 'start' | 'end' }) => (
  <path
    class="edge-of-time"
    d={`M${shortened(at)} ${y - bar}v${2 * bar}${kind === 'end' ? 'm0 -12h10m-4 -4l4 4l-4 4' : 'm0 -12h-10m4 -4l-4 4l4 4'}`}
  />
);

const Item = ({ item, scale, y }: { item: TimelineItem; scale: TimeScale; y: number }) => {
  const { stated, attested, open } = barsOf(item, scale);
  const isUnknown = stated === null && attested === null && open === null;
  return (
    <Linked href={item.href} label={`${item.name}: ${item.says}`}>
      <title>
        {item.name}: {item.says}
      </title>
      <text aria-hidden="true" class="item" x={left - 12} y={y + 4.5}>
        {fitted(item.name, textSize, left - 30)}
      </text>
      {attested && <Bar kind="attested" from={attested[0]} to={attested[1]} y={y} />}
      {stated && <Bar kind="stated" from={stated[0]} to={stated[1]} y={y} />}
      {open === 'end' && item.startsOn !== null && (
        <Edge at={scale.startOf(item.startsOn)} y={y} kind="end" />
      )}
      {open === 'start' && item.endsOn !== null && <Edge at={scale.endOf(item.endsOn)} y={y} kind="start" />}
      {isUnknown && <path class="unknown-time" d={`M${left} ${y}H${right}`} />}
      {isUnknown && (
        <text class="unknown-sign" x={left + 4} y={y + 4.5}>
          ?
        </text>
      )}
    </Linked>
  );
};

const Years = ({ scale, height }: { scale: TimeScale; height: number }) => (
  <g class="axis">
    {scale.years.map((year) => {
      const x = shortened(scale.startOf(`${year}-01-01`));
      return (
        <g>
          <path d={`M${x} ${top - 10}V${height}`} />
          {year !== scale.years.at(-1) && (
            <text x={x + 4} y={top - 14}>
              {year}
            </text>
          )}
        </g>
      );
    })}
  </g>
);

const Meanings = ({ legend, y }: { legend: TimelineOptions['legend']; y: number }) => (
  <g class="legend">
    <Bar kind="stated" from={24} to={64} y={y} />
    <Bar kind="attested" from={24} to={64} y={y + legendLine} />
    <Edge at={44} y={y + 2 * legendLine} kind="end" />
    <path class="unknown-time" d={`M24 ${y + 3 * legendLine}h40`} />
    {[legend.stated, legend.attested, legend.open, legend.unknown].map((label, index) => (
      <text x={76} y={y + index * legendLine + 5}>
        {label}
      </text>
    ))}
  </g>
);

/** The groups with the heights of their headings and items. */
function rowsOf(groups: readonly TimelineGroup[]) {
  let y = top;
  return groups.map(({ name, items }) => {
    y += row * 1.4;
    const heading = y - row * 0.4;
    const placed = items.map((item, index) => ({ item, y: y + (index + 0.5) * row }));
    y += items.length * row;
    return { name, heading, items: placed, end: y };
  });
}

export function Timeline({ groups, on, legend, ...options }: TimelineOptions) {
  const days = groups.flatMap(({ items }) => items.flatMap(daysOf));
  const scale = timeScale([...days, ...(on === null ? [] : [on])], left, right);
  const rows = rowsOf(groups);
  const end = rows.at(-1)?.end ?? top;
  return (
    <Svg {...options} kind="timeline" width={width} height={end + 16}>
      <Meanings legend={legend} y={legendTop} />
      <Years scale={scale} height={end} />
      {rows.map(({ name, heading, items }) => (
        <g>
          <text class="group" x={16} y={heading}>
            {name}
          </text>
          {items.map(({ item, y }) => (
            <Item item={item} scale={scale} y={y} />
          ))}
        </g>
      ))}
      {on !== null && <path class="day" d={`M${shortened(scale.startOf(on))} ${top - 10}V${end}`} />}
    </Svg>
  );
}
