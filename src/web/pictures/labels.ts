/** Places the names of marks beside them, so that none covers another name or mark. */
import { textWidth } from './text-width';

/** A mark that is to be named. */
export interface Named {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** How far the mark reaches from its centre. */
  readonly radius: number;
}

/** Where the name of a mark begins, ends or has its middle. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A rectangle of a picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of its size by which a text rises above its base line, and falls below it. */
const rise = 0.78;
const fall = 0.24;
const gap = 3;

/** What a text covers. */
export function boxOf(name: string, { x, y, anchor }: PlacedLabel, size: number): Box {
  const width = textWidth(name, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - rise * size, bottom: y + fall * size };
}

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const boxAround = ({ x, y, radius }: Named): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** Where a name may stand, the best place first: right, left, below, above, and at the corners. */
function placesOf({ x, y, radius }: Named, size: number): PlacedLabel[] {
  const middle = y + ((rise - fall) / 2) * size;
  const above = y - radius - gap - fall * size;
  const below = y + radius + gap + rise * size;
  const side = radius + gap;
  const corner = radius * 0.6;
  return [
    { x: x + side, y: middle, anchor: 'start' },
    { x: x - side, y: middle, anchor: 'end' },
    { x, y: below, anchor: 'middle' },
    { x, y: above, anchor: 'middle' },
    { x: x + corner, y: above + gap, anchor: 'start' },
    { x: x + corner, y: below - gap, anchor: 'start' },
    { x: x - corner, y: above + gap, anchor: 'end' },
    { x: x - corner, y: below - gap, anchor: 'end' },
  ];
}

/**
 * Gives each mark in turn the first place that is free.
 * @param area what names must not leave
 * @returns null for a mark whose name fits nowhere
 */
export function placeLabels(marks: readonly Named[], size: number, area: Box): (PlacedLabel | null)[] {
  const taken: Box[] = marks.map(boxAround);
  return marks.map((mark, index) => {
    const own = taken[index];
    const place = placesOf(mark, size).find((each) => {
      const box = boxOf(mark.name, each, size);
      const isInside =
        box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
      return isInside && taken.every((other) => other === own || !overlap(box, other));
    });
    if (place) taken.push(boxOf(mark.name, place, size));
    return place ?? null;
  });
}
