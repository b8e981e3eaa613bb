/** A neighbourhood in which records are unfolded, over the seeds: it has what lies around each of them. */
import { answer, refusal } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';

interface Graph {
  readonly truncated: boolean;
  readonly nodes: readonly { readonly distance: number; readonly record: { readonly id: string } }[];
  readonly links: readonly {
    readonly id: string;
    readonly from: { id: string };
    readonly to: { id: string };
  }[];
}

const query = `query ($of: String!, $unfold: [ResourceReference!], $first: Int = 400) {
  neighbourhood(of: { slug: $of }, unfold: $unfold, first: $first) {
    truncated nodes { distance record { id } } links { id from { id } to { id } }
  }
}`;

describeOnEachDatabase('a neighbourhood with unfolded records', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.in(await seededDatabase(dialect));
  });
  afterAll(() => world.end());

  const around = async (of: string, unfold: readonly string[] = [], first = 400): Promise<Graph> => {
    const variables = { of, unfold: unfold.map((slug) => ({ slug })), first };
    return (await answer<{ neighbourhood: Graph }>(world, query, { variables })).neighbourhood;
  };
  const idsOf = ({ nodes }: Graph) => nodes.map(({ record }) => record.id);

  it('has what lies around each of them, and all links among all of that', async () => {
    const [marburg, racoon, both] = await Promise.all([
      around('institutions/marburg'),
      around('infrastructures/racoon'),
      around('institutions/marburg', ['infrastructures/racoon']),
    ]);
    expect([...idsOf(both)].sort()).toEqual([...new Set([...idsOf(marburg), ...idsOf(racoon)])].sort());
    expect(both.nodes.length).toBeGreaterThan(marburg.nodes.length);
    const links = new Set(both.links.map(({ id }) => id));
    for (const { id } of [...marburg.links, ...racoon.links]) expect(links).toContain(id);
    // What is farther than the first ring was unfolded.
    expect(both.nodes.filter(({ distance }) => distance === 2).length).toBe(
      both.nodes.length - marburg.nodes.length,
    );
  });

  it('unfolds in turn what was unfolded, and leaves out what it does not show', async () => {
    const once = await around('institutions/marburg', ['infrastructures/racoon']);
    const twice = await around('institutions/marburg', ['infrastructures/racoon', 'institutions/frankfurt']);
    expect(idsOf(twice)).toEqual(expect.arrayContaining(idsOf(await around('institutions/frankfurt'))));
    expect(twice.nodes.length).toBeGreaterThan(once.nodes.length);
    const other = await around('institutions/marburg', ['standards/none-such']);
    expect(other.nodes).toEqual((await around('institutions/marburg')).nodes);
  });

  it('keeps to its size, and says that there is more', async () => {
    const few = await around('institutions/marburg', ['infrastructures/racoon'], 20);
    expect([few.nodes.length <= 20, few.truncated]).toEqual([true, true]);
  });

  it('is refused with too many', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `{ slug: "institutions/i-${index}" }`).join(' ');
    expect(
      (
        await refusal(
          world,
          `{ neighbourhood(of: { slug: "institutions/marburg" }, unfold: [${many}]) { truncated } }`,
        )
      ).message,
    ).toContain('it may name 20');
  });
});
