/** Rules for fields on our types: a subgraph may add fields to a type if it has one of our keys, and may not resolve ours. */
import {
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type FieldDefinitionNode,
  type GraphQLInterfaceType,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { fieldsOfKey, type Directives } from './directives';
import { keysToUse, type Ours } from './ours';

export type TypeWithFields =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

/** Every subgraph has these fields, and some list them in their SDL. */
const ofSubgraphs: ReadonlySet<string> = new Set(['Query._service', 'Query._entities']);

/** @param mayExtend our types to which it may add fields, or null for all */
export function whatItDoesToFields(
  node: TypeWithFields,
  mayExtend: readonly string[] | null,
  ours: Ours,
  directives: Directives,
): string[] {
  const type = node.name.value;
  const own = ours.schema.getType(type);
  if (isInterfaceType(own)) return whatItDoesToInterface(node, own, directives);
  if (!isObjectType(own)) return [];
  const astray = withoutKeyOfOurs(type, ours, directives);
  if (astray !== null) return [astray];
  const isOursAlone = ours.keys.has(type) || type === 'Query';
  const keys = new Set((directives.keys.get(type) ?? []).flatMap(fieldsOfKey));
  const added: string[] = [];
  const problems = (node.fields ?? []).flatMap((field) => {
    const name = `${type}.${field.name.value}`;
    const isExternal = directives.has(field, 'external');
    if (directives.has(field, 'override'))
      return [`It overrides ${name}. Fields that others answer stay with them.`];
    const known = own.getFields()[field.name.value];
    if (known && Object.hasOwn(own.getFields(), field.name.value)) {
      if (keys.has(field.name.value) || isExternal) return wrongType(name, field, String(known.type));
      return isOursAlone && !directives.has(field, 'inaccessible')
        ? [
            `It answers our field ${name} itself. ${
              type === 'Query'
                ? 'Give yours another name.'
                : 'Leave it out; where a @requires or @provides of yours names it, mark it @external.'
            }`,
          ]
        : [];
    }
    if (isExternal || ofSubgraphs.has(name)) return [];
    added.push(field.name.value);
    return [];
  });
  if (added.length > 0 && mayExtend && !mayExtend.includes(type))
    problems.push(`It adds ${added.join(', ')} to ${type}, which its entry does not allow ("mayExtend").`);
  return problems;
}

/** Our records are found by our keys. A subgraph with another key or none cannot be asked about them. */
function withoutKeyOfOurs(type: string, ours: Ours, { keys }: Directives): string | null {
  const given = keys.get(type) ?? [];
  const known = ours.keys.get(type);
  if (!known)
    return given.length > 0 ? `It gives our type ${type} a key, but it is a value. Leave "@key" out.` : null;
  if (given.some((key) => fieldsOfKey(key).some((field) => known.includes(field)))) return null;
  const [wrong] = given;
  return wrong === undefined
    ? `${type} has no key. Refer to it by one of ours: ${keysToUse(ours, type)}; or give yours another name if it is something else.`
    : `${type} has no key ${JSON.stringify(wrong)}. Refer to it by one of ours: ${keysToUse(ours, type)}.`;
}

/** A field of ours that is restated must have our type. It may be non-null where ours is nullable. */
function wrongType(name: string, { type }: FieldDefinitionNode, expected: string): string[] {
  const given = print(type);
  const bare = (text: string): string => text.replaceAll('!', '');
  if (bare(given) === bare(expected) && (given.endsWith('!') || !expected.endsWith('!'))) return [];
  return [`${name} has the type ${given}, but is ${expected}. Write ${expected}.`];
}

function whatItDoesToInterface(
  { name: { value: type }, fields = [], kind }: TypeWithFields,
  own: GraphQLInterfaceType,
  { has }: Directives,
): string[] {
  const isObject = kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION;
  const added = fields.filter(
    (field) => !Object.hasOwn(own.getFields(), field.name.value) && !has(field, 'external'),
  );
  const names = added.map(({ name }) => name.value).join(', ');
  if (isObject)
    return [
      `It makes our interface ${type} an object. Add ${names || 'its fields'} to the types themselves.`,
    ];
  return added.length > 0
    ? [
        `It adds ${names} to our interface ${type}, which all its types would need. Add fields to the types themselves.`,
      ]
    : [];
}
