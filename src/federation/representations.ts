/** Representations: how a router names the entities that it wants, by type and key; checked one by one. */
import {
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type GraphQLLeafType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { BadUserInput } from '../errors';

/** An entity that is asked for. */
export interface Reference {
  /** Name of its type. */
  type: string;
  /** The key by which it is told, as it was declared. */
  key: string;
  /** The fields of that key, each as its type takes it. */
  fields: Readonly<Record<string, unknown>>;
  /** All that was given: the fields that a `@requires` asks for stand here too. */
  representation: Readonly<Record<string, unknown>>;
  /** Where it stands among the arguments, for refusals. */
  at: string;
}

/** The fields of a key: values, and objects with further fields. */
type KeyFields = ReadonlyMap<string, GraphQLLeafType | KeyFields>;

interface Key {
  text: string;
  fields: KeyFields;
}

/** The keys of each type of entities. */
export type EntityKeys = ReadonlyMap<string, readonly Key[]>;

/** Reads the keys of a type. @throws Error for a field that the schema does not have. */
export function keysOf(schema: GraphQLSchema, type: string, keys: readonly string[]): Key[] {
  return keys.map((text) => {
    const [definition] = parse(`{ ${text} }`).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${text}" is no key.`);
    return { text, fields: keyFields(schema, type, definition.selectionSet) };
  });
}

function keyFields(schema: GraphQLSchema, type: string, { selections }: SelectionSetNode): KeyFields {
  const parent = schema.getType(type);
  if (!isObjectType(parent)) throw new Error(`The schema has no object type "${type}", which has a key.`);
  return new Map(
    selections.map((selection): [string, GraphQLLeafType | KeyFields] => {
      if (selection.kind !== Kind.FIELD) throw new Error(`The key of ${type} has a fragment.`);
      const { name, selectionSet } = selection;
      const field = parent.getFields()[name.value];
      if (!field) throw new Error(`${type} has no field "${name.value}", of which its key speaks.`);
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [name.value, named];
      if (!selectionSet) throw new Error(`The key of ${type} names no fields of "${name.value}".`);
      return [name.value, keyFields(schema, named.name, selectionSet)];
    }),
  );
}

type Given = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a representation refers to; null where its keys are null, as a subgraph sends them for what it does not know.
 * Of several keys the first declared one counts; fields of no key are left alone.
 * @throws BadUserInput that names the representation and its field.
 */
export function referenceOf(representation: unknown, at: string, keys: EntityKeys): Reference | null {
  if (!isObject(representation)) {
    throw new BadUserInput(
      `"${at}" (${shown(representation)}) is no entity. Give an object with "__typename" and the fields of a key.`,
    );
  }
  const { __typename: type } = representation;
  const known = typeof type === 'string' ? keys.get(type) : undefined;
  if (typeof type !== 'string' || !known) {
    throw new BadUserInput(
      `"${at}.__typename" (${shown(type)}) is no type with a key. Give one of ${[...keys.keys()].join(', ')}.`,
    );
  }
  const key = known.find(({ fields }) => isGiven(fields, representation, isValue));
  if (key) {
    return { type, key: key.text, fields: read(key.fields, representation, at), representation, at };
  }
  if (known.some(({ fields }) => isGiven(fields, representation, isNamed))) return null;
  throw new BadUserInput(
    `"${at}" has no key of ${type}. Give the fields of one of these: ${known.map(({ text }) => `"${text}"`).join(', ')}.`,
  );
}

const isValue = (value: unknown): boolean => value != null;
const isNamed = (value: unknown): boolean => value !== undefined;

/** Whether all fields of a key stand in a representation. */
const isGiven = (fields: KeyFields, given: Given, counts: (value: unknown) => boolean): boolean =>
  [...fields].every(([name, inner]) => {
    const value = given[name];
    return counts(value) && (!isFields(inner) || !isObject(value) || isGiven(inner, value, counts));
  });

const isFields = (inner: GraphQLLeafType | KeyFields): inner is KeyFields => inner instanceof Map;

function read(fields: KeyFields, given: Given, at: string): Record<string, unknown> {
  return Object.fromEntries(
    [...fields].map(([name, inner]) => [name, readField(inner, given[name], `${at}.${name}`)]),
  );
}

function readField(inner: GraphQLLeafType | KeyFields, value: unknown, at: string): unknown {
  if (!isFields(inner)) return readValue(inner, value, at);
  if (isObject(value)) return read(inner, value, at);
  throw new BadUserInput(
    `"${at}" (${shown(value)}) is no object. Give one with ${[...inner.keys()].join(', ')}.`,
  );
}

function readValue(type: GraphQLLeafType, value: unknown, at: string): unknown {
  try {
    return type.parseValue(value);
  } catch {
    throw new BadUserInput(`"${at}" (${shown(value)}) is not usable: it takes a value of type ${type.name}.`);
  }
}

/** A value as messages show it, cut where it is long. */
const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
