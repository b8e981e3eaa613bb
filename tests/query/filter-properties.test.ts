/** Every filter finds what the documentation says, on both databases: wherever it stands, however deep it goes. */
import fc from 'fast-check';
import { GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { enumCode } from '../../src/graphql/enums';
import { schemaOf } from '../../src/graphql/schema';
import { describe as describeClass, type Description } from '../../src/resource/description';
import { answer } from '../helpers/ask';
import { dialects } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { FilterMaker } from '../helpers/generated-filter';
import { listening } from '../helpers/listening';
import { runs, some } from '../helpers/property-runs';
import { ReferenceCatalogue, type ReferenceRecord } from '../helpers/reference-catalogue';
import { ReferenceFilter, type PlainFilter } from '../helpers/reference-filter';
import { registry, SmallWorld, type PlainRecords } from '../helpers/small-world';

const classes = [...registry.resources, ...registry.links];

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const sources = [
  { slug: 'website', title: 'Ärzte im Netz', url: 'https://www.example.org/', publisher: 'Arzt & Co.' },
  {
    slug: 'call',
    title: 'Call for proposals',
    url: 'https://call.example.org/',
    licence: 'https://x.example/A',
  },
];

/** What sources say of a record: each of two, or one of them; of a field of its own, or of the record as a whole. */
function evidenceOf(type: string, index: number): object[] {
  const property = registry.ofType(type)?.ends[0]?.name ?? 'slug';
  const statements = [
    { source: 'call', confidence: 'UNVERIFIED', property },
    { source: 'website', confidence: 'FOUND_IN_SOURCE' },
    { source: 'website', confidence: 'INFERRED', property },
  ];
  return statements.slice(index % 3, (index % 3) + 2);
}

/** The same catalogue with a text full of signs, with identifiers that records share, and with evidence of two sources. */
function seasoned(records: PlainRecords): PlainRecords {
  const strange = 'É%_\'"\\ 😀 Arzt';
  const text = JSON.stringify(records).replaceAll('"É"', () => JSON.stringify(strange));
  const identifiers = [
    { scheme: 'ROR', value: 'https://ror.org/032nzv584' },
    { scheme: 'DOI', value: '10.1/ä_b%' },
    { scheme: 'DOI', value: '10.13039/501100002347' },
    { scheme: 'CROSSREF_FUNDER', value: '10.13039/501100002347' },
  ];
  const resources = new Set(registry.resources.map(({ type }) => type));
  const identifiersOf = (type: string, index: number) =>
    resources.has(type) && index > 0
      ? { identifiers: identifiers.slice((index - 1) % 4, ((index - 1) % 4) + 1 + (index % 2)) }
      : {};
  const stated = Object.entries(JSON.parse(text) as PlainRecords).map(([type, list]) => [
    type,
    list.map((record, index) => ({
      ...record,
      ...identifiersOf(type, index),
      evidence: evidenceOf(type, index),
    })),
  ]);
  return { ...Object.fromEntries(stated), Source: sources } as PlainRecords;
}

interface Case {
  of: Description;
  filter: PlainFilter;
}

/** A failing property prints its cases: a class by its name, as a whole Description has a hundred megabytes. */
const caseOf = (of: Description, filter: PlainFilter): Case & fc.WithToStringMethod => ({
  of,
  filter,
  [fc.toStringMethod]: () => `${of.type}: ${fc.stringify(filter)}`,
});

/** A catalogue and filters for it; how they are made depends on its values. */
const catalogueWith = (cases: (maker: FilterMaker) => fc.Arbitrary<Case[]>) =>
  generatedCatalogue(registry, 6)
    .map(seasoned)
    .chain((records) =>
      fc.record({ records: fc.constant(records), cases: cases(new FilterMaker(registry, records)) }),
    );

const deepCases = (maker: FilterMaker): fc.Arbitrary<Case[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...classes), fc.integer({ min: 1, max: 4 }))
      .chain(([of, depth]) => maker.filter(of, depth).map((filter) => caseOf(of, filter))),
    { minLength: runs(90), maxLength: runs(90) },
  );

