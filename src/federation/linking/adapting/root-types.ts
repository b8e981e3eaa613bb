/** The root types of a service. Its queries are fields of our Query, under whatever name its own schema has them. */
import { Kind, visit, type DefinitionNode, type DocumentNode, type OperationTypeNode } from 'graphql';

const usualNames: Readonly<Record<OperationTypeNode, string>> = {
  query: 'Query',
  mutation: 'Mutation',
  subscription: 'Subscription',
};

/** The names of the root types, as `schema` states them. */
export function rootTypesOf({ definitions }: DocumentNode): Readonly<Record<OperationTypeNode, string>> {
  const stated = definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
      ? (node.operationTypes ?? []).map(({ operation, type }) => [operation, type.name.value])
      : [],
  );
  return { ...usualNames, ...(Object.fromEntries(stated) as Partial<Record<OperationTypeNode, string>>) };
}

/** The document with its root type of queries called `Query`, unless another type has that name. */
export function withUsualQuery(document: DocumentNode): DocumentNode {
  const { query } = rootTypesOf(document);
  const isTaken = document.definitions.some((definition) => nameOf(definition) === usualNames.query);
  if (query === usualNames.query || isTaken) return document;
  const renamed = <Node extends { readonly name: { readonly value: string } }>(
    node: Node,
  ): Node | undefined =>
    node.name.value === query ? { ...node, name: { ...node.name, value: usualNames.query } } : undefined;
  return visit(document, {
    NamedType: renamed,
    ObjectTypeDefinition: renamed,
    ObjectTypeExtension: renamed,
  });
}

export const nameOf = (definition: DefinitionNode): string =>
  ('name' in definition ? definition.name?.value : undefined) ?? '';
