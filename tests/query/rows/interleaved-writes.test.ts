/** Whatever is written meanwhile, by this gateway or another, a gateway with the row cache answers as one without. */
import fc from 'fast-check';
import { parse, type GraphQLSchema } from 'graphql';
import { readConfig } from '../../../src/config';
import { catalogueSubgraph } from '../../../src/federation/catalogue-subgraph';
import { requestContext } from '../../../src/graphql/context';
import { Plans } from '../../../src/query/plan/plans';
import { cancellationBy } from '../../../src/query/cancellation';
import type { RowCache } from '../../../src/query/rows/row-cache';
import { Participation } from '../../../src/catalogue/participation';
import { describe as describeClass } from '../../../src/resource/description';
import { Store } from '../../../src/store/store';
import { ask } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { eventually } from '../../helpers/eventually';
import { runs } from '../../helpers/property-runs';
import { rowCacheOf } from '../../helpers/row-cache-of';
import { registry, SmallWorld } from '../../helpers/small-world';

type PlainRecord = Record<string, unknown>;

const participation = describeClass(Participation);

const slugs = ['a', 'b', 'c', 'd'];
const oneOf = fc.constantFrom(...slugs);
const bilingual = fc.record({
  de: fc.constantFrom('Eins', 'Zwei', 'Drei'),
  en: fc.constantFrom('One', 'Two'),
});
const identifiers = fc.array(
  fc.constantFrom({ scheme: 'MII_SITE', value: 'MR' }, { scheme: 'WIKIDATA', value: 'Q42' }),
  { maxLength: 1 },
);
const day = fc.constantFrom('2020-01-01', '2022-01-01', undefined);

/** Records of a few keys, so that writes hit what was asked for before. */
const writable: Record<string, fc.Arbitrary<PlainRecord>> = {
  Institution: fc.record({
    slug: oneOf,
    name: bilingual,
    kind: fc.constantFrom('UNIVERSITY_MEDICAL_CENTRE', 'FUNDER'),
    city: fc.constantFrom('Marburg', 'Ulm', undefined),
    identifiers,
  }),
  Infrastructure: fc.record({ slug: oneOf, name: bilingual, acronym: fc.constantFrom('X', 'Y') }),
  Project: fc.record({ slug: oneOf, name: bilingual, startsOn: day }),
  Dataset: fc.record({
    slug: oneOf,
    name: bilingual,
    kind: fc.constantFrom('REGISTRY', 'COHORT'),
    accessRights: fc.constantFrom('PUBLIC', 'RESTRICTED'),
  }),
  Participation: fc.record({
    institution: oneOf,
    infrastructure: oneOf,
    role: fc.constantFrom('PARTICIPATES', 'COORDINATES'),
    validFrom: day,
  }),
};

/** What reads from many classes at once: lists through links, filters, orders by linked names, days, facets, groups, search, disputes. */
const queries = [
  `{ institutions(first: 10, orderBy: { field: NAME }) { totalCount nodes { slug name city iri identifiers { value } evidence { source { title } } } } }`,
  `{ institutions(first: 2) { pageInfo { hasNextPage endCursor } nodes { slug participations(first: 1, orderBy: { field: INFRASTRUCTURE_NAME }) { totalCount nodes { role infrastructure { slug name } } } } } }`,
  `{ infrastructures(first: 10) { nodes { acronym institutions(first: 5) { totalCount nodes { name } } participations(asOf: "2021-06-01") { totalCount nodes { institution { name } } } } } }`,
  `{ institutions(filter: { participations: { some: { infrastructure: { acronym: { eq: "X" } } } } }) { totalCount nodes { slug } } }`,
  `{ institutions(filter: { participations: { none: { role: { eq: COORDINATES } } } }, orderBy: { field: CITY }) { totalCount nodes { slug city } } }`,
  `{ institutions(filter: { identifier: { scheme: WIKIDATA, eq: "Q42" } }) { totalCount nodes { slug name } } }`,
  `{ participations(first: 10, orderBy: { field: INSTITUTION_NAME }) { totalCount facets(by: [ROLE, INSTITUTION]) { by missing buckets { value count } } nodes { role institution { name } } } }`,
  `{ institutions { facets(by: [KIND, INFRASTRUCTURES]) { by missing buckets { value count } } } }`,
  `{ datasets(filter: { kind: { eq: REGISTRY } }) { totalCount facets(by: [ACCESS_RIGHTS, KIND], excludeOwnFilter: true) { buckets { value count } } nodes { slug name } } }`,
  `{ projects(asOf: "2021-06-01") { totalCount nodes { slug startsOn } } }`,
  `{ institutions(search: "eins") { totalCount nodes { slug name } } search(text: "two") { totalCount nodes { slug } } }`,
  `{ institution(slug: "a") { name links { totalCount nodes { kind source { slug } target { slug } } } } }`,
  `{ disputed { totalCount nodes { slug } } catalogue { dataVersion } }`,
];

