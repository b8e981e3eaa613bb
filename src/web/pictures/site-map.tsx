/** A map of Germany with marks where the sites are. */
/** @jsxImportSource preact */
import { mapHeight, mapWidth, pointOf, shapesOfGermany, type Place } from './germany/projection';
import { placeLabels } from './labels';
import { Legend, legendLine, Mark, type LegendEntry, type MarkShape, type Tone } from './marks';
import { Linked, shortened, Svg, type PictureOptions } from './svg';

/** A site with what is known of it. */
export interface MappedSite {
  /** What stands beside its mark. */
  readonly name: string;
  /** What its mark says, in words. */
  readonly says: string;
  /** Where its mark leads; null for nowhere. */
  readonly href: string | null;
  readonly place: Place;
  readonly shape: MarkShape;
  readonly tone?: Tone;
  /** A number to write on the mark, which grows with it. */
  readonly count?: number;
}

interface SiteMapOptions extends PictureOptions {
  sites: readonly MappedSite[];
  legend: readonly LegendEntry[];
}

const textSize = 13;
const usual = 8;
const largest = 24;
/** A number is written into its mark; a mark is large enough for its digits. */
const radiusOf = ({ count }: MappedSite, most: number): number =>
  count === undefined || count === 0
    ? usual
    : Math.max(6 + 4 * String(count).length, largest * Math.sqrt(count / most));

/** Large marks are drawn first, so that they hide none. */
function placed(sites: readonly MappedSite[]) {
  const most = Math.max(1, ...sites.map(({ count }) => count ?? 0));
  return sites
    .flatMap((site) => {
      const point = pointOf(site.place);
      return point ? [{ site, x: point[0], y: point[1], radius: radiusOf(site, most) }] : [];
    })
    .sort((one, other) => other.radius - one.radius || one.x - other.x);
}

const SiteMark = ({ site, x, y, radius }: ReturnType<typeof placed>[number]) => (
  <Linked href={site.href} label={`${site.name}: ${site.says}`}>
    <title>
      {site.name}: {site.says}
    </title>
    <Mark
      shape={site.shape}
      x={x}
      y={y}
      size={radius}
      {...(site.tone !== undefined && { tone: site.tone })}
    />
    {site.count !== undefined && site.count > 0 && (
      <text class="count-on-mark" x={shortened(x)} y={shortened(y + 4.5)}>
        {site.count}
      </text>
    )}
  </Linked>
);

export function SiteMap({ sites, legend, ...options }: SiteMapOptions) {
  const marks = placed(sites);
  const named = marks.map(({ site: { name }, x, y, radius }) => ({ name, x, y, radius }));
  const area = { left: 0, top: 0, right: mapWidth, bottom: mapHeight };
  const labels = placeLabels(named, textSize, area);
  const height = mapHeight + legend.length * legendLine + 12;
  return (
    <Svg {...options} kind="site-map" width={mapWidth} height={height}>
      <g class="land">
        {shapesOfGermany().states.map(([state, shape]) => (
          <path class={state} d={shape} />
        ))}
      </g>
      {marks.map((mark) => (
        <SiteMark {...mark} />
      ))}
      <g class="names" aria-hidden="true">
        {marks.map(({ site }, index) => {
          const label = labels[index];
          return (
            label && (
              <text x={shortened(label.x)} y={shortened(label.y)} text-anchor={label.anchor}>
                {site.name}
              </text>
            )
          );
        })}
      </g>
      <Legend entries={legend} x={24} y={mapHeight + 14} />
    </Svg>
  );
}

/** A small map that shows one place. */
export function PlaceMap({ place, ...options }: PictureOptions & { place: Place }) {
  const point = pointOf(place);
  if (point === null) return null;
  return (
    <Svg {...options} kind="place-map" width={mapWidth} height={mapHeight}>
      <path class="land" d={shapesOfGermany().country} />
      <Mark shape="circle" tone={1} x={point[0]} y={point[1]} size={22} />
    </Svg>
  );
}
