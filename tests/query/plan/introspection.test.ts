/** What describes the schema has plans like everything else: the text is that of the fallback executor. */
import { execute, getIntrospectionQuery, parse } from 'graphql';
import { catalogueSubgraph } from '../../../src/federation/catalogue-subgraph';
import { Plans, type FallbackReason } from '../../../src/query/plan/plans';
import type { PlanContext } from '../../../src/query/plan/resolution';
import { SharedTexts } from '../../../src/query/plan/shared-texts';
import { registry } from '../../helpers/small-world';

const whole = getIntrospectionQuery({
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  schemaDescription: true,
  oneOf: true,
});

/** Nothing of the catalogue is read. */
const context = {} as PlanContext;

it.each([
  ['the whole schema', whole, {}],
  [
    'one type, with fields that are deprecated or not',
    'query ($name: String!, $old: Boolean) { __type(name: $name) { __typename name kind fields(includeDeprecated: $old) { name isDeprecated type { ...Of } } possibleTypes { name } } } fragment Of on __Type { name kind ofType { name ofType { name } } }',
    { name: 'Institution', old: true },
  ],
  ['a type that does not exist', '{ __type(name: "Secret") { name } }', {}],
  [
    'two at once',
    '{ a: __schema { types { name } } b: __schema { directives { name args { name } } } __typename }',
    {},
  ],
  [
    'values of an enum',
    '{ __type(name: "LinkKind") { enumValues { name description } inputFields { name } } }',
    {},
  ],
])('answers %s by a plan', async (_, query, variableValues) => {
  const { schema } = await catalogueSubgraph(registry);
  const lefts: FallbackReason[] = [];
  const plans = new Plans({ schema, registry, onFallback: (left) => lefts.push(left) });
  const document = parse(query);

  const text = await plans.answer(document, undefined, variableValues, context);
  const again = await plans.answer(parse(`${query} # Again`), undefined, variableValues, context);

  expect(lefts).toEqual([]);
  const { data, errors } = await execute({ schema, document, variableValues, contextValue: context });
  expect(errors).toBeUndefined();
  expect(text).toBe(JSON.stringify(data));
  expect(again).toBe(text);

  const shared = new SharedTexts();
  const referring = await plans.answer(document, undefined, variableValues, { ...context, shared });
  expect(String(Buffer.concat(shared.bytesOf(referring ?? '')))).toBe(text);
});

it('answers descriptions that differ in no more than a variable, a fragment or a directive each by itself', async () => {
  const { schema } = await catalogueSubgraph(registry);
  const plans = new Plans({ schema, registry });
  const asked: [query: string, variables: Record<string, unknown>][] = [
    ...['Institution', 'Dataset'].map((name): [string, Record<string, unknown>] => [
      'query ($name: String!) { __type(name: $name) { name ...More } } fragment More on __Type { kind }',
      { name },
    ]),
    ['{ __type(name: "Dataset") { name ...More } } fragment More on __Type { kind }', {}],
    ['{ __type(name: "Dataset") { name ...More } } fragment More on __Type { description }', {}],
    [
      '{ a: __type(name: "Dataset") { name @skip(if: true) kind } a: __type(name: "Dataset") { description } }',
      {},
    ],
    [
      '{ a: __type(name: "Dataset") { name @skip(if: false) kind } a: __type(name: "Dataset") { description } }',
      {},
    ],
    ['query ($no: Boolean!) { __type(name: "Dataset") { kind name @skip(if: $no) } }', { no: true }],
    ['query ($no: Boolean!) { __type(name: "Dataset") { kind name @skip(if: $no) } }', { no: false }],
  ];

  for (const [query, variableValues] of [...asked, ...asked]) {
    const document = parse(query);
    const { data } = await execute({ schema, document, variableValues, contextValue: context });
    expect(await plans.answer(document, undefined, variableValues, context)).toBe(JSON.stringify(data));
  }
});