type Step =
  | { kind: 'write'; type: string; record: PlainRecord; by: 'us' | 'another' }
  | { kind: 'withdraw' | 'fail'; key: string }
  | { kind: 'ask'; query: string };

const writes = fc.constantFrom(...Object.keys(writable)).chain((type) =>
  fc.record({
    kind: fc.constant('write' as const),
    type: fc.constant(type),
    record: writable[type] ?? fc.constant({}),
    by: fc.constantFrom('us' as const, 'us' as const, 'us' as const, 'another' as const),
  }),
);
const withdrawals = fc.record({
  kind: fc.constantFrom('withdraw' as const, 'fail' as const),
  key: fc.tuple(oneOf, oneOf).map((ends) => `participations/${ends.join('/')}/participates`),
});
const questions = fc.record({ kind: fc.constant('ask' as const), query: fc.constantFrom(...queries) });

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: writes },
    { weight: 1, arbitrary: withdrawals },
    { weight: 8, arbitrary: questions },
  ),
  { minLength: 20, maxLength: 40 },
);

const beginning = {
  Institution: slugs.map((slug) => ({ slug, name: { de: slug }, kind: 'FUNDER' })),
  Infrastructure: slugs.map((slug) => ({ slug, name: { de: slug } })),
  Participation: slugs.map((slug) => ({ institution: slug, infrastructure: 'a', role: 'PARTICIPATES' })),
};

/** Answers all queries by plans of its own, as a gateway does. */
function gatewayOver(world: SmallWorld, schema: GraphQLSchema, rows?: RowCache) {
  const plans = new Plans({ schema, registry });
  const documents = new Map(queries.map((query) => [query, parse(query)]));
  return (query: string) =>
    plans.answer(
      documents.get(query) ?? parse(query),
      null,
      {},
      requestContext({
        registry,
        schema,
        limits: readConfig({}).limits,
        sizeOf: () => 0,
        reader: world.store,
        rows: rows?.forRequest(cancellationBy(new AbortController().signal)),
        language: 'de',
        publicUrl: 'https://num.example.org',
      }),
    );
}

describeOnEachDatabase('a gateway with the row cache', (dialect) => {
  it('answers every query like one without, whatever is written between, by whom, and whether that ends', async () => {
    const { schema } = await catalogueSubgraph(registry);
    const property = fc.asyncProperty(steps, async (all) => {
      const world = await SmallWorld.of(dialect, beginning);
      const another = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
      const rows = rowCacheOf(world, { rows: 50 });
      const [cached, plain] = [gatewayOver(world, schema, rows), gatewayOver(world, schema)];
      try {
        for (const step of all) {
          if (step.kind === 'ask') {
            const { query } = step;
            const expected = await plain(query);
            expect(expected).not.toBeNull();
            expect(await cached(query)).toBe(expected);
            expect(await cached(query)).toBe(expected);
            expect(await ask(world, query, { language: 'de', rows })).toEqual({
              data: JSON.parse(expected ?? '') as unknown,
            });
          } else if (step.kind === 'write') {
            const { store } = step.by === 'us' ? world : { store: another };
            await world.add({ [step.type]: [step.record] }, undefined, { store });
            await eventually(async () => world.store.version.now(), await another.writtenVersion());
          } else {
            const work = world.store.write(async (transaction) => {
              await transaction.withdraw(participation, [step.key], '2025-02-01T00:00:00.000Z');
              if (step.kind === 'fail') throw new Error('The power was cut.');
            });
            await work.catch(() => undefined);
          }
        }
      } finally {
        await another.close();
        await world.end();
      }
    });
    await fc.assert(property, { numRuns: runs(12), endOnFailure: true });
  }, 900_000);
});
