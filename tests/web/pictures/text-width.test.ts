// Names that are too long for their place end with a whole word where they can.
import { fitted, textWidth } from '../../../src/web/pictures/text-width';

test('a name that fits stays as it is', () => {
  expect(fitted('RACOON', 13, 200)).toBe('RACOON');
});

test('a longer one ends with a whole word', () => {
  expect(fitted('Radiologisches Kooperatives Netzwerk', 13, 200)).toBe('Radiologisches Kooperatives…');
});

test('a single word is cut', () => {
  const cut = fitted('Universitätsklinikum', 13, 80);
  expect(cut).toMatch(/^Univer.*…$/);
  expect(textWidth(cut, 13)).toBeLessThanOrEqual(80);
});
