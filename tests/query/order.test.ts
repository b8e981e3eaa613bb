/** Orders of a list: several fields, the most important first, and what a client may leave out or say twice. */
import { answer, ask } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const institution = (slug: string, state: string | null, city: string | null) => ({
  slug,
  name: { de: slug },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  state,
  city,
});

const records = {
  Institution: [
    institution('frankfurt', 'HESSE', 'Frankfurt'),
    institution('giessen', 'HESSE', 'Gießen'),
    institution('goettingen', 'LOWER_SAXONY', 'Göttingen'),
    institution('goslar', 'LOWER_SAXONY', 'Goslar'),
    institution('network', null, null),
    institution('marburg', 'HESSE', 'Marburg'),
  ],
};

describeOnEachDatabase('an order', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const ordered = async (orderBy: unknown): Promise<string[]> => {
    const { institutions } = await answer<{ institutions: { nodes: { slug: string }[] } }>(
      world,
      'query ($orderBy: [InstitutionOrder!]) { institutions(orderBy: $orderBy) { nodes { slug } } }',
      { variables: { orderBy } },
    );
    return institutions.nodes.map(({ slug }) => slug);
  };
  const byKey = ['frankfurt', 'giessen', 'goettingen', 'goslar', 'marburg', 'network'];

  it('is that of the keys when none is given', async () => {
    expect(await ordered(null)).toEqual(byKey);
    expect(await ordered([])).toEqual(byKey);
  });

  it('by several fields follows the first, and the next where the first is equal', async () => {
    const states = [
      { field: 'STATE', direction: 'DESC' },
      { field: 'CITY', direction: 'DESC' },
    ];

    expect(await ordered(states)).toEqual([
      'goettingen',
      'goslar',
      'marburg',
      'giessen',
      'frankfurt',
      'network',
    ]);
  });

  it('puts ö next to o and ß next to ss, as a German dictionary does', async () => {
    expect(await ordered({ field: 'CITY' })).toEqual([
      'frankfurt',
      'giessen',
      'goslar',
      'goettingen',
      'marburg',
      'network',
    ]);
  });

  it('puts what has no value last in both directions, and equal values by key', async () => {
    expect(await ordered({ field: 'STATE' })).toEqual([
      ...['frankfurt', 'giessen', 'marburg'],
      ...['goettingen', 'goslar'],
      'network',
    ]);
    expect(await ordered({ field: 'STATE', direction: 'DESC' })).toEqual([
      ...['goettingen', 'goslar'],
      ...['frankfurt', 'giessen', 'marburg'],
      'network',
    ]);
  });

  it('is ascending where the direction is left out or null', async () => {
    expect(await ordered({ field: 'CITY', direction: null })).toEqual(
      await ordered({ field: 'CITY', direction: 'ASC' }),
    );
    expect(await ordered({ field: 'CITY' })).toEqual(await ordered({ field: 'CITY', direction: 'ASC' }));
  });

  it('by a field that is named twice follows the first of the two', async () => {
    const twice = [{ field: 'CITY', direction: 'DESC' }, { field: 'CITY' }];
    const often = Array<unknown>(500).fill({ field: 'CITY', direction: 'DESC' });

    expect(await ordered(twice)).toEqual(await ordered({ field: 'CITY', direction: 'DESC' }));
    expect(await ordered(often)).toEqual(await ordered(twice));
  });

  it('can be by declared fields only', async () => {
    const { errors } = await ask(world, '{ institutions(orderBy: {field: DIGEST}) { totalCount } }');

    expect(errors?.[0]?.message).toContain('"DIGEST" does not exist in "InstitutionOrderField"');
  });
});
