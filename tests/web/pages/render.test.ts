// Pages are written as Preact's own renderer writes them: any tree of elements, components, texts and attributes.
import fc from 'fast-check';
import { Fragment, h, type ComponentChildren, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { runs } from '../../helpers/property-runs';
import { htmlOf } from '../../../src/web/pages/render';

const value = fc.oneof(
  fc.string(),
  fc.constantFrom('', 'a & b', '"<b>"', 'Universität – Köln', '😀', null, undefined, true, false, 0, 1.5),
);
const names = [
  'class',
  'href',
  'tabIndex',
  'dateTime',
  'maxLength',
  'aria-label',
  'data-of',
  'checked',
  'width',
];
const properties = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 });
const drawn = fc
  .dictionary(fc.constantFrom('class', 'stroke-width', 'viewBox', 'aria-hidden'), value)
  .map((of) => h('svg', of, h('path', of)));
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('<script>', '&amp;', '"', '–'),
);
const plain = fc.oneof(text, fc.integer(), fc.constantFrom(null, undefined, true, false, ''));
const component = ({ children }: { children?: ComponentChildren }) =>
  h('section', { title: 'called' }, children);

const { node } = fc.letrec<{ node: ComponentChildren; children: ComponentChildren[] }>((tie) => ({
  children: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    plain,
    drawn,
    fc.array(plain, { maxLength: 3 }),
    fc
      .tuple(fc.constantFrom('p', 'td', 'a'), properties, tie('children'))
      .map(([type, props, children]) => h(type, props, children as ComponentChildren)),
    fc.tuple(fc.constantFrom('br', 'input', 'link'), properties).map(([type, props]) => h(type, props)),
    fc.tuple(text).map(([html]) => h('style', { dangerouslySetInnerHTML: { __html: `${html}/* */` } })),
    tie('children').map((children) => h(component, null, children as ComponentChildren)),
    tie('children').map((children) => h(Fragment, null, children as ComponentChildren)),
  ),
}));

const written = (page: VNode): string => htmlOf(page).toString();

test('any page is written as Preact writes it', () => {
  fc.assert(
    fc.property(node, (content) => {
      const page = () => h('main', null, content);
      expect(written(page())).toBe(Buffer.from(`<!doctype html>${render(page())}`).toString());
    }),
    { numRuns: runs(300) },
  );
});

test('a long page is whole: it is encoded in parts', () => {
  const rows = Array.from({ length: 3_000 }, (_, row) =>
    h('tr', null, h('td', null, `Zeile ${row} – "Köln"`)),
  );
  const page = () => h('table', null, rows);
  expect(written(page())).toBe(`<!doctype html>${render(page())}`);
});
