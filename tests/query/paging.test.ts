/** Lists are paged: each record comes exactly once, in the order that the documentation gives, from either end. */
import fc from 'fast-check';
import type { Description } from '../../src/resource/description';
import { describeOnEachDatabase } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { pageThrough, type ConnectionField } from '../helpers/page-through';
import { runs, some } from '../helpers/property-runs';
import {
  ReferenceCatalogue,
  type ReferenceOrder,
  type ReferenceRecord,
} from '../helpers/reference-catalogue';
import { registry, SmallWorld } from '../helpers/small-world';

/** A connection with what it holds, and the class by whose fields it can be ordered; null for lists of any class. */
interface Case extends ConnectionField {
  holds: ReferenceRecord[];
  of: Description | null;
}

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every connection of the schema: lists of a class, and each list of the record under which it holds most. */
function everyConnection(reference: ReferenceCatalogue): Case[] {
  const roots = [...registry.resources, ...registry.links].map((of): Case => ({
    field: camelCase(of.path),
    holds: reference.all(of.type),
    of,
  }));
  const nested = registry.resources.flatMap((owner): Case[] => {
    const parents = reference.all(owner.type);
    const under = (
      field: string,
      of: Description | null,
      holds: (parent: ReferenceRecord) => ReferenceRecord[],
    ) => {
      const [longest] = parents
        .map((parent) => ({ field, of, under: { type: owner.type, id: parent.id }, holds: holds(parent) }))
        .sort((a, b) => b.holds.length - a.holds.length);
      return longest ? [longest] : [];
    };
    return [
      ...owner.lists.flatMap((list) =>
        under(list.name, classIn(list), (parent) => reference.listOf(parent, list)),
      ),
      ...under('links', null, (parent) => reference.linksOf(parent)),
    ];
  });
  return [...roots, ...nested];
}

function classIn(list: Description['lists'][number]): Description | null {
  const type = list.kind === 'links' ? list.link() : list.to?.();
  return (type && registry.ofType(type.name)) ?? null;
}

/** A list can be ordered by the names of the records to which each of its own points, where these are of one class. */
const namesBeside = ({ ends, references }: Description): string[] => [
  ...ends.filter((end) => end.to().length === 1).map(({ name }) => `${name}Name`),
  ...references.map(({ name }) => `${name}Name`),
];

const directions = ['ASC', 'DESC'] as const;

/** No order, each field in each direction, and pairs of fields as fast-check picked them. */
function everyOrder(of: Description | null, picks: readonly [number, number][]): ReferenceOrder[][] {
  const fields = of
    ? [...of.attributes.filter(({ order }) => order).map(({ name }) => name), ...namesBeside(of)]
    : [];
  const single = fields.flatMap((field) => directions.map((direction) => ({ field, direction })));
  const pairs = picks.map((pick) => pick.flatMap((at) => single[at % single.length] ?? []));
  return [[], ...single.map((order) => [order]), ...(of ? pairs : [])];
}

const generated = fc.record({
  records: generatedCatalogue(registry, 9),
  picks: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 4 }),
  first: fc.nat(100),
  language: fc.constantFrom('de', 'en'),
});

/** Reading all lists in each of these takes a minute: all are tried in full only, else some of them for each list. */
const waysToRead = [1, 7, 100].flatMap((size) =>
  (['forwards', 'backwards'] as const).map((direction) => ({ size, direction })),
);

describeOnEachDatabase('a list', (dialect) => {
  it('gives each record once, in the documented order, from either end, whatever the size of a page', async () => {
    const property = fc.asyncProperty(generated, async ({ records, picks, first, language }) => {
      const world = await SmallWorld.of(dialect, records);
      const reference = new ReferenceCatalogue(records, registry);
      try {
        for (const [index, { holds, of, ...connection }] of everyConnection(reference).entries()) {
          const orders = some(everyOrder(of, picks), first + index);
          const expected = orders.map((order) => ids(reference.sorted(holds, order, language)));
          for (const at of Array(runs(waysToRead.length)).keys()) {
            const way = waysToRead[(first + index + at) % waysToRead.length];
            if (!way) continue;
            const { size, direction } = way;
            const readings = await pageThrough(world, connection, orders, size, direction, { language });
            const pages = Math.max(1, Math.ceil(holds.length / size));
            expect({ connection, size, readings }).toEqual({
              connection,
              size,
              readings: expected.map((order) => ({
                ids: order,
                totals: Array<number>(pages).fill(holds.length),
              })),
            });
          }
        }
      } finally {
        await world.end();
      }
    });
    await fc.assert(property, { numRuns: runs(2), endOnFailure: true });
  }, 300_000);
});

const ids = (records: readonly ReferenceRecord[]): string[] => records.map(({ id }) => id);