const everyCase = (maker: FilterMaker): fc.Arbitrary<Case[]> =>
  fc.tuple(
    ...classes.flatMap((of) => maker.everyKind(of).map((made) => made.map((filter) => caseOf(of, filter)))),
  );

interface Found {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A list: its field on Query, or on one record. */
interface Place {
  field: string;
  under?: ReferenceRecord;
}

/** Reads what a condition on `$filter` leaves of a list to its end; each page and its count take one statement. */
async function readAll(
  world: SmallWorld,
  { field, under }: Place,
  { of, filter }: Case,
  condition: '$filter' | '{ not: $filter }',
): Promise<string[]> {
  const list = `found: ${field}(first: 3, after: $after, filter: ${condition}) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }`;
  const query = `query ($filter: ${of.type}Filter, $after: String) {
    ${under ? `node(id: "${under.id}") { ... on ${under.type} { ${list} } }` : list}
  }`;
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const reader = listening(world.store);
    const data: { node?: { found: Found }; found?: Found } = await answer(world, query, {
      variables: { filter, after },
      reader,
    });
    const found = (under ? data.node : data)?.found;
    if (!found) throw new Error('The list was not answered.');
    expect(reader.statements).toHaveLength(under ? 3 : 2);
    ids.push(...found.nodes.map(({ id }) => id));
    if (!found.pageInfo.hasNextPage) {
      expect(found.totalCount).toBe(ids.length);
      return ids;
    }
    after = found.pageInfo.endCursor;
  }
}

/** What many filters of a class find, each on one page. */
async function foundByEach(world: SmallWorld, of: Description, filters: PlainFilter[]): Promise<string[][]> {
  const variables = Object.fromEntries(filters.map((filter, index) => [`filter${index}`, filter]));
  const declared = filters.map((_, index) => `$filter${index}: ${of.type}Filter`);
  const lists = filters.map(
    (_, index) =>
      `list${index}: ${camelCase(of.path)}(first: 100, filter: $filter${index}) { totalCount nodes { id } }`,
  );
  const data = await answer<Record<string, Found>>(
    world,
    `query (${declared.join(', ')}) { ${lists.join('\n')} }`,
    { variables },
  );
  return Object.values(data).map(({ nodes, totalCount }) => {
    expect(nodes).toHaveLength(totalCount);
    return nodes.map(({ id }) => id);
  });
}

/** What a filter finds in the lists under all records of a class, by parent. */
async function nested(
  world: SmallWorld,
  owner: Description,
  field: string,
  { of, filter }: Case,
): Promise<[string, string[]][]> {
  const { parents } = await answer<{ parents: { nodes: { id: string; list: Found }[] } }>(
    world,
    `query ($filter: ${of.type}Filter) { parents: ${camelCase(owner.path)}(first: 100) { nodes {
      id list: ${field}(first: 100, filter: $filter) { totalCount nodes { id } }
    } } }`,
    { variables: { filter } },
  );
  return parents.nodes.map(({ id, list }) => {
    expect(list.nodes).toHaveLength(list.totalCount);
    return [id, list.nodes.map((node) => node.id)];
  });
}

/** The declared lists that hold records of a class. */
const listsOf = (of: Description) =>
  registry.resources.flatMap((owner) =>
    owner.lists
      .filter((list) => {
        const type = list.kind === 'links' ? list.link() : list.to?.();
        return type && describeClass(type) === of;
      })
      .map((list) => ({ owner, list })),
  );

const worldsOf = (records: PlainRecords) =>
  Promise.all(dialects.map((dialect) => SmallWorld.of(dialect, records)));

