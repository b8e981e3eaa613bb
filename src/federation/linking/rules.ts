/** What a subgraph of others may not do: whoever links in adds to our graph, and changes nothing of it. */
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  OperationTypeNode,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

export interface Judged {
  sdl: string;
  /** Types of ours to which it may add fields; null for any. */
  mayExtend: readonly string[] | null;
}

/** Every subgraph has these, and some write them into their SDL. */
const ofSubgraphs: ReadonlySet<string> = new Set(['Query._service', 'Query._entities']);

type TypeWithFields =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

/**
 * What would hurt others, in plain words; nothing when the subgraph may be linked in.
 * @param ours the schema that clients see without it.
 */
export function whatWouldHurt({ sdl, mayExtend }: Judged, ours: GraphQLSchema): string[] {
  let document: DocumentNode;
  try {
    document = parse(sdl);
  } catch (error) {
    return [`Its SDL cannot be parsed: ${(error as Error).message}`];
  }
  const directive = directiveNames(document);
  const has = (node: { directives?: readonly ConstDirectiveNode[] | undefined }, wanted: string): boolean =>
    (node.directives ?? []).some(({ name }) => directive(name.value) === wanted);

  const judgeFields = (node: TypeWithFields): string[] => {
    const type = node.name.value;
    const own = ours.getType(type);
    if (!isObjectType(own) && !isInterfaceType(own)) return [];
    const keys = keyFields(node, directive);
    const isEntity = keys.size > 0 || type === 'Query';
    const added: string[] = [];
    const problems = (node.fields ?? []).flatMap((field) => {
      const name = `${type}.${field.name.value}`;
      if (has(field, 'override')) return [`It overrides ${name}. Fields that others answer stay with them.`];
      const known = Object.hasOwn(own.getFields(), field.name.value);
      if (known && has(field, 'inaccessible')) return [`It hides our field ${name}.`];
      if (known && has(field, 'deprecated'))
        return [`It deprecates our field ${name}. Leave "@deprecated" out.`];
      if (known && isEntity && !keys.has(field.name.value) && !has(field, 'external'))
        return [`It answers our field ${name} itself. Mark it @external, or leave it out.`];
      if (known || has(field, 'external') || ofSubgraphs.has(name)) return [];
      added.push(field.name.value);
      return isRequired(field)
        ? [`${name} is not nullable. When it fails, our whole record would be lost: leave out the "!".`]
        : [];
    });
    if (has(node, 'inaccessible')) problems.push(`It hides our type ${type}.`);
    if (added.length > 0 && mayExtend && !mayExtend.includes(type))
      problems.push(`It adds ${added.join(', ')} to ${type}, which its entry does not allow ("mayExtend").`);
    return problems;
  };

  return document.definitions.flatMap((node): string[] => {
    switch (node.kind) {
      case Kind.SCHEMA_DEFINITION:
      case Kind.SCHEMA_EXTENSION:
        return (node.operationTypes ?? [])
          .filter(({ operation }) => operation !== OperationTypeNode.QUERY)
          .map(
            ({ operation }) => `It brings operations of the kind "${operation}". Only queries are linked in.`,
          );
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
        if (node.name.value === 'Mutation' || node.name.value === 'Subscription')
          return [`It brings a type ${node.name.value}. Only queries are linked in.`];
        return judgeFields(node);
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return judgeFields(node);
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION: {
        const own = ours.getType(node.name.value);
        const values = (node.values ?? []).map(({ name }) => name.value);
        if (!isEnumType(own) || sameNames(own.getValues(), values)) return [];
        return [`It changes our enum ${own.name}. Give it the same values, or another name.`];
      }
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION: {
        const own = ours.getType(node.name.value);
        const members = (node.types ?? []).map(({ name }) => name.value);
        if (!isUnionType(own) || sameNames(own.getTypes(), members)) return [];
        return [`It changes our union ${own.name}. Give it the same types, or another name.`];
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        return isInputObjectType(ours.getType(node.name.value))
          ? [`It has an input ${node.name.value}, which is ours. Give it another name.`]
          : [];
      default:
        return [];
    }
  });
}

const isRequired = ({ type }: FieldDefinitionNode): boolean => type.kind === Kind.NON_NULL_TYPE;

const sameNames = (own: readonly { name: string }[], given: readonly string[]): boolean =>
  own.length === given.length && own.every(({ name }) => given.includes(name));

/** What a directive is called in the specification: an import may give it another name. */
function directiveNames({ definitions }: DocumentNode): (name: string) => string {
  const renamed = new Map<string, string>();
  for (const node of definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { name, arguments: given = [] } of node.directives ?? []) {
      const value = given.find((argument) => argument.name.value === 'import')?.value;
      const imports: unknown = value && valueFromASTUntyped(value);
      if (name.value !== 'link' || !Array.isArray(imports)) continue;
      for (const each of imports as (string | { name?: string; as?: string })[])
        if (typeof each === 'object' && each.name && each.as)
          renamed.set(each.as.replace(/^@/, ''), each.name.replace(/^@/, ''));
    }
  }
  return (name) => renamed.get(name) ?? name.replace(/^.*__/, '');
}

/** The outermost fields of the keys of a type. */
function keyFields(node: TypeWithFields, directive: (name: string) => string): Set<string> {
  const sets = (node.directives ?? []).flatMap(({ name, arguments: given = [] }) => {
    const value = given.find((argument) => argument.name.value === 'fields')?.value;
    return directive(name.value) === 'key' && value?.kind === Kind.STRING ? [value.value] : [];
  });
  return new Set(sets.flatMap((text) => text.match(/\w+/g) ?? []));
}
