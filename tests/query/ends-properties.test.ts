/** The counts of records at the ends of links are what counting by hand gives, of whole classes and under records. */
import fc from 'fast-check';
import { describe as describeClass, type Description, type List } from '../../src/resource/description';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { FilterMaker } from '../helpers/generated-filter';
import { runs } from '../helpers/property-runs';
import { ReferenceCatalogue, type ReferenceRecord } from '../helpers/reference-catalogue';
import { ReferenceFilter, type PlainFilter } from '../helpers/reference-filter';
import { registry, SmallWorld, type PlainRecords } from '../helpers/small-world';

type Counts = Record<string, number>;

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The lists of links of a class that stand at records. */
const listsOf = (of: Description): { owner: Description; list: List }[] =>
  registry.resources.flatMap((owner) =>
    owner.lists
      .filter((list) => list.kind === 'links' && describeClass(list.link()) === of)
      .map((list) => ({ owner, list })),
  );

const selection = ({ ends }: Description): string =>
  ['totalCount', ...ends.map(({ name }) => `${name}Count`)].join(' ');

const countsOf = ({ ends }: Description, links: readonly ReferenceRecord[]): Counts => ({
  totalCount: links.length,
  ...Object.fromEntries(
    ends.map(({ name, side }) => [`${name}Count`, new Set(links.map((link) => link.ends?.[side])).size]),
  ),
});

const catalogueWithFilters = generatedCatalogue(registry, 6).chain((records) => {
  const maker = new FilterMaker(registry, records);
  return fc.record({
    records: fc.constant(records),
    filters: fc.record(
      Object.fromEntries(
        registry.links.map((of) => [of.type, fc.oneof(maker.filter(of, 1), fc.constant({}))]),
      ),
    ),
  });
});

describeOnEachDatabase('the counts of records at the ends of links', (dialect) => {
  const within = async (records: PlainRecords, work: (world: SmallWorld) => Promise<void>): Promise<void> => {
    const world = await SmallWorld.of(dialect, records);
    try {
      await work(world);
    } finally {
      await world.end();
    }
  };

  it('are what counting by hand gives', async () => {
    const property = fc.asyncProperty(catalogueWithFilters, ({ records, filters }) =>
      within(records, async (world) => {
        const catalogue = new ReferenceCatalogue(records, registry);
        const reference = new ReferenceFilter(catalogue, registry);
        for (const of of registry.links) {
          const filter = filters[of.type] as PlainFilter;
          const meeting = (links: ReferenceRecord[]) => links.filter((link) => reference.meets(link, filter));
          const { list } = await answer<{ list: Counts }>(
            world,
            `query ($filter: ${of.type}Filter) { list: ${camelCase(of.path)}(filter: $filter) { ${selection(of)} } }`,
            { variables: { filter } },
          );
          expect(list).toEqual(countsOf(of, meeting(catalogue.all(of.type))));
          for (const { owner, list } of listsOf(of)) {
            const { parents } = await answer<{ parents: { nodes: { id: string; list: Counts }[] } }>(
              world,
              `query ($filter: ${of.type}Filter) { parents: ${camelCase(owner.path)}(first: 100) { nodes { id list: ${list.name}(filter: $filter) { ${selection(of)} } } } }`,
              { variables: { filter } },
            );
            for (const { id, list: found } of parents.nodes) {
              const parent = catalogue.all(owner.type).find((record) => record.id === id);
              const links = parent ? catalogue.listOf(parent, list) : [];
              expect(found).toEqual(countsOf(of, meeting(links)));
            }
          }
        }
      }),
    );
    await fc.assert(property, { numRuns: runs(4), endOnFailure: true });
  }, 120_000);

  it('are those of all kinds of links at a record', async () => {
    const property = fc.asyncProperty(generatedCatalogue(registry, 6), (records) =>
      within(records, async (world) => {
        const catalogue = new ReferenceCatalogue(records, registry);
        for (const { path, type } of registry.resources) {
          const { parents } = await answer<{ parents: { nodes: { id: string; links: Counts }[] } }>(
            world,
            `{ parents: ${camelCase(path)}(first: 100) { nodes { id links { totalCount resourceCount } } } }`,
          );
          for (const { id, links: found } of parents.nodes) {
            const parent = catalogue.all(type).find((record) => record.id === id);
            const links = parent ? catalogue.linksOf(parent) : [];
            const others = links.map(({ ends }) => (ends?.from === parent?.key ? ends?.to : ends?.from));
            expect(found).toEqual({ totalCount: links.length, resourceCount: new Set(others).size });
          }
        }
      }),
    );
    await fc.assert(property, { numRuns: runs(4), endOnFailure: true });
  }, 120_000);
});
