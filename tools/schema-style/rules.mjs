/**
 * The rules of docs/schema-style.md for which graphql-eslint and graphql-schema-linter have none, over a built schema.
 * Each gives what breaks it: where, and what to do instead.
 */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { notFilterable } from './not-filterable.mjs';

const typesOf = (schema) =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
const hasOutputs = (type) => isObjectType(type) || isInterfaceType(type);
const membersOf = (type) => Object.values(type.getFields());

/** Fields that are answered, but for those that Apollo Federation prescribes. */
const outputsOf = (schema) =>
  typesOf(schema)
    .filter(hasOutputs)
    .flatMap((type) => membersOf(type).map((field) => ({ type, field, at: `${type.name}.${field.name}` })))
    .filter(({ field }) => !field.name.startsWith('_'));

const argumentsOf = (schema) =>
  outputsOf(schema).flatMap(({ type, field, at }) =>
    field.args.map((arg) => ({ type, field, arg, at: `${at}(${arg.name}:)` })),
  );

const inputFieldsOf = (schema) =>
  typesOf(schema)
    .filter(isInputObjectType)
    .flatMap((type) => membersOf(type).map((arg) => ({ type, arg, at: `${type.name}.${arg.name}` })));

const inputsOf = (schema) => [...argumentsOf(schema), ...inputFieldsOf(schema)];

const atRoot = (schema, { type }) => type === schema.getQueryType();
const plain = (type) => (isNonNullType(type) ? type.ofType : type);
const isConnection = (type) => /\wConnection$/.test(getNamedType(type).name);

/** Lists within a type, from the outermost; each with whether its items may be null. */
function listsIn(type) {
  const list = plain(type);
  if (!isListType(list)) return [];
  return [{ nullable: list === type, items: list.ofType }, ...listsIn(list.ofType)];
}

/** Everything that has a description. */
const describable = (schema) => [
  ...typesOf(schema).map((type) => ({ at: type.name, description: type.description })),
  ...typesOf(schema)
    .filter(isEnumType)
    .flatMap((type) =>
      type.getValues().map(({ name, description }) => ({ at: `${type.name}.${name}`, description })),
    ),
  ...outputsOf(schema).map(({ at, field }) => ({ at, description: field.description })),
  ...inputsOf(schema).map(({ at, arg }) => ({ at, description: arg.description })),
];

const at = (say) => (where) => `${where.at}: ${say(where)}`;

