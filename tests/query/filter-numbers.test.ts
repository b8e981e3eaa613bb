/** Numbers of bytes are compared with any number that JSON can write. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const distribution = (slug: string, byteSize: number) => ({
  slug,
  name: { en: slug },
  kind: 'FILE',
  dataset: 'cohort',
  byteSize,
});

describeOnEachDatabase('a filter by several numbers', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {
      Dataset: [{ slug: 'cohort', name: { en: 'Cohort' }, kind: 'COHORT' }],
      Distribution: [distribution('small', 3), distribution('large', 5_000_000_000)],
    });
  });
  afterAll(() => world.end());

  it.each([
    [[3], ['small']],
    [[5_000_000_000, 7], ['large']],
    [[0.5, 3], ['small']],
    [[1e300, 5_000_000_000], ['large']],
    [[1e300], []],
  ])('finds who has one of %j', async (sizes, expected) => {
    const { distributions } = await answer<{ distributions: { nodes: { slug: string }[] } }>(
      world,
      `{ distributions(filter: { byteSize: { in: [${sizes.join()}] } }) { nodes { slug } } }`,
    );

    expect(distributions.nodes.map(({ slug }) => slug)).toEqual(expected);
  });
});
