/** Facets over the seeds: every count agrees with the list that a filter for that value gives, and with the whole. */
import { answer, refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { registry, SmallWorld } from '../helpers/small-world';
import { importSeeds } from '../../src/intake/seeds';
import { enumCode } from '../../src/graphql/enums';
import { ownFieldsOf } from '../../src/query/counting/fields';
import { attributeOf, type Description } from '../../src/resource/description';
import { readConfig } from '../../src/config';

interface Facet {
  by: string;
  distinct: number;
  missing: number;
  buckets: { value: string; label: string; count: number; record: { slug: string } | null }[];
}

const counted = [...registry.resources, ...registry.links].flatMap((of) =>
  ownFieldsOf(of).map(({ name }): [string, Description, string] => [`${of.type} by ${name}`, of, name]),
);

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const slugOf = (value: string): string => value.replace(/^.*\//, '');

/** The filter for one value of a facet, as docs/filters.md tells to write it. */
function filterFor(of: Description, field: string, value: string): string {
  const attribute = attributeOf(of, field);
  switch (attribute?.kind.name) {
    case 'concept':
      return `{${field}: {eq: ${value}}}`;
    case 'concepts':
      return `{${field}: {has: ${value}}}`;
    case 'texts':
      return `{${field}: {has: ${JSON.stringify(value)}}}`;
    case 'flag':
      return `{${field}: {eq: ${value}}}`;
    case undefined: {
      const ofOne = `{slug: {eq: ${JSON.stringify(slugOf(value))}}}`;
      // What may be of several types is named by its key, and its filter names the type.
      const type = registry.ofKey(value)?.type;
      const linked =
        type === undefined ? ofOne : `{${type.charAt(0).toLowerCase() + type.slice(1)}: ${ofOne}}`;
      return of.lists.some(({ name }) => name === field)
        ? `{${field}: {some: ${linked}}}`
        : `{${field}: ${linked}}`;
    }
    default:
      return `{${field}: {eq: ${JSON.stringify(value)}}}`;
  }
}

describeOnEachDatabase('facets', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {});
    const write: SmallWorld['store']['write'] = (work) => world.store.write(work);
    await importSeeds(readConfig({}).root, { registry, write, now: () => new Date(0) });
  });
  afterAll(() => world.end());

  const ask = <T>(query: string) => answer<Record<string, T>>(world, query);

  it.each(counted)('count every %s as the list under that filter does', async (_title, of, field) => {
    const list = camelCase(of.path);
    const { all } = await ask<{ totalCount: number; facets: Facet[] }>(
      `{ all: ${list} { totalCount facets(by: [${enumCode(field)}], first: 100) { by distinct missing buckets { value label count record { slug } } } } }`,
    );
    const [facet] = all?.facets ?? [];
    if (!all || !facet) throw new Error('no facet was given');
    expect(facet.buckets).toHaveLength(facet.distinct);
    expect(facet.buckets.every(({ label }) => label.length > 0)).toBe(true);
    const isLinked = attributeOf(of, field) === undefined;
    expect(facet.buckets.map(({ record }) => record?.slug ?? null)).toEqual(
      facet.buckets.map(({ value }) => (isLinked ? slugOf(value) : null)),
    );
    const sum = facet.buckets.reduce((total, { count }) => total + count, facet.missing);
    expect(sum).toBeGreaterThanOrEqual(all.totalCount);
    if (facet.buckets.length === 0) return;

    const lists = facet.buckets.map(
      ({ value }, index) => `value${index}: ${list}(filter: ${filterFor(of, field, value)}) { totalCount }`,
    );
    const under = await ask<{ totalCount: number }>(`{ ${lists.join('\n')} }`);
    expect(Object.values(under).map(({ totalCount }) => totalCount)).toEqual(
      facet.buckets.map(({ count }) => count),
    );
  });

  const hessians = (facets: string) =>
    ask<{ facets: Facet[] }>(
      `{ list: institutions(filter: {state: {eq: HESSE}, listedSite: {eq: true}}) { ${facets} } }`,
    );

  it('count the filtered list, and leave out a filter of their own only when asked to', async () => {
    const own = await hessians('facets(by: [STATE]) { distinct missing buckets { value count } }');
    const without = await hessians(
      'facets(by: [STATE], excludeOwnFilter: true, first: 1) { distinct missing buckets { value count } }',
    );

    expect(own.list?.facets).toEqual([{ distinct: 1, missing: 0, buckets: [{ value: 'HESSE', count: 3 }] }]);
    expect(without.list?.facets[0]).toMatchObject({
      distinct: 14,
      missing: 0,
      buckets: [{ value: 'BAVARIA', count: 6 }],
    });
  });

  it('are counted for each parent of nested lists, and labelled in the language asked for', async () => {
    const found = await ask<{ participations: { totalCount: number; facets: Facet[] } }>(
      `{ racoon: infrastructure(slug: "racoon") { participations { totalCount facets(by: [ROLE]) { missing buckets { value label(language: DE) count } } } }
         naton: infrastructure(slug: "naton-2") { participations { totalCount facets(by: [ROLE]) { missing buckets { value label(language: DE) count } } } } }`,
    );

    for (const { participations } of Object.values(found)) {
      const [facet] = participations.facets;
      const sum = facet?.buckets.reduce((total, { count }) => total + count, 0);
      expect(sum).toBe(participations.totalCount);
    }
    expect(found.racoon?.participations.facets[0]?.buckets).toContainEqual({
      value: 'COORDINATES',
      label: 'koordiniert',
      count: 2,
    });
  });

  it.each([0, -1, 101])('refuse to show %i values', async (first) => {
    const refused = await refusal(
      world,
      `{ institutions { facets(by: [STATE], first: ${first}) { distinct } } }`,
    );

    expect(refused.code).toBe('BAD_USER_INPUT');
    expect(refused.message).toContain(`"first" is ${first}`);
  });

  it('stand beside an order by the name of a linked record', async () => {
    const { list } = await ask<{ nodes: { institution: { name: string } }[] }>(
      '{ list: participations(first: 100, orderBy: [{field: INSTITUTION_NAME}, {field: ROLE}]) { nodes { institution { name } } } }',
    );

    const names = (list?.nodes ?? []).map(({ institution }) => institution.name);
    expect(names).toHaveLength(100);
    expect(names).toEqual([...names].sort(new Intl.Collator('de', { ignorePunctuation: true }).compare));
  });
});
