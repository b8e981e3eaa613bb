/** Dates as sources state them: a day, a month or only a year. */
import fc from 'fast-check';
import { isDay, readStatedDay } from '../../src/resource/time';

it('a stated day is that day, at the beginning and at the end', () => {
  expect(readStatedDay('2022-09-15', 'start')).toEqual({ day: '2022-09-15', precision: 'DAY' });
  expect(readStatedDay('2022-09-15', 'end')).toEqual({ day: '2022-09-15', precision: 'DAY' });
});

it('a stated month begins with its first day and ends with its last, also in leap years', () => {
  expect(readStatedDay('2024-02', 'start')).toEqual({ day: '2024-02-01', precision: 'MONTH' });
  expect(readStatedDay('2024-02', 'end')).toEqual({ day: '2024-02-29', precision: 'MONTH' });
  expect(readStatedDay('2023-02', 'end')).toEqual({ day: '2023-02-28', precision: 'MONTH' });
  expect(readStatedDay('9999-12', 'end')).toEqual({ day: '9999-12-31', precision: 'MONTH' });
});

it('a stated year begins on the first of January and ends on the last of December', () => {
  expect(readStatedDay('2022', 'start')).toEqual({ day: '2022-01-01', precision: 'YEAR' });
  expect(readStatedDay('2022', 'end')).toEqual({ day: '2022-12-31', precision: 'YEAR' });
});

it.each(['', '22', '2022-13', '2022-02-30', '2022-2-3', '2022/02', '2022-09-15T00:00Z', ' 2022', '2022-00'])(
  '"%s" is no stated date',
  (text) => {
    expect(readStatedDay(text, 'start')).toBeNull();
  },
);

it('every day of the calendar is one, and is read as it was written', () => {
  const days = fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (day) => {
      expect(isDay(day)).toBe(true);
      expect(readStatedDay(day, 'end')).toEqual({ day, precision: 'DAY' });
    }),
  );
});

it('the first day of a stated month or year never comes after its last', () => {
  const stated = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.option(fc.integer({ min: 1, max: 12 })))
    .map(([year, month]) =>
      [String(year).padStart(4, '0'), ...(month ? [String(month).padStart(2, '0')] : [])].join('-'),
    );
  fc.assert(
    fc.property(stated, (text) => {
      const [first, last] = [readStatedDay(text, 'start'), readStatedDay(text, 'end')];
      expect(first?.day.startsWith(text)).toBe(true);
      expect(last?.day.startsWith(text)).toBe(true);
      expect([first?.day, last?.day].sort()).toEqual([first?.day, last?.day]);
    }),
  );
});
