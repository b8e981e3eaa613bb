/** Time as a bar: what sources state, what they show, and what is unknown. The same stands beside it in words. */
import type { Timed } from '../answered';
import { wordsOf, type Site } from '../site';
import { segmentsOf, yearsOf, type TimeScale } from './time-scale';

const height = 14;

/** The parts on their track; percentages, so that it fits any width. */
const Parts = ({ of, scale }: { of: Timed; scale: TimeScale }) => (
  <>
    <line class="track" x1="0" x2="100%" y1={height / 2} y2={height / 2} />
    {segmentsOf(of, scale).map(({ kind, x, width }) =>
      kind === 'begin' || kind === 'end' ? (
        <line class={kind} x1={`${x}%`} x2={`${x}%`} y1="0" y2={height} />
      ) : (
        <rect
          class={kind}
          x={`${x}%`}
          width={`${width}%`}
          y={kind === 'stated' ? 4 : 1.5}
          height={kind === 'stated' ? 6 : 11}
          rx="2"
        />
      ),
    )}
  </>
);

/** A bar in a row of a table, whose time is written beside it. */
export const SmallBar = ({ of, scale }: { of: Timed; scale: TimeScale }) => (
  <svg class="time-bar small" height={height} aria-hidden="true">
    <Parts of={of} scale={scale} />
  </svg>
);

/** The bar of a record with its years, and what its parts mean. */
export function TimeBar({ site, of, scale }: { site: Site; of: Timed; scale: TimeScale }) {
  const words = wordsOf(site);
  const legend = [
    ['stated', words.stated],
    ['attested', words.attested],
    ['track', words.notKnown],
  ] as const;
  return (
    <figure class="time">
      <svg class="time-bar" height="36" aria-hidden="true">
        <Parts of={of} scale={scale} />
        {yearsOf(scale).map(({ year, x }) => (
          <>
            <line class="year" x1={`${x}%`} x2={`${x}%`} y1={height + 2} y2={height + 7} />
            <text x={`${x}%`} y="34" dx={x === 0 ? 0 : -2}>
              {year}
            </text>
          </>
        ))}
      </svg>
      <figcaption>
        {legend.map(([kind, label]) => (
          <span>
            <svg class="time-bar key" width="28" height={height} aria-hidden="true">
              {kind === 'track' ? (
                <line class="track" x1="0" x2="100%" y1={height / 2} y2={height / 2} />
              ) : (
                <rect
                  class={kind}
                  x="1"
                  width="26"
                  y={kind === 'stated' ? 4 : 1.5}
                  height={kind === 'stated' ? 6 : 11}
                  rx="2"
                />
              )}
            </svg>{' '}
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
