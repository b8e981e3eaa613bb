/** A list is paged while others write: cursors are places in the order, so that nothing moves. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

interface Cursors {
  list: { pageInfo: { endCursor: string } };
}

describeOnEachDatabase('records that come in between two pages', (dialect) => {
  it('move nothing: what was seen does not come again, and what was there is not left out', async () => {
    const institution = (slug: string, acronym: string | null) => ({
      slug,
      name: { en: slug },
      kind: 'NETWORK',
      acronym,
    });
    const world = await SmallWorld.of(dialect, {
      Institution: [
        institution('b', 'M'),
        institution('d', 'M'),
        institution('f', 'M'),
        institution('h', null),
      ],
    });
    const query = `query ($after: String) {
      list: institutions(first: 2, after: $after, orderBy: {field: ACRONYM}) {
        totalCount nodes { slug } pageInfo { endCursor hasNextPage }
      }
    }`;
    const first = await answer<Cursors>(world, query);
    const late = [
      institution('a', 'M'),
      institution('c', 'A'),
      institution('e', 'M'),
      institution('g', null),
    ];
    await world.add({ Institution: late });

    const read: unknown[] = [first];
    let after = first.list.pageInfo.endCursor;
    for (let page = 0; page < 2; page += 1) {
      const next = await answer<Cursors>(world, query, { variables: { after } });
      read.push(next);
      after = next.list.pageInfo.endCursor;
    }
    await world.end();

    const slugs = (...names: string[]) => names.map((slug) => ({ slug }));
    expect(read).toMatchObject([
      { list: { totalCount: 4, nodes: slugs('b', 'd'), pageInfo: { hasNextPage: true } } },
      { list: { totalCount: 8, nodes: slugs('e', 'f'), pageInfo: { hasNextPage: true } } },
      { list: { totalCount: 8, nodes: slugs('g', 'h'), pageInfo: { hasNextPage: false } } },
    ]);
  });
});
