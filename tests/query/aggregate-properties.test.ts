/** Groups are what one finds by counting by hand, on both databases: of every class, by any fields, filtered, and under records. */
import fc from 'fast-check';
import { enumCode } from '../../src/graphql/enums';
import { fieldsOf, measuresOf } from '../../src/query/counting/fields';
import { describe as describeClass, type Description, type List } from '../../src/resource/description';
import { slugOfKey } from '../../src/resource/identity';
import { answer } from '../helpers/ask';
import { dialects } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { FilterMaker } from '../helpers/generated-filter';
import { runs } from '../helpers/property-runs';
import { ReferenceCatalogue, type ReferenceRecord } from '../helpers/reference-catalogue';
import { dayOf, ReferenceFilter, type PlainFilter } from '../helpers/reference-filter';
import { registry, SmallWorld, type PlainRecords } from '../helpers/small-world';

type Value = string | null;
interface Measured {
  min?: unknown;
  max?: unknown;
  sums?: Sum[];
  known?: number;
  inexact?: number;
  missing: number;
}
interface Sum {
  amount: string;
  currency: string;
  qualifier: string | null;
}
interface Group {
  keys: { value: Value }[];
  count: number;
  [measure: string]: unknown;
}
interface Found {
  totalCount: number;
  aggregate: { groups: Group[]; missing: Group[]; groupCount: number; beyond: number };
}
interface Case {
  of: Description;
  by: string[];
  filter: PlainFilter;
}

const classes = [...registry.resources, ...registry.links];
const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const codeOf = (field: string): string => enumCode(field.replace('.', '_'));

const caseFor = (maker: FilterMaker): fc.Arbitrary<Case> =>
  fc.constantFrom(...classes).chain((of) =>
    fc.record({
      of: fc.constant(of),
      by: fc.uniqueArray(fc.constantFrom(...fieldsOf(of).map(({ name }) => name)), { maxLength: 2 }),
      filter: fc.oneof(maker.filter(of, 1), fc.constant({})),
    }),
  );

const catalogueWithCases = generatedCatalogue(registry, 6).chain((records) =>
  fc.record({
    records: fc.constant(records),
    cases: fc.array(caseFor(new FilterMaker(registry, records)), { minLength: 60, maxLength: 60 }),
  }),
);

/** Counting by hand. */
class Reference {
  readonly catalogue: ReferenceCatalogue;
  private readonly filters: ReferenceFilter;

  constructor(records: PlainRecords) {
    this.catalogue = new ReferenceCatalogue(records, registry);
    this.filters = new ReferenceFilter(this.catalogue, registry);
  }

  meeting(records: ReferenceRecord[], filter: PlainFilter): ReferenceRecord[] {
    return records.filter((record) => this.filters.meets(record, filter));
  }

  /** The groups of records, by the values of their fields. */
  groups(of: Description, by: readonly string[], records: readonly ReferenceRecord[]): Group[] {
    const members = new Map<string, ReferenceRecord[]>();
    for (const record of records) {
      const combined = by
        .map((field) => this.valuesOf(of, record, field))
        .reduce<Value[][]>(
          (all, values) => all.flatMap((one) => values.map((value) => [...one, value])),
          [[]],
        );
      for (const values of combined) {
        const key = JSON.stringify(values);
        members.set(key, [...(members.get(key) ?? []), record]);
      }
    }
    return [...members].map(([key, group]) => ({
      keys: (JSON.parse(key) as Value[]).map((value) => ({ value })),
      count: group.length,
      ...Object.fromEntries(measuresOf(of).map(({ name }) => [name, measured(of, name, group)])),
    }));
  }

  /** The different values that a record has in a field; a single null where it has none. */
  private valuesOf(of: Description, record: ReferenceRecord, field: string): Value[] {
    if (field === 'type') return [enumCode(of.type)];
    const [own = '', linked] = field.split('.');
    const values = linked
      ? this.linkedWith(of, record, own).flatMap((other) => stated(other, linked))
      : this.isAttribute(of, own)
        ? stated(record, own)
        : this.linkedWith(of, record, own).map(({ key }) => (isOfSeveral(of, own) ? key : slugOfKey(key)));
    return values.length > 0 ? [...new Set(values)] : [null];
  }

