/** The object types, interfaces and unions of documents, without making a schema of them: an SDL of a subgraph is not complete. */
import { Kind, type DefinitionNode, type DocumentNode, type TypeNode } from 'graphql';
import { getOrMake } from '../../../maps';

interface Declared {
  isObject: boolean;
  fields: Map<string, string>;
  /** The object types that an interface or union can be. */
  members: Set<string>;
}

export interface DeclaredTypes {
  /** The object types that a type can be; itself, if it is one. */
  objectsOf: (type: string) => readonly string[];
  /** Name of the type of a field. */
  typeOf: (type: string, field: string) => string | undefined;
}

export function typesIn(documents: readonly DocumentNode[]): DeclaredTypes {
  const types = new Map<string, Declared>();
  const declared = (name: string): Declared =>
    getOrMake(types, name, () => ({ isObject: false, fields: new Map(), members: new Set() }));
  for (const { definitions } of documents)
    for (const node of definitions) {
      if (isUnion(node))
        for (const { name } of node.types ?? []) declared(node.name.value).members.add(name.value);
      if (!hasFields(node)) continue;
      const own = declared(node.name.value);
      own.isObject ||= node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
      for (const { name, type } of node.fields ?? []) own.fields.set(name.value, namedIn(type));
      for (const { name } of node.interfaces ?? []) declared(name.value).members.add(node.name.value);
    }
  return {
    objectsOf: (name) => {
      const type = types.get(name);
      if (!type) return [];
      return type.isObject ? [name] : [...type.members].filter((member) => types.get(member)?.isObject);
    },
    typeOf: (type, field) => types.get(type)?.fields.get(field),
  };
}

/** Name of the type within lists and non-nulls. */
export const namedIn = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);

export const hasFields = (node: DefinitionNode) =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION ||
  node.kind === Kind.OBJECT_TYPE_EXTENSION ||
  node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  node.kind === Kind.INTERFACE_TYPE_EXTENSION;

const isUnion = (node: DefinitionNode) =>
  node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION;
