/** What a client may give for each argument and each field of an input: one value or several, the costliest first. What is not known here stops the derivation. */
const { Buffer } = require('node:buffer');
const { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType } = require('graphql');
const {
  matrixSize,
  neighbourhoodDepth,
  neighbourhoodSize,
  pathCount,
  pathLength,
} = require('../../dist/src/query/graph/bounds.js');
const { mostGroups } = require('../../dist/src/query/counting/groups.js');

/** How many values a list of many has: as many as a body of requests takes without effort. */
const many = 200;
const words = (count, part) => Array.from({ length: count }, (_, index) => part(index));
const id = (key) => Buffer.from(key).toString('base64url');
const keys = [
  'infrastructures/racoon',
  'infrastructures/nukleus',
  'institutions/marburg',
  'datasets/synthetic-11',
];

/** Numbers, by the field and the argument; the largest that are taken. */
const numbers = {
  first: 100,
  last: 100,
  'aggregate.first': mostGroups,
  'paths.first': pathCount.most,
  'paths.maxLength': pathLength.most,
  'neighbourhood.first': neighbourhoodSize.most,
  'neighbourhood.depth': neighbourhoodDepth.most,
  'matrix.first': matrixSize.most,
  statements: 5,
};

const dates = { '': '2024-06-01', 'changes.from': '1990-01-01', 'changes.to': '2030-12-31' };

/** Ids, by the field and the argument. */
const ids = {
  'node.id': id(keys[0]),
  'IDFilter.eq': id('datasets/synthetic-11'),
};

/** Keys of resources of any type that are referred to, by the field and the argument. */
const referred = {
  'paths.from': keys[0],
  'paths.to': keys[1],
  'neighbourhood.of': keys[2],
  'resource.by': keys[3],
};

const pathOf = (field) =>
  `${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}s`.replace(/ys$/, 'ies');

/** The ways of referring to a resource, each with what it uses of the schema. */
function referencesOf(field, name) {
  const any = referred[`${field}.${name}`];
  const key = any ?? `${pathOf(field)}/synthetic-11`;
  const ways = {
    slug: JSON.stringify(any ?? 'synthetic-11'),
    id: JSON.stringify(id(key)),
    iri: JSON.stringify(`http://127.0.0.1/${key}`),
    identifier: '{ scheme: DOI, value: "10.1000/182" }',
  };
  return Object.entries(ways).map(([way, value]) => ({
    text: `{ ${way}: ${value} }`,
    covers: [
      `ResourceReference.${way}`,
      ...(way === 'identifier' ? ['IdentifierInput.scheme', 'IdentifierInput.value'] : []),
    ],
  }));
}

/** Texts, by the name of the argument or of the operator. */
const texts = {
  search: [
    'a',
    words(12, (index) => `synthetic${index % 2 ? ' dataset' : ''}`)
      .join(' ')
      .split(' ')
      .slice(0, 12)
      .join(' '),
    'sepsis cohort',
  ],
  text: ['synthetic dataset', 'sepsis cohort lung imaging'],
  property: ['name'],
  slug: ['racoon'],
  value: ['10.1000/182'],
  query: ['{ datasets { totalCount } }'],
  variables: ['{}'],
  operationName: ['A'],
  eq: ['imaging'],
  ne: ['imaging'],
  contains: ['e', 'zzzz', 'synthetic'],
  startsWith: ['S', 'zzzz'],
  has: ['imaging'],
};

/** Lists of texts, by the name of the operator or of the requirement. */
const lists = {
  in: words(many, (index) => `imaging${index || ''}`),
  hasAny: words(many, (index) => `imaging${index || ''}`),
  hasAll: words(many, (index) => `imaging${index || ''}`),
  infrastructures: ['racoon', 'nukleus'],
  services: ['racoon-nodes'],
  citedFrom: ['synthetic', 'synthetic-second'],
  sources: ['synthetic', 'synthetic-second'],
  standards: ['hl7-fhir'],
  states: ['HESSE', 'BAVARIA'],
};

const unknown = (coordinate, type) =>
  new Error(
    `bench/costliest: no value is known for ${coordinate} of the type ${type}. Add one to bench/costliest/values.cjs, and see what it costs.`,
  );

/**
 * Values of one argument or field, as GraphQL texts; of a list one item, and as many as there may be.
 * @param field the field with the argument, or the input with the field.
 */
function valuesOf(coordinate, field, name, given) {
  const type = getNullableType(given);
  const named = getNamedType(type);
  const found = (value) => {
    if (value === undefined) throw unknown(coordinate, given);
    return value;
  };
  if (named.name === 'ResourceReference' && isListType(type))
    return [
      `[${found(lists[name])
        .map((slug) => `{ slug: ${JSON.stringify(slug)} }`)
        .join(', ')}]`,
    ];
  if (isInputObjectType(named)) return null;
  if (isListType(type)) return listsOf(coordinate, name, named, found);
  if (isEnumType(named)) return named.getValues().map((value) => value.name);
  switch (named.name) {
    case 'Boolean':
      return ['true', 'false'];
    case 'Int':
      if (field.endsWith('Filter')) return ['5'];
      return [String(found(numbers[`${field}.${name}`] ?? numbers[name]))];
    case 'Float':
    case 'Decimal':
      return ['5'];
    case 'Currency':
      return ['"EUR"'];
    case 'Date':
      return [JSON.stringify(dates[`${field}.${name}`] ?? dates[''])];
    case 'DateTime':
      return [JSON.stringify('2024-06-01T12:00:00Z')];
    case 'ID':
      return [
        JSON.stringify(
          found(ids[`${field}.${name}`] ?? (name === 'id' ? id(`${field}s/synthetic-11`) : undefined)),
        ),
      ];
    case 'IRI':
      return [JSON.stringify(`http://127.0.0.1/${keys[0]}`)];
    case 'String':
      if (name === 'after' || name === 'before') return ['$cursor'];
      return found(texts[name]).map((text) => JSON.stringify(text));
    default:
      throw unknown(coordinate, given);
  }
}

function listsOf(coordinate, name, named, found) {
  const list = (items) => `[${items.join(', ')}]`;
  if (isEnumType(named)) {
    const all = named.getValues().map((value) => value.name);
    return [...new Set([list(all), list(all.slice(0, 1))])];
  }
  const items = {
    String: () => found(lists[name]).map((text) => JSON.stringify(text)),
    ID: () => words(many, (index) => JSON.stringify(id(`datasets/synthetic-${index + 1}`))),
    Int: () => words(many, String),
    Float: () => words(many, String),
    Date: () => words(many, (index) => JSON.stringify(`20${10 + (index % 15)}-01-${10 + (index % 20)}`)),
    _Any: () =>
      words(many, (index) => `{ __typename: "Dataset", id: "${id(`datasets/synthetic-${index + 1}`)}" }`),
  }[named.name];
  if (!items) throw unknown(coordinate, named);
  const all = items();
  return [...new Set([list(all), list(all.slice(0, 1))])];
}

module.exports = { referencesOf, valuesOf };