  private isAttribute = ({ attributes }: Description, field: string) =>
    attributes.some(({ name }) => name === field);

  private linkedWith(of: Description, record: ReferenceRecord, field: string): ReferenceRecord[] {
    const list = of.lists.find(({ name }) => name === field);
    if (list) return this.catalogue.listOf(record, list);
    const end = of.ends.find(({ name }) => name === field);
    const reference = of.references.find(({ name }) => name === field);
    const slug = record.data[field] as string | null | undefined;
    const targets = end?.to() ?? (reference ? [reference.to()] : []);
    if (targets.length === 0) throw new Error(`${of.type} has no ${field}.`);
    return targets.flatMap((target) => {
      const { path, type } = describeClass(target);
      const key = end ? record.ends?.[end.side] : slug == null ? null : `${path}/${slug}`;
      return this.catalogue.all(type).filter((other) => other.key === key);
    });
  }
}

/** Records of several types are named by their keys. */
const isOfSeveral = ({ ends }: Description, field: string): boolean =>
  (ends.find(({ name }) => name === field)?.to().length ?? 1) > 1;

const stated = ({ data }: ReferenceRecord, field: string): string[] =>
  data[field] == null ? [] : [data[field]].flat().map(String);

function measured(of: Description, name: string, group: readonly ReferenceRecord[]): Measured {
  const attribute = of.attributes.find((candidate) => candidate.name === name);
  const values = group.map(({ data }) => data[name]).filter((value) => value != null);
  const missing = group.length - values.length;
  if (attribute?.kind.name === 'money') {
    const amounts = values as StatedAmount[];
    const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
    return {
      sums: currencies.map((currency) => sumOf(amounts.filter((each) => each.currency === currency))),
      known: amounts.length,
      inexact: amounts.filter(({ qualifier }) => qualifier !== 'EXACT').length,
      missing,
    };
  }
  const comparable = values.map((value) =>
    attribute?.kind.name === 'day' ? dayOf(attribute, value) : value,
  );
  const sorted = (comparable as number[]).sort((a, b) => (a < b ? -1 : 1));
  return { min: sorted.at(0) ?? null, max: sorted.at(-1) ?? null, missing };
}

interface StatedAmount {
  amount: number;
  currency: string;
  qualifier: string | null;
}

/** The sum of amounts in one currency. It is no more exact than any of them. */
function sumOf(amounts: readonly StatedAmount[]): Sum {
  const sum = amounts.reduce((total, { amount }) => total + BigInt(Math.round(amount * 100)), 0n);
  const shown = `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`.replace('.00', '');
  const qualifiers = new Set(amounts.map(({ qualifier }) => qualifier));
  const bounds = [...qualifiers].filter((each) => each !== 'EXACT');
  const ofBounds = bounds.length > 1 ? 'APPROXIMATE' : (bounds[0] ?? 'EXACT');
  const qualifier = qualifiers.has(null) ? null : ofBounds;
  return { amount: shown, currency: amounts[0]?.currency ?? '', qualifier };
}

const isComplete = ({ keys }: Group) => keys.every(({ value }) => value !== null);

/** The most records first, then by the bytes of the values; a value that is missing comes last. */
function inOrder(groups: readonly Group[]): Group[] {
  return [...groups].sort((one, other) => {
    if (one.count !== other.count) return other.count - one.count;
    for (const [index, { value }] of one.keys.entries()) {
      const beside = other.keys[index]?.value ?? null;
      if (value === beside) continue;
      if (value === null || beside === null) return value === null ? 1 : -1;
      return Buffer.compare(Buffer.from(value), Buffer.from(beside));
    }
    return 0;
  });
}

function selection(of: Description, by: readonly string[], first: number): string {
  const measures = measuresOf(of).map(({ name, kind }) =>
    kind.name === 'money'
      ? `${name} { sums { amount currency qualifier } known inexact missing }`
      : `${name} { min max missing }`,
  );
  const group = `keys { value } count ${measures.join(' ')}`;
  return `totalCount aggregate(by: [${by.map(codeOf).join(', ')}], first: ${first}) { groupCount beyond groups { ${group} } missing { ${group} } }`;
}

