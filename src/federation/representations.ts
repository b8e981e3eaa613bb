/** Representations name the entities that a router wants, by type and key. They are validated one by one. */
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

/** A requested entity. */
export interface Reference {
  /** Name of its type. */
  type: string;
  /** The key that identifies it, as declared. */
  key: string;
  /** The fields of that key, coerced by their types. */
  fields: Readonly<Record<string, unknown>>;
  /** Everything that was given, including the fields that a `@requires` asks for. */
  representation: Readonly<Record<string, unknown>>;
  /** Its position in the arguments, for messages. */
  at: string;
}

/** The fields of a key: leaf values, or objects with further fields. */
type KeyFields = ReadonlyMap<string, GraphQLLeafType | KeyFields>;

interface Key {
  text: string;
  fields: KeyFields;
}

/** The keys of each entity type. */
export type EntityKeys = ReadonlyMap<string, readonly Key[]>;

/** Parses the keys of a type. @throws Error for a field that the schema does not have */
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
 * Reads a representation. Null if its keys are null, which a subgraph sends for records that it does not know. If several keys are
 * given, the first declared one counts. Fields outside of the keys are ignored.
 * @throws BadUserInput that names the representation and its field
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

/** Whether a representation has all fields of a key. */
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

/** A value in a message, truncated. */
const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