/** Whole sentences: a capital, a code or a quotation at the beginning, a mark at the end. */
const sentences = (schema) =>
  describable(schema)
    .filter(({ description }) => !/^[\p{Lu}`"].*[.!?]$/su.test(description ?? ''))
    .map(at(() => 'describe it in whole sentences, with a capital at the beginning and a mark at the end.'));

/** What goes wrong where sentences are composed of names and numbers. */
const slips = [
  [/\S {2}|^ | $/, 'a word is missing between two spaces'],
  [/ [.,;:!?]/, 'a word is missing before the mark'],
  [/[.,;:]{2}|\(\)|``|""/, 'a word is missing between the marks'],
  [/\b(?:undefined|null null|NaN|\[object)\b/, 'a value has no words'],
  [/\ba (?!eu|one\b|u(?:ni|se|sa|ti))[aeiou]/i, 'write "an" before a vowel'],
  [
    /\ban (?:[Ee]u|[Oo]ne\b|[Uu](?:ni|se|sa|ti)|(?!hour|honest)[B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z][a-z])/,
    'write "a" before a consonant',
  ],
  [/(?<![-\w.,])1 [a-z]+s\b/, 'one is singular'],
  [/\b([a-z]+) \1\b/i, 'a word stands twice'],
  [/(?<![-./:])\b(?:german|english|european)\b(?![-./:])/, 'a name has a capital'],
];

/** A description in one line, without what stands in backticks, and without the German label of a code. */
const proseOf = (description) =>
  (description ?? '')
    .replace(/\n\s*/g, ' ')
    .replace(/`[^`]+`/g, '`…`')
    .replace(/\(German: .*\)/, '(German)');

const wording = (schema) =>
  slips.flatMap(([slip, say]) =>
    describable(schema)
      .filter(({ description }) => slip.test(proseOf(description)))
      .map(at(() => `${say}.`)),
  );

/** Arguments may be wrong: the error of one field of Query must not take the others away. */
const nullableAtRoot = (schema) =>
  outputsOf(schema)
    .filter((output) => atRoot(schema, output) && output.field.args.length > 0)
    .filter(({ field }) => isNonNullType(field.type))
    .map(at(() => 'it takes arguments, so let it be nullable.'));

/** Items that stand at the places of what was asked for may be missing. */
const answersEach = ({ args }) => args.some(({ name }) => name === 'ids' || name === 'representations');

const wholeLists = (schema) => [
  ...outputsOf(schema)
    .filter(({ field }) => !answersEach(field))
    .filter(({ field }) => listsIn(field.type).some(({ items }) => !isNonNullType(items)))
    .map(at(() => 'let the items of the list not be null.')),
  ...outputsOf(schema)
    .filter((output) => !(atRoot(schema, output) && output.field.args.length > 0))
    .filter(({ field }) => listsIn(field.type).some(({ nullable }) => nullable))
    .map(at(() => 'an empty list says that there is nothing: let it not be null.')),
  ...inputsOf(schema)
    .filter(({ arg }) => listsIn(arg.type).some(({ items }) => !isNonNullType(items)))
    .map(at(() => 'let the items of the list not be null.')),
];

const pageSize = 20;

const oneSize = (schema) =>
  argumentsOf(schema)
    .filter(({ arg }) => arg.name === 'first')
    .filter(({ arg }) => arg.type.toString() !== 'Int' || arg.defaultValue !== pageSize)
    .map(at(() => `write it as everywhere: "first: Int = ${pageSize}".`));

const pageArguments = { first: 'Int', after: 'String', last: 'Int', before: 'String' };
const pageFields = ['edges', 'nodes', 'pageInfo', 'totalCount'];

const connections = (schema) => [
  ...outputsOf(schema)
    .filter(({ field }) => isConnection(field.type))
    .filter(({ field }) =>
      Object.entries(pageArguments).some(
        ([name, type]) => field.args.find((arg) => arg.name === name)?.type.toString() !== type,
      ),
    )
    .map(at(() => 'a connection takes "first", "after", "last" and "before".')),
  ...typesOf(schema)
    .filter((type) => isObjectType(type) && isConnection(type))
    .filter((type) => pageFields.some((name) => !(name in type.getFields())))
    .map(({ name }) => `${name}: a connection has ${pageFields.join(', ')}.`),
];

/** Arguments that mean the same wherever they stand. */
const shared = ['after', 'asOf', 'before', 'first', 'kinds', 'language', 'last', 'search'];

const oneMeaning = (schema) =>
  shared.flatMap((name) => {
    const found = argumentsOf(schema).filter(({ arg }) => arg.name === name);
    const written = ({ arg }) => `${arg.type.toString()} = ${JSON.stringify(arg.defaultValue ?? null)}`;
    const [usual] = found;
    return found
      .filter((each) => written(each) !== written(usual))
      .map(at((each) => `${written(each)}, but at ${usual.at} it is ${written(usual)}.`));
  });

const defaultsInSchema = (schema) =>
  inputsOf(schema)
    .filter(({ arg }) => arg.defaultValue === undefined && /\bdefaults?\b/i.test(arg.description ?? ''))
    .map(at(() => 'write the default into the schema, or say what is without it.'));

const times = [
  { type: 'DateTime', name: /(?:At|^at|^since)$/, say: 'a moment is named "…At".' },
  {
    type: 'Date',
    name: /(?:On|From|Until|^date|^from|^until|^asOf|^min|^max)$/,
    say: 'a day is named "…On", "…From" or "…Until".',
  },
];

const timeNames = (schema) => [
  ...times.flatMap(({ type, name, say }) =>
    outputsOf(schema)
      .filter(({ field }) => plain(field.type).toString() === type && !name.test(field.name))
      .map(at(() => say)),
  ),
  ...outputsOf(schema)
    .filter(({ field }) => /[a-z](?:On|At)$/.test(field.name))
    .filter(({ field }) => !['Date', 'DateTime', 'DateSpan'].includes(plain(field.type).toString()))
    .map(at(({ field }) => `"${field.name}" is the name of a time, and it is ${field.type.toString()}.`)),
];

const noPositions = (schema) =>
  outputsOf(schema)
    .filter(({ field }) => isListType(plain(field.type)))
    .filter(({ field }) => ['Int', 'Float'].includes(getNamedType(field.type).name))
    .map(at(() => 'numbers beside another list are positions: give them to its items.'));

/** What has a global id can be found again by it. */
const nodes = (schema) =>
  typesOf(schema)
    .filter(isObjectType)
    .filter((type) => type.getFields().id?.type.toString() === 'ID!')
    .filter((type) => !type.getInterfaces().some(({ name }) => name === 'Node'))
    .map(({ name }) => `${name}: it has an id, so let it implement Node.`);

/** Types of records whose lists can be filtered. */
const listed = (schema) =>
  typesOf(schema)
    .filter((type) => isObjectType(type) && isInputObjectType(schema.getType(`${type.name}Filter`)))
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));