/** Runs a test over one catalogue on both databases. @param test is also told which of them it is. */
async function onBoth(
  records: PlainRecords,
  test: (world: SmallWorld, database: number) => Promise<void>,
): Promise<void> {
  const worlds = await worldsOf(records);
  try {
    for (const [database, world] of worlds.entries()) await test(world, database);
  } finally {
    await Promise.all(worlds.map((world) => world.end()));
  }
}

interface Facet {
  by: string;
  distinct: number;
  missing: number;
  buckets: { value: string; count: number }[];
}

/** What a list counts by every field that it can be counted by, the two most frequent values of each. */
async function facetsUnder(
  world: SmallWorld,
  { field, under }: Place,
  { of, filter }: Case,
): Promise<Facet[]> {
  const by = countedFields(of).map(enumCode).join(', ');
  const list = `list: ${field}(filter: $filter) { facets(by: [${by}], first: 2) { by distinct missing buckets { value count } } }`;
  const data = await answer<{ list?: { facets: Facet[] }; node?: { list: { facets: Facet[] } } }>(
    world,
    `query ($filter: ${of.type}Filter) { ${under ? `node(id: "${under.id}") { ... on ${under.type} { ${list} } }` : list} }`,
    { variables: { filter } },
  );
  return (data.node?.list ?? data.list)?.facets ?? [];
}

/** What can be counted: attributes that say so, what a record points to, and lists of linked records of one class. */
const countedFields = ({ attributes, references, ends, lists }: Description): string[] => [
  ...attributes.filter(({ facet }) => facet).map(({ name }) => name),
  ...references.map(({ name }) => name),
  ...ends.filter((end) => end.to().length === 1).map(({ name }) => name),
  ...lists.filter((list) => list.kind === 'through' && list.to).map(({ name }) => name),
];

