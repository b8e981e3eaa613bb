/** A search within what is known ends, however many ways lead nowhere. */
import { LinkGraph } from '../../../src/query/graph/link-graph';

const every = 120;
const names = Array.from({ length: every }, (_, index) => `r${index}`);

/** Every record is linked with every other; `begin` and `end` with the first of them alone. */
function dense(): LinkGraph {
  const known = new LinkGraph();
  const links = names.flatMap((near, index) =>
    names.slice(index + 1).map((far) => ({ link: `${near}-${far}`, near, far })),
  );
  const alone = ['begin', 'end'].map((far) => ({ link: `r0-${far}`, near: 'r0', far }));
  known.add([...links, ...alone]);
  return known;
}

it('stops where thousands of ways lead to the target only by a record on which it has been', () => {
  const known = dense();

  expect(known.paths('begin', 'end', 2, 5)).toEqual({
    paths: [{ records: ['begin', 'r0', 'end'], links: [['r0-begin'], ['r0-end']] }],
    stopped: false,
  });
  expect(known.paths('begin', 'end', 6, 5)).toEqual({ paths: [], stopped: true });
});

it('goes nowhere from where the target can be reached only by the beginning', () => {
  expect(dense().paths('r0', 'end', 6, 5)).toEqual({ paths: [], stopped: false });
});

it('gives the first of very many paths by their keys, and does not look at the others', () => {
  const { paths, stopped } = dense().paths('r1', 'r2', 6, 2);

  expect(paths.map(({ records }) => records.join(' '))).toEqual([
    'r1 r0 r10 r100 r101 r102 r2',
    'r1 r0 r10 r100 r101 r103 r2',
  ]);
  expect(stopped).toBe(false);
});
