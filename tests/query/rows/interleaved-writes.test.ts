/** Whatever is written meanwhile, by this gateway or another, a gateway that caches rows or answers answers as one that caches nothing. */
import fc from 'fast-check';
import { parse, type GraphQLSchema } from 'graphql';
import { readConfig } from '../../../src/config';
import { catalogueSubgraph } from '../../../src/federation/catalogue-subgraph';
import { requestContext } from '../../../src/graphql/context';
import { AnswerText } from '../../../src/http/answer-text';
import { ResponseCache } from '../../../src/http/graphql/response-cache';
import { Plans } from '../../../src/query/plan/plans';
import { notingReader, ReadSet } from '../../../src/query/read-set';
import { StatementClasses } from '../../../src/query/statement-classes';
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
import { ownOrigin, registry, SmallWorld } from '../../helpers/small-world';

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
    startsOn: day,
  }),
};

/** What reads from many classes at once: lists through links, filters, orders by linked names, days, facets, groups, search, disputes. */
const queries = [
  `{ institutions(first: 10, orderBy: { field: NAME }) { totalCount nodes { slug name city iri identifiers { value } evidence { citedFrom { title } } } } }`,
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
  `{ institution(slug: "a") { name links { totalCount nodes { kind from { slug } to { slug } } } } }`,
  `{ disputed { totalCount nodes { slug } } catalogue { dataVersion } }`,
];

interface Write {
  kind: 'write';
  type: string;
  record: PlainRecord;
  by: 'us' | 'another';
}

type Step =
  | Write
  | { kind: 'ask meanwhile'; write: Write; query: string }
  | { kind: 'withdraw' | 'fail'; key: string }
  | { kind: 'ask'; query: string };

const writes: fc.Arbitrary<Write> = fc.constantFrom(...Object.keys(writable)).chain((type) =>
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

const races = fc.record({
  kind: fc.constant('ask meanwhile' as const),
  write: writes,
  query: fc.constantFrom(...queries),
});

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: writes },
    { weight: 1, arbitrary: withdrawals },
    { weight: 8, arbitrary: questions },
    { weight: 1, arbitrary: races },
  ),
  { minLength: 20, maxLength: 40 },
);

const beginning = {
  Institution: slugs.map((slug) => ({ slug, name: { de: slug }, kind: 'FUNDER' })),
  Infrastructure: slugs.map((slug) => ({ slug, name: { de: slug } })),
  Participation: slugs.map((slug) => ({ institution: slug, infrastructure: 'a', role: 'PARTICIPATES' })),
};

const statements = new StatementClasses(registry);

/** Gives the text of an answer, and notes from which classes it was read. */
type Answers = (query: string, reads?: ReadSet) => Promise<string | null>;

/** Answers all queries by plans of its own, as a gateway does. */
function gatewayOver(world: SmallWorld, schema: GraphQLSchema, rows?: RowCache): Answers {
  const plans = new Plans({ schema, registry });
  const documents = new Map(queries.map((query) => [query, parse(query)]));
  return (query, reads = new ReadSet()) =>
    plans.answer(
      documents.get(query) ?? parse(query),
      null,
      {},
      requestContext({
        registry,
        schema,
        limits: readConfig({}).limits,
        sizeOf: () => 0,
        reader: notingReader(world.store, statements, reads),
        rows: rows?.forRequest(cancellationBy(new AbortController().signal), reads),
        language: 'de',
        publicUrl: 'https://num.example.org',
      }),
    );
}

/** How often answers were there, and how often they were made. */
const counts = { cached: 0, made: 0 };

/** Answers from a response cache what that has, as a gateway does. */
function withResponseCache({ store }: SmallWorld, answers: Answers): Answers {
  const cache = new ResponseCache(10_000_000);
  const texts = new WeakMap<AnswerText, string>();
  return async (query) => {
    const versions = await store.version.versions();
    const cached = cache.get(query, versions);
    counts[cached ? 'cached' : 'made'] += 1;
    if (cached) return texts.get(cached) ?? null;
    const reads = new ReadSet();
    const text = await answers(query, reads);
    const answer = new AnswerText(text ?? '');
    texts.set(answer, text ?? '');
    cache.set(query, answer, { versions, classes: reads.classes });
    return text;
  };
}

describeOnEachDatabase('a gateway that caches rows or answers', (dialect) => {
  it('answers every query like one that caches nothing, whatever is written between and meanwhile, by whom, and whether that ends', async () => {
    const { schema } = await catalogueSubgraph(registry);
    const property = fc.asyncProperty(steps, async (all) => {
      const world = await SmallWorld.of(dialect, beginning);
      const another = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
      const rows = rowCacheOf(world, { rows: 50 });
      const [ofRows, plain] = [gatewayOver(world, schema, rows), gatewayOver(world, schema)];
      const caching = [ofRows, withResponseCache(world, plain), withResponseCache(world, ofRows)];
      const expectSame = async (query: string): Promise<void> => {
        const expected = await plain(query);
        expect(expected).not.toBeNull();
        for (const answers of [...caching, ...caching]) expect(await answers(query)).toBe(expected);
        expect(await ask(world, query, { language: 'de', rows })).toEqual({
          data: JSON.parse(expected ?? '') as unknown,
        });
      };
      const write = async ({ by, type, record }: Write): Promise<void> => {
        const store = by === 'us' ? world.store : another;
        await world.add({ [type]: [record] }, undefined, { store });
        const written = await another.writtenVersion();
        await eventually(async () => (await world.store.version.versions()).number, written);
      };
      try {
        for (const step of all) {
          if (step.kind === 'ask') await expectSame(step.query);
          else if (step.kind === 'write') await write(step);
          else if (step.kind === 'ask meanwhile') {
            // Whatever they answer now, what they have of it must not be taken for what is there afterwards.
            await Promise.all([write(step.write), ...caching.map((answers) => answers(step.query))]);
            await expectSame(step.query);
          } else {
            const work = world.store.write(async (transaction) => {
              const by = { origin: ownOrigin.name, at: '2025-02-01T00:00:00.000Z' };
              await transaction.stated.retract(participation, [step.key], by);
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
    // Each question is asked twice: more than half of the answers were there only where some outlived a write.
    expect(counts.cached).toBeGreaterThan(counts.made);
  }, 900_000);
});
