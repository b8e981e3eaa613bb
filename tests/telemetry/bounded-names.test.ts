/** Labels for names from outside: bounded, and for those that are really used. */
import fc from 'fast-check';
import { BoundedNames } from '../../src/telemetry/bounded-names';

const ask = (names: BoundedNames, each: readonly string[]) => each.map((name) => names.labelFor(name));
const flood = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `Random${from + index}`);

it('whoever comes while there is room has a label at once; known names always have theirs', () => {
  const names = new BoundedNames(['Known'], 2);

  expect(ask(names, ['A', 'B', 'C', 'A', 'Known'])).toEqual(['A', 'B', 'other', 'A', 'Known']);
});

it('names that came first and only once make room for those that recur', () => {
  const names = new BoundedNames([], 200);
  ask(names, flood(200));
  ask(names, ['Real', 'Real']);
  names.renew();

  expect(ask(names, ['Real'])).toEqual(['Real']);
});

it('a name that is used now and then gets its label, also when it is asked for once between two readings', () => {
  const names = new BoundedNames([], 200);
  ask(names, flood(200));
  for (let reading = 0; reading < 5; reading += 1) {
    ask(names, ['Real']);
    names.renew();
  }

  expect(ask(names, ['Real'])).toEqual(['Real']);
});

it('names that are used keep their labels while ever new ones come', () => {
  const names = new BoundedNames([], 3);
  const used = ['A', 'B', 'C'];
  for (let reading = 0; reading < 50; reading += 1) {
    expect(ask(names, used)).toEqual(used);
    ask(names, flood(100, 100 * reading));
    names.renew();
  }
});

it('names that were used much for a while lose their labels to those that are used now', () => {
  const names = new BoundedNames([], 3);
  for (let times = 0; times < 1_000; times += 1) ask(names, flood(3));
  for (let reading = 0; reading < 20; reading += 1) {
    ask(names, ['Real', 'Real']);
    names.renew();
  }

  expect(ask(names, ['Real'])).toEqual(['Real']);
});

it('a label is told once more after it was lost, and never more labels than twice the bound are there', () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.constant(null)), { maxLength: 300 }),
      (events) => {
        const atMost = 2;
        const names = new BoundedNames([], atMost);
        const labels = new Map<string, 'counts' | 'told'>();
        for (const event of events) {
          if (event !== null) {
            const label = names.labelFor(event);
            if (label !== 'other') labels.set(label, 'counts');
          } else {
            for (const ended of names.renew()) {
              // Nothing was counted under it since it was told.
              expect(labels.get(ended)).toBe('told');
              labels.delete(ended);
            }
            for (const label of labels.keys()) labels.set(label, 'told');
          }
          expect(labels.size).toBeLessThanOrEqual(2 * atMost);
        }
      },
    ),
  ));