/** Relay prescribes that these take ids. */
const looksUpIds = ({ type, field }) => /^Query\.nodes?$/.test(`${type.name}.${field.name}`);

const namesRecord = ({ arg }) => arg.name === 'slug' || ['ID', 'IRI'].includes(getNamedType(arg.type).name);

/** One style of reference: an input of which exactly one field is given. */
const references = (schema) => [
  ...argumentsOf(schema)
    .filter(({ field, arg }) => !field.deprecationReason && !arg.deprecationReason)
    .filter((argument) => namesRecord(argument) && !looksUpIds(argument))
    .map(at(() => 'take the record by an input that is @oneOf.')),
  ...typesOf(schema)
    .filter((type) => isInputObjectType(type) && type.name.endsWith('Reference') && !type.isOneOf)
    .map(({ name }) => `${name}: it names one record in one way, so let it be @oneOf.`),
];

const codeOf = (name) => name.replace(/(?!^)[A-Z]/g, '_$&').toUpperCase();
const codesOf = (type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []);

/** What is shown, ordered or counted can be filtered by. */
const filterable = (schema) =>
  listed(schema).flatMap((type) => {
    const filters = Object.keys(schema.getType(`${type.name}Filter`).getFields());
    const codes = new Set(filters.map(codeOf));
    const fields = Object.keys(type.getFields())
      .filter((name) => !filters.includes(name) && !notFilterable(type, name))
      .map((name) => `${type.name}.${name}: it is shown, so let ${type.name}Filter have it.`);
    const others = ['OrderField', 'Facet'].flatMap((kind) =>
      codesOf(schema.getType(`${type.name}${kind}`))
        .filter((code) => !codes.has(code) && !codes.has(code.replace(/_NAME$/, '')))
        .map((code) => `${type.name}${kind}.${code}: let ${type.name}Filter have it, too.`),
    );
    return [...fields, ...others];
  });

/** By the names that docs/schema-style.md gives them. */
export const rules = {
  sentences,
  wording,
  'nullable-at-root': nullableAtRoot,
  'whole-lists': wholeLists,
  'one-size': oneSize,
  connections,
  'one-meaning': oneMeaning,
  'defaults-in-schema': defaultsInSchema,
  'time-names': timeNames,
  'no-positions': noPositions,
  nodes,
  references,
  filterable,
};
