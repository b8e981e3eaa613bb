/** Every list of a day holds what the table of docs/time.md says, and tells of each how it holds; in any catalogue, on both databases. */
import fc from 'fast-check';
import { describe as describeClass, isTimed, type Description } from '../../src/resource/description';
import { codesOf } from '../../src/vocabulary/concept-scheme';
import { Holding, listedByDefault } from '../../src/vocabulary/holding';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { runs } from '../helpers/property-runs';
import { ReferenceCatalogue, type ReferenceRecord } from '../helpers/reference-catalogue';
import { registry, SmallWorld } from '../helpers/small-world';

interface Edge {
  holding: Holding | null;
  node: { id: string; holding?: Holding };
}
interface List {
  totalCount: number;
  edges: Edge[];
}

const all = codesOf(Holding);
const asked = fc.record({
  day: fc.constantFrom('2018-06-01', '2019-12-31', '2020-01-31', '2020-02-15', '2021-06-15', '2022-01-01'),
  holding: fc.option(fc.subarray(all, { minLength: 1 }), { nil: listedByDefault }),
});

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const timed = [...registry.resources, ...registry.links].filter(isTimed);
/** The lists below a class that can be of a day. */
const listsOf = ({ lists }: Description) =>
  lists.filter((list) => list.kind !== 'inverse' || isTimed(describeClass(list.to())));

const byKey = (one: ReferenceRecord, other: ReferenceRecord) => (one.key < other.key ? -1 : 1);

describeOnEachDatabase('a day', (dialect) => {
  it('is answered alike by lists of every class, their edges, records and filters', async () => {
    const property = fc.asyncProperty(
      generatedCatalogue(registry, 5),
      fc.array(asked, { minLength: 3, maxLength: 3 }),
      async (records, questions) => {
        const world = await SmallWorld.of(dialect, records);
        try {
          const catalogue = new ReferenceCatalogue(records, registry);
          const { times } = catalogue;
          for (const { day, holding } of questions) {
            const lists = timed.map(
              ({ path }) =>
                `${camelCase(path)}(asOf: $day, holding: $holding, first: 100) { totalCount edges { holding node { id holding(on: $day) } } }
                 valid_${camelCase(path)}: ${camelCase(path)}(filter: { validOn: $day }, first: 100) { totalCount edges { holding node { id } } }`,
            );
            const given = await answer<Record<string, List>>(
              world,
              `query ($day: Date!, $holding: [Holding!]!) { ${lists.join('\n')} }`,
              { variables: { day, holding } },
            );
            for (const { path, type } of timed) {
              const held = catalogue
                .all(type)
                .map((record) => ({ record, how: times.holding(record, day) }))
                .sort((a, b) => byKey(a.record, b.record));
              const expected = held.filter(({ how }) => holding.includes(how));
              expect(given[camelCase(path)]).toEqual({
                totalCount: expected.length,
                edges: expected.map(({ record: { id }, how }) => ({
                  holding: how,
                  node: { id, holding: how },
                })),
              });
              const valid = held.filter(({ how }) => listedByDefault.includes(how));
              expect(given[`valid_${camelCase(path)}`]?.edges).toEqual(
                valid.map(({ record: { id } }) => ({ holding: null, node: { id } })),
              );
            }
          }
        } finally {
          await world.end();
        }
      },
    );
    await fc.assert(property, { numRuns: runs(24), endOnFailure: true });
  }, 120_000);

  it('is answered alike by lists below records, where several links may lead to one', async () => {
    const property = fc.asyncProperty(
      generatedCatalogue(registry, 5),
      fc.array(asked, { minLength: 2, maxLength: 2 }),
      async (records, questions) => {
        const world = await SmallWorld.of(dialect, records);
        try {
          const catalogue = new ReferenceCatalogue(records, registry);
          const { times } = catalogue;
          for (const { day, holding } of questions)
            for (const owner of registry.resources) {
              const lists = listsOf(owner);
              const fields = lists.map(
                ({ name }) =>
                  `${name}(asOf: $day, holding: $holding, first: 50) { totalCount edges { holding node { id } } }`,
              );
              const ofAny = `links(asOf: $day, holding: $holding, first: 50) { totalCount edges { holding node { id } } }`;
              const { owners } = await answer<{
                owners: { nodes: ({ id: string } & Record<string, List>)[] };
              }>(
                world,
                `query ($day: Date!, $holding: [Holding!]!) { owners: ${camelCase(owner.path)}(first: 5) { nodes { id ${fields.join(' ')} ${ofAny} } } }`,
                { variables: { day, holding } },
              );
              for (const node of owners.nodes) {
                const record = catalogue.all(owner.type).find(({ id }) => id === node.id);
                if (!record) throw new Error('A record is not in the catalogue.');
                const links = catalogue
                  .linksOf(record)
                  .map((link) => ({ id: link.id, key: link.key, how: times.holding(link, day) }));
                const among = (held: { id: string; key: string; how: Holding }[]) =>
                  held
                    .filter(({ how }) => holding.includes(how))
                    .sort((a, b) => (a.key < b.key ? -1 : 1))
                    .map(({ id, how }) => ({ holding: how, node: { id } }));
                expect(node.links?.edges).toEqual(among(links));
                for (const list of lists) {
                  const expected = among(
                    list.kind === 'through'
                      ? catalogue.listOf(record, list).flatMap((far) => {
                          const hows = catalogue
                            .linksBetween(record, far, list)
                            .map((link) => times.holding(link, day))
                            .filter((how) => holding.includes(how));
                          const how = all.find((each) => hows.includes(each));
                          return how ? [{ id: far.id, key: far.key, how }] : [];
                        })
                      : catalogue
                          .listOf(record, list)
                          .map((each) => ({ id: each.id, key: each.key, how: times.holding(each, day) })),
                  );
                  expect({ list: list.name, ...node[list.name] }).toEqual({
                    list: list.name,
                    totalCount: expected.length,
                    edges: expected,
                  });
                }
              }
            }
        } finally {
          await world.end();
        }
      },
    );
    await fc.assert(property, { numRuns: runs(12), endOnFailure: true });
  }, 120_000);
});
