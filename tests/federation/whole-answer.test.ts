/** Whole answers are written as text; what is written is what graphql-js would make of the same data. */
import { buildSchema, getOperationAST, parse } from 'graphql';
import fc from 'fast-check';
import { complete } from '../../src/federation/gateway/plan/complete';
import { FetchFailure } from '../../src/federation/gateway/plan/fetch-failure';
import type { JsonObject } from '../../src/federation/gateway/plan/json';
import { WholeAnswers } from '../../src/federation/gateway/plan/whole-answer';
import { fragmentsOf } from '../../src/query/fragments';
import { runs } from '../helpers/property-runs';

const schema = buildSchema(`
  enum Kind { CLINIC LABORATORY }
  scalar Day
  interface Place { name: String }
  type Ward implements Place { name: String beds(least: Int! = 1): Int! kind: Kind open: [Boolean!] site: Site }
  type Site implements Place { name: String id: ID! since: Day size: Float wards: [Ward] place: Place any: Any }
  union Any = Ward | Site
  type Query { site: Site sites: [Site!] place: Place }`);

const queries = [
  '{ site { id name since } sites { id size wards { name beds kind open } } }',
  '{ sites { __typename a: name b: name wards { site { id } } } place { name ... on Ward { beds } ... on Site { id } } }',
  'query ($yes: Boolean!, $no: Boolean = false) { site { id @skip(if: $yes) name id since @include(if: $no) ...more @include(if: $yes) } } fragment more on Site { size name }',
  'query ($yes: Boolean!) { site { any { ... on Ward { name kind } ... on Site { id any { __typename } } } ... on Place @skip(if: $yes) { name } place { __typename } } }',
  'query ($least: Int = 3) { site { wards { beds(least: $least) } } }',
  '{ __typename site { __proto__: name constructor: id } __type(name: "Site") { name } }',
].map((text) => parse(text));

const missing = () => new FetchFailure('wards', 'TIMEOUT', {}).missing(null);

/** Values as subgraphs may give them, mostly right. */
const { site } = fc.letrec((tie) => {
  const bad = fc.oneof(
    fc.constant(null),
    fc.constant(undefined),
    fc.constant([]),
    fc.constant({}),
    fc.constant('x'),
    fc.constant(1.5),
    fc.constant(null).map(missing),
  );
  const mostly = (right: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 25, arbitrary: right }, { weight: 1, arbitrary: bad });
  const text = mostly(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('"\u2028\ud800')));
  const ward = fc.record({
    __typename: mostly(fc.constant('Ward')),
    name: text,
    a: text,
    b: text,
    beds: mostly(fc.integer({ min: -9, max: 2 ** 31 - 1 })),
    kind: mostly(fc.constantFrom('CLINIC', 'LABORATORY')),
    open: mostly(fc.array(fc.boolean(), { maxLength: 2 })),
    site: mostly(tie('site')),
  });
  const either = mostly(fc.oneof({ maxDepth: 2 }, ward, tie('site')));
  return {
    site: fc.record({
      __typename: mostly(fc.constant('Site')),
      name: text,
      a: text,
      b: text,
      id: mostly(fc.oneof(fc.string(), fc.integer())),
      constructor: text,
      since: mostly(fc.oneof(fc.string(), fc.integer(), fc.constant({ day: 1 }))),
      size: mostly(fc.double({ noNaN: false })),
      wards: mostly(fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(mostly(ward), { maxLength: 3 }))),
      place: fc.oneof({ maxDepth: 2 }, fc.constant(null), either),
      any: fc.oneof({ maxDepth: 2 }, fc.constant(null), either),
    }),
  };
});

const data = fc.record({
  site: fc.option(site),
  sites: fc.option(fc.array(site, { maxLength: 3 })),
  place: fc.option(site),
}) as fc.Arbitrary<JsonObject>;

const variables = fc.record(
  { yes: fc.boolean(), no: fc.boolean(), least: fc.option(fc.integer({ min: 0, max: 9 })) },
  { requiredKeys: ['yes'] },
);

it('is the same text as by graphql-js, or none', async () => {
  const answers = queries.map((document) => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation.');
    return new WholeAnswers(schema, operation, Object.fromEntries(fragmentsOf(document)));
  });
  let written = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(queries.length - 1), data, variables, async (index, gathered, given) => {
      const [document, whole] = [queries[index], answers[index]];
      if (!document || !whole) throw new Error('There is no such query.');
      const coerced = { no: false, least: 3, ...given };
      const text = whole.text(gathered, coerced);
      const completion = { schema, document, variables: given, owners: new Map() };
      const { data: completed, errors } = await complete(
        { data: gathered, errors: [], unresolved: new Map() },
        completion,
      );
      if (text === null) return;
      written += 1;
      expect(errors).toBeUndefined();
      expect(text).toBe(JSON.stringify(completed));
    }),
    { numRuns: runs(2_000) },
  );
  expect(written).toBeGreaterThan(50);
});