/** The same, counted record by record. */
function countedOneByOne(
  catalogue: ReferenceCatalogue,
  records: ReferenceRecord[],
  of: Description,
): Facet[] {
  return countedFields(of).map((field) => {
    const values = records.map((record) => catalogue.valuesOf(record, field));
    const counts = new Map<string, number>();
    for (const value of values.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
    const buckets = [...counts].map(([value, count]) => ({ value, count }));
    buckets.sort((a, b) => b.count - a.count || Buffer.compare(Buffer.from(a.value), Buffer.from(b.value)));
    return {
      by: enumCode(field),
      distinct: buckets.length,
      missing: values.filter((each) => each.length === 0).length,
      buckets: buckets.slice(0, 2),
    };
  });
}

function referenceOf(records: PlainRecords) {
  const catalogue = new ReferenceCatalogue(records, registry);
  const filters = new ReferenceFilter(catalogue, registry);
  const met = (among: ReferenceRecord[], filter: PlainFilter) =>
    catalogue.sorted(among, [], 'en').filter((record) => filters.meets(record, filter));
  const ids = (among: ReferenceRecord[], filter: PlainFilter) => met(among, filter).map(({ id }) => id);
  return { catalogue, met, ids };
}

describe('a filter', () => {
  it('has the fields and operators of the declarations', async () => {
    const schema = await schemaOf(registry);
    const maker = new FilterMaker(registry, {});

    for (const of of classes) {
      const fields = inputFields(schema, `${of.type}Filter`);
      expect(Object.keys(fields).sort()).toEqual(maker.fieldsOf(of).sort());
      for (const attribute of of.attributes.filter(({ filter }) => filter)) {
        expect(Object.keys(inputFields(schema, fields[attribute.name] ?? '')).sort()).toEqual(
          Object.keys(maker.comparisons(of, attribute)).sort(),
        );
      }
    }
  });

  it('finds what the documentation says, for every field and operator of every class', async () => {
    const property = fc.asyncProperty(
      catalogueWith(everyCase),
      fc.nat(),
      async ({ records, cases }, first) => {
        const { catalogue, ids } = referenceOf(records);
        await onBoth(records, async (world, database) => {
          for (const of of classes) {
            const every = cases.filter((one) => one.of === of).map(({ filter }) => filter);
            const filters = some(every, first + database);
            const found = await foundByEach(world, of, filters);
            const all = catalogue.all(of.type);
            expect(filters.map((filter, index) => ({ filter, found: found[index] }))).toEqual(
              filters.map((filter) => ({ filter, found: ids(all, filter) })),
            );
          }
        });
      },
    );
    await fc.assert(property, { numRuns: runs(3), endOnFailure: true });
  }, 300_000);

  it('finds what the documentation says however deep it goes, and its opposite finds the rest', async () => {
    const property = fc.asyncProperty(catalogueWith(deepCases), async ({ records, cases }) => {
      const { catalogue, ids } = referenceOf(records);
      await onBoth(records, async (world) => {
        for (const { of, filter } of cases) {
          const all = catalogue.all(of.type);
          const place = { field: camelCase(of.path) };
          const met = await readAll(world, place, { of, filter }, '$filter');
          const unmet = await readAll(world, place, { of, filter }, '{ not: $filter }');
          expect({ filter, met }).toEqual({ filter, met: ids(all, filter) });
          expect([...met, ...unmet].sort()).toEqual(all.map(({ id }) => id).sort());
        }
      });
    });
    await fc.assert(property, { numRuns: runs(3), endOnFailure: true });
  }, 300_000);

  it('finds the same in the lists under a record', async () => {
    const property = fc.asyncProperty(catalogueWith(deepCases), async ({ records, cases }) => {
      const { catalogue, ids } = referenceOf(records);
      await onBoth(records, async (world) => {
        for (const { of, filter } of cases) {
          for (const { owner, list } of listsOf(of)) {
            const parents = catalogue.sorted(catalogue.all(owner.type), [], 'en');
            const expected = parents.map((parent): [string, string[]] => [
              parent.id,
              ids(catalogue.listOf(parent, list), filter),
            ]);
            const found = await nested(world, owner, list.name, { of, filter });
            expect({ list: list.name, filter, found }).toEqual({ list: list.name, filter, found: expected });
            const [longest] = [...expected].sort(([, a], [, b]) => b.length - a.length);
            const under = parents.find(({ id }) => id === longest?.[0]);
            const place = { field: list.name, ...(under && { under }) };
            expect(await readAll(world, place, { of, filter }, '$filter')).toEqual(longest?.[1]);
          }
        }
      });
    });
    await fc.assert(property, { numRuns: 1, endOnFailure: true });
  }, 300_000);
});

describe('facets', () => {
  it('count what the filter finds, in lists of a class and under a record', async () => {
    const property = fc.asyncProperty(catalogueWith(deepCases), async ({ records, cases }) => {
      const { catalogue, met } = referenceOf(records);
      await onBoth(records, async (world) => {
        for (const { of, filter } of cases) {
          if (countedFields(of).length === 0) continue;
          const counted = (among: ReferenceRecord[]) => countedOneByOne(catalogue, met(among, filter), of);
          const place = { field: camelCase(of.path) };
          const facets = await facetsUnder(world, place, { of, filter });
          expect({ filter, facets }).toEqual({ filter, facets: counted(catalogue.all(of.type)) });
          for (const { owner, list } of listsOf(of)) {
            const [under] = catalogue.all(owner.type);
            if (!under) continue;
            const facets = await facetsUnder(world, { field: list.name, under }, { of, filter });
            expect({ list, filter, facets }).toEqual({
              list,
              filter,
              facets: counted(catalogue.listOf(under, list)),
            });
          }
        }
      });
    });
    await fc.assert(property, { numRuns: runs(2), endOnFailure: true });
  }, 300_000);
});

/** The fields of an input type, with the names of their types. */
function inputFields(schema: GraphQLSchema, name: string): Record<string, string> {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLInputObjectType)) throw new Error(`There is no input ${name}.`);
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
}
