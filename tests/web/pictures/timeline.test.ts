// The timeline: what is stated, what is merely shown and what nobody dates are drawn apart.
import { timeScale } from '../../../src/web/pictures/time-scale';
import { barsOf } from '../../../src/web/pictures/timeline';

// 2020 has 366 days, 2021 has 365: one unit is one day.
const scale = timeScale(['2020-04-01', '2021-12-31'], 0, 731);
const nothing = { startsOn: null, endsOn: null, attestedFrom: null, attestedUntil: null };

test('the axis has whole years', () => {
  expect(scale.years).toEqual([2020, 2021, 2022]);
  expect(scale.startOf('2020-01-01')).toBe(0);
  // January, February and March of a leap year.
  expect(scale.startOf('2020-04-01')).toBe(91);
  expect(scale.endOf('2021-12-31')).toBe(731);
});

test('days beyond the axis stand at its ends', () => {
  expect(scale.startOf('2019-05-01')).toBe(0);
  expect(scale.endOf('2030-06-30')).toBe(731);
});

test('a stated time is one bar, whatever sources show besides', () => {
  const period = {
    ...nothing,
    startsOn: '2020-04-01',
    endsOn: '2021-12-31',
    attestedFrom: '2020-04-01',
    attestedUntil: '2021-12-31',
  };
  expect(barsOf(period, scale)).toEqual({ stated: [91, 731], attested: null, open: null });
});

test('shown days are no beginning and no end', () => {
  const shown = { ...nothing, attestedFrom: '2021-01-01', attestedUntil: '2021-01-31' };
  expect(barsOf(shown, scale)).toEqual({ stated: null, attested: [366, 397], open: null });
});

test('a beginning without an end is open to the right, an end without a beginning to the left', () => {
  expect(barsOf({ ...nothing, startsOn: '2021-01-01' }, scale)).toEqual({
    stated: null,
    attested: null,
    open: 'end',
  });
  expect(barsOf({ ...nothing, endsOn: '2021-01-01' }, scale)).toEqual({
    stated: null,
    attested: null,
    open: 'start',
  });
});

test('without any date there is no bar', () => {
  expect(barsOf(nothing, scale)).toEqual({ stated: null, attested: null, open: null });
});

test('a time that ends before it begins is not drawn as one that was', () => {
  expect(barsOf({ ...nothing, startsOn: '2021-05-01', endsOn: '2021-01-01' }, scale).stated).toBeNull();
});