/** Whether a list is what counting by hand gives, whole and cut off. */
function expectGroups({ aggregate, totalCount }: Found, expected: Group[], records: number, first: number) {
  const complete = inOrder(expected.filter(isComplete));
  const incomplete = inOrder(expected.filter((group) => !isComplete(group)));
  expect(totalCount).toBe(records);
  expect(aggregate.groups).toEqual(complete.slice(0, first));
  expect(aggregate.missing).toEqual(incomplete.slice(0, first));
  expect(aggregate.groupCount).toBe(expected.length);
  const sum = (groups: readonly Group[]) => groups.reduce((total, { count }) => total + count, 0);
  expect(sum(aggregate.groups) + sum(aggregate.missing) + aggregate.beyond).toBe(sum(expected));
}

/** Whether a record has at most one value in a field: then the groups share the list among them. */
function isSingle(of: Description, field: string): boolean {
  const [own] = field.split('.');
  const pointer = of.lists.some(({ name }) => name === own);
  const counted = fieldsOf(of).find(({ name }) => name === field)?.attribute;
  return !pointer && (counted === undefined || !['concepts', 'texts'].includes(counted.kind.name));
}

async function onBoth(records: PlainRecords, test: (world: SmallWorld) => Promise<void>): Promise<void> {
  const worlds = await Promise.all(dialects.map((dialect) => SmallWorld.of(dialect, records)));
  try {
    for (const world of worlds) await test(world);
  } finally {
    await Promise.all(worlds.map((world) => world.end()));
  }
}

const listsOf = (of: Description): { owner: Description; list: List }[] =>
  registry.resources.flatMap((owner) =>
    owner.lists
      .filter((list) => {
        const type = list.kind === 'links' ? list.link() : list.to?.();
        return type && describeClass(type) === of;
      })
      .map((list) => ({ owner, list })),
  );

describe('groups', () => {
  it('are what counting by hand gives, and share the list among them where records have one value', async () => {
    const property = fc.asyncProperty(catalogueWithCases, async ({ records, cases }) => {
      const reference = new Reference(records);
      await onBoth(records, async (world) => {
        for (const { of, by, filter } of cases) {
          const members = reference.meeting(reference.catalogue.all(of.type), filter);
          const expected = reference.groups(of, by, members);
          for (const first of [500, 2]) {
            const { list } = await answer<{ list: Found }>(
              world,
              `query ($filter: ${of.type}Filter) { list: ${camelCase(of.path)}(first: 1, filter: $filter) { ${selection(of, by, first)} } }`,
              { variables: { filter } },
            );
            expectGroups(list, expected, members.length, first);
            if (!by.every((field) => isSingle(of, field))) continue;
            const { groups, missing, beyond } = list.aggregate;
            const inGroups = [...groups, ...missing].reduce((total, { count }) => total + count, beyond);
            expect(inGroups).toBe(list.totalCount);
          }
        }
      });
    });
    await fc.assert(property, { numRuns: runs(3), endOnFailure: true });
  }, 120_000);

  it('are counted for each record under which a list stands', async () => {
    const property = fc.asyncProperty(catalogueWithCases, async ({ records, cases }) => {
      const reference = new Reference(records);
      await onBoth(records, async (world) => {
        for (const { of, by, filter } of cases.slice(0, 20)) {
          for (const { owner, list } of listsOf(of)) {
            const { parents } = await answer<{ parents: { nodes: { id: string; list: Found }[] } }>(
              world,
              `query ($filter: ${of.type}Filter) { parents: ${camelCase(owner.path)}(first: 100) { nodes {
                id list: ${list.name}(first: 1, filter: $filter) { ${selection(of, by, 500)} }
              } } }`,
              { variables: { filter } },
            );
            for (const parent of reference.catalogue.all(owner.type)) {
              const members = reference.meeting(reference.catalogue.listOf(parent, list), filter);
              const found = parents.nodes.find(({ id }) => id === parent.id);
              if (!found) throw new Error(`${parent.key} was not found.`);
              expectGroups(found.list, reference.groups(of, by, members), members.length, 500);
            }
          }
        }
      });
    });
    await fc.assert(property, { numRuns: 1, endOnFailure: true });
  }, 120_000);
});
