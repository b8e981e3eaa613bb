// The map of the sites: places lie where they are in Germany, names do not cover one another, and unknown is not no.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact-render-to-string';
import { parse } from 'yaml';
import { borderRings, stateRings } from '../../../src/web/pictures/germany/outline';
import { mapHeight, mapWidth, pointOf } from '../../../src/web/pictures/germany/projection';
import { boxOf, overlap, placeLabels } from '../../../src/web/pictures/labels';
import { PlaceMap, SiteMap, type MappedSite } from '../../../src/web/pictures/site-map';

interface SeededSite {
  readonly slug: string;
  readonly city: string;
  readonly state: keyof typeof stateRings;
  readonly location?: { latitude: number; longitude: number };
}

const { Institution: seeds } = parse(
  readFileSync(join(__dirname, '../../../seeds/institutions.yaml'), 'utf8'),
) as { readonly Institution: readonly SeededSite[] };
const sites = seeds.flatMap(({ location, ...site }) => (location ? [{ ...site, location }] : []));

type Corner = readonly [number, number];
const cornersOf = (ring: string): Corner[] =>
  ring.split(' ').map((corner) => corner.split(',').map(Number) as unknown as Corner);

/** Whether a point lies within a ring: a line from it to the east crosses the ring an odd number of times. */
function within(ring: readonly Corner[], [x, y]: Corner): boolean {
  return ring.reduce((inside, [toX, toY], index) => {
    const [fromX, fromY] = ring.at(index - 1) ?? [0, 0];
    const crosses = fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX;
    return crosses ? !inside : inside;
  }, false);
}

const isIn = (rings: readonly string[], place: { latitude: number; longitude: number }): boolean =>
  rings.some((ring) => within(cornersOf(ring), [place.longitude, place.latitude]));

test('each site that sources place lies within the outline of Germany', () => {
  expect(sites).toHaveLength(39);
  expect(sites.filter(({ location }) => !isIn(borderRings, location)).map(({ slug }) => slug)).toEqual([]);
});

test('and within its state; at the simplified borders of two states it may lie on the other side', () => {
  const elsewhere = sites.filter(({ state, location }) => !isIn(stateRings[state], location));
  expect(elsewhere.map(({ slug }) => slug).filter((slug) => !['mannheim', 'ulm'].includes(slug))).toEqual([]);
});

test('north is up and east is right', () => {
  const place = (slug: string) => {
    const found = sites.find((site) => site.slug === slug);
    return (found && pointOf(found.location)) ?? [NaN, NaN];
  };
  const [[kielX, kielY], [ulmX, ulmY]] = [place('kiel'), place('ulm')];
  const [[aachenX], [dresdenX]] = [place('aachen'), place('dresden')];
  expect(kielY).toBeLessThan(ulmY);
  // Both lie near 10° E, along which the map is straight.
  expect(Math.abs(kielX - ulmX)).toBeLessThan(20);
  expect(aachenX).toBeLessThan(dresdenX);
});

test('the projection keeps distances: Kiel to Ulm is about 660 km, Aachen to Dresden about 540 km', () => {
  const distance = (from: string, to: string) => {
    const [[x = 0, y = 0] = [], [toX = 0, toY = 0] = []] = [from, to].map((slug) => {
      const found = sites.find((site) => site.slug === slug);
      return (found && pointOf(found.location)) ?? [];
    });
    return Math.hypot(x - toX, y - toY);
  };
  const ratio = distance('kiel', 'ulm') / distance('aachen', 'dresden');
  expect(ratio).toBeGreaterThan((660 / 540) * 0.97);
  expect(ratio).toBeLessThan((660 / 540) * 1.03);
});

test('a place beyond the map has no point', () => {
  expect(pointOf({ latitude: 48.86, longitude: 2.35 })).toBeNull();
});

test('names cover neither one another nor a mark; all but two sites are named', () => {
  const marks = sites.flatMap(({ city, location }) => {
    const point = pointOf(location);
    return point ? [{ name: city.replace(/ .*/, ''), x: point[0], y: point[1], radius: 8 }] : [];
  });
  const labels = placeLabels(marks, 13, { left: 0, top: 0, right: mapWidth, bottom: mapHeight });
  const boxes = labels.flatMap((label, index) => {
    const mark = marks[index];
    return label && mark ? [{ name: mark.name, index, box: boxOf(mark.name, label, 13) }] : [];
  });
  const covered = boxes.flatMap((one) => [
    ...boxes
      .filter((other) => other.index > one.index && overlap(one.box, other.box))
      .map((other) => `${one.name} covers ${other.name}`),
    ...marks
      .filter(
        ({ x, y }, index) =>
          index !== one.index && overlap(one.box, { left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }),
      )
      .map(({ name }) => `${one.name} covers the mark of ${name}`),
  ]);
  expect(covered).toEqual([]);
  expect(boxes.length).toBeGreaterThanOrEqual(37);
});

const mapped = (shape: MappedSite['shape'], name: string): MappedSite => ({
  name,
  says: 'as sources say',
  href: `/institutions/${name}`,
  place: { latitude: 51, longitude: 9 },
  shape,
});

test('what is unknown is drawn otherwise than a no, and both have a name for those who do not see them', () => {
  const drawn = render(
    <SiteMap
      id="map"
      title="Roles"
      description="Two sites"
      legend={[]}
      sites={[mapped('unknown', 'one'), mapped('cross', 'other')]}
    />,
  );
  expect(drawn).toContain('<circle class="mark unknown"');
  expect(drawn).toContain('<path class="mark cross"');
  expect(drawn).toContain('aria-label="one: as sources say"');
  expect(drawn).toContain('aria-labelledby="map-title"');
  expect(drawn).not.toContain('style=');
});

test('a number stands on its mark; none named is no zero', () => {
  const map = (count: number) =>
    render(
      <SiteMap
        id="map"
        title="Counts"
        description=""
        legend={[]}
        sites={[{ ...mapped('circle', 'one'), count }]}
      />,
    );
  expect(map(14)).toContain('>14</text>');
  expect(map(0)).not.toContain('>0</text>');
});

test('a small map shows one place, and nothing for a place beyond it', () => {
  const options = { id: 'place', title: 'Where', description: '' };
  expect(render(<PlaceMap {...options} place={{ latitude: 50.8, longitude: 8.8 }} />)).toContain('<circle');
  expect(render(<PlaceMap {...options} place={{ latitude: 48.86, longitude: 2.35 }} />)).toBe('');
});
