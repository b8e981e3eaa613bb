/** Leaves fields out of the document of a schema, with the types that only they use. */
import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { getOrMake } from '../maps';

/**
 * The document without some fields of a root type. Works on the document, because mapping and pruning the schema takes ten times as long.
 * @param root name of the root type, such as `Query`
 */
export function withoutRootFields(
  document: DocumentNode,
  root: string,
  fields: readonly string[],
): DocumentNode {
  if (fields.length === 0) return document;
  const definitions = document.definitions.map((definition) =>
    isObjectType(definition) && definition.name.value === root ? lacking(definition, fields) : definition,
  );
  const used = usedIn(definitions, root);
  return {
    ...document,
    definitions: definitions.filter(
      (definition) => !isTypeDefinitionNode(definition) || used.has(definition.name.value),
    ),
  };
}

const isObjectType = (definition: DefinitionNode): definition is ObjectTypeDefinitionNode =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION;

const lacking = (
  definition: ObjectTypeDefinitionNode,
  fields: readonly string[],
): ObjectTypeDefinitionNode => ({
  ...definition,
  fields: definition.fields?.filter(({ name }) => !fields.includes(name.value)),
});

/** The root type and the directives, with all types that they use. */
const usedIn = (definitions: readonly DefinitionNode[], root: string): ReadonlySet<string> =>
  reachableFrom(
    definitions,
    [root].concat(definitions.filter((definition) => !isTypeDefinitionNode(definition)).flatMap(namesIn)),
  );

/** These types and those that they refer to, directly or through others, with those that implement a used interface. */
export function reachableFrom(
  definitions: readonly DefinitionNode[],
  names: readonly string[],
): ReadonlySet<string> {
  const types = new Map<string, DefinitionNode[]>();
  const implementing = new Map<string, string[]>();
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    types.get(name)?.flatMap(namesIn).forEach(use);
    implementing.get(name)?.forEach(use);
  };
  for (const definition of definitions) {
    if (!isTypeDefinitionNode(definition) && !isTypeExtensionNode(definition)) continue;
    const { value } = definition.name;
    getOrMake(types, value, () => []).push(definition);
    const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []) : [];
    if (isObjectType(definition) || definition.kind === Kind.OBJECT_TYPE_EXTENSION)
      for (const { name } of interfaces) getOrMake(implementing, name.value, () => []).push(value);
  }
  names.forEach(use);
  return used;
}

/** The types that a definition names. */
export function namesIn(definition: DefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}
