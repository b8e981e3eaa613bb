/** Leaves fields out of the document of a schema, with the types that only they use. */
import {
  isTypeDefinitionNode,
  Kind,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';

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

/** The types that the root types and directives refer to, directly or through others, with those that implement a used interface. */
function usedIn(definitions: readonly DefinitionNode[], root: string): ReadonlySet<string> {
  const types = new Map<string, TypeDefinitionNode>();
  const implementing = new Map<string, string[]>();
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    const definition = types.get(name);
    if (definition) namesIn(definition).forEach(use);
    implementing.get(name)?.forEach(use);
  };
  for (const definition of definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    types.set(definition.name.value, definition);
    if (!isObjectType(definition)) continue;
    for (const { name } of definition.interfaces ?? [])
      implementing.set(name.value, [...(implementing.get(name.value) ?? []), definition.name.value]);
  }
  use(root);
  for (const definition of definitions)
    if (!isTypeDefinitionNode(definition)) namesIn(definition).forEach(use);
  return used;
}

function namesIn(definition: DefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}
