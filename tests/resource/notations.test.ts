/** Texts in a notation that programs read: what is taken, and the one spelling in which it is kept. */
import fc from 'fast-check';
import { notations } from '../../src/resource/canonical/notation';
import { runs } from '../helpers/property-runs';

describe('a duration', () => {
  const { canonical } = notations.duration;

  it.each(['P1Y', 'P1M', 'P1D', 'PT1H', 'PT0.5S', 'P1Y2M3DT4H5M6S', 'P365D'])('%s is kept', (text) => {
    expect(canonical(text)).toBe(text);
  });

  it.each(['P', 'PT', 'P1DT', '1D', 'P1W', 'P-1D', 'p1d', 'daily', 'P1.5D', ''])('%p is none', (text) => {
    expect(canonical(text)).toBeNull();
  });
});

describe('a telephone number', () => {
  const { canonical } = notations.telephone;

  it.each([
    ['+49-30-1234567', '+49-30-1234567'],
    ['+49 30 123 45 67', '+49-30-123-45-67'],
    ['+49 (0)30 / 1234-567', '+49-30-1234-567'],
    ['+49 (30) 1234567', '+49-30-1234567'],
    ['+1.555.0100', '+1-555-0100'],
    ['+32 2 555 0101', '+32-2-555-0101'],
  ])('%s is kept as %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it.each(['030 1234567', '0049 30 1234567', '+49', '+49 30 CALL-US', '+49 30 1234567 8901234', '110', ''])(
    '%p is none: nobody could call it from anywhere',
    (text) => {
      expect(canonical(text)).toBeNull();
    },
  );

  it('is an IRI of RFC 3966, and its own canonical spelling', () => {
    const digits = fc.stringMatching(/^\+[1-9][\d ()/.-]{5,20}$/);
    fc.assert(
      fc.property(digits, (text) => {
        const kept = canonical(text);
        if (kept === null) return;
        expect(kept).toMatch(/^\+\d(?:-?\d)+$/);
        expect(canonical(kept)).toBe(kept);
        expect(kept.replace(/\D/g, '')).toBe(text.replace('(0)', '').replace(/\D/g, ''));
      }),
      { numRuns: runs(300) },
    );
  });
});
