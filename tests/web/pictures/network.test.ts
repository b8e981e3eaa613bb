// The network: the same picture for the same network, and room for each of 200 records.
import { layout } from '../../../src/web/pictures/network-layout';

/** A hub with 40 neighbours, each with some of its own. */
const pairs = Array.from({ length: 199 }, (_, index): [number, number] => [
  index < 40 ? 0 : 1 + ((index * 7919) % 40),
  index + 1,
]);
const large = { count: 200, pairs, fixed: [0] };

test('the same network has the same picture', () => {
  expect(layout(large)).toEqual(layout(large));
});

test('200 records stand apart: no name of usual length reaches into the middle of another', () => {
  const { points } = layout(large);
  const close = points.flatMap(([x, y], index) =>
    points
      .slice(index + 1)
      .filter(([otherX, otherY]) => Math.abs(x - otherX) < 60 && Math.abs(y - otherY) < 16)
      .map(() => index),
  );
  // Of 19,900 pairs.
  expect(close.length).toBeLessThanOrEqual(4);
});

test('all records are within the picture', () => {
  const { points, width, height } = layout(large);
  expect(points).toHaveLength(200);
  expect(points.every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
});

test('two ends stand left and right of what connects them', () => {
  const { points } = layout({
    count: 4,
    pairs: [
      [0, 2],
      [2, 1],
      [0, 3],
      [3, 1],
    ],
    fixed: [0, 1],
  });
  const [left = NaN, right = NaN, middle = NaN] = points.map(([x]) => x);
  expect(left).toBeLessThan(middle);
  expect(middle).toBeLessThan(right);
});

test('a record alone has a picture, too', () => {
  const { points, width, height } = layout({ count: 1, pairs: [], fixed: [0] });
  expect(points).toHaveLength(1);
  expect(Math.min(width, height)).toBeGreaterThan(0);
});
