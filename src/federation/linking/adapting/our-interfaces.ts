/**
 * Keeps the types of a service apart from our interfaces. Every Relay server has `node`, and its types implement `Node`; in our graph
 * `node` finds our records alone, as we do not know those of others.
 */
import {
  isInterfaceType,
  isObjectType,
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';
import { namesIn } from '../../pruned-document';
import type { Ours } from '../rules/ours';
import type { Adapted } from './adapt';
import { nameOf } from './root-types';

export function withoutOurInterfaces(document: DocumentNode, ours: Ours): Adapted {
  const claimed = withoutClaims(document, ours);
  const notices = [...claimed.notices];
  const { definitions } = claimed.document;
  const implemented = new Set(definitions.flatMap(interfacesOf));
  const isOurs = (name: string): boolean => isInterfaceType(ours.schema.getType(name));
  /** No record of this service can be meant: either none is of that interface, or `Query.node` of ours answers. */
  const isLeftOut = (type: string, { name, type: returned }: FieldDefinitionNode): boolean => {
    const target = namedIn(returned);
    if (!isOurs(target)) return false;
    return !implemented.has(target) || (type === 'Query' && ofRelay.has(name.value));
  };
  const pruned = definitions.map((definition) => {
    if (!hasFields(definition)) return definition;
    const type = nameOf(definition);
    const left = (definition.fields ?? []).filter((field) => isLeftOut(type, field));
    if (left.length === 0) return definition;
    for (const { name, type: returned } of left)
      notices.push(
        `${type}.${name.value} is left out: it returns our interface ${namedIn(returned)}, which only our records have.`,
      );
    return {
      ...definition,
      fields: definition.fields?.filter((field) => !left.includes(field)),
    } as DefinitionNode;
  });
  if (notices.length === 0) return { document, notices };
  const named = new Set(pruned.filter((each) => !isOurs(nameOf(each))).flatMap(namesIn));
  const isIdle = (definition: DefinitionNode): boolean =>
    isOurs(nameOf(definition)) && !named.has(nameOf(definition));
  return { document: { ...document, definitions: pruned.filter((each) => !isIdle(each)) }, notices };
}

/** The fields by which Relay clients find a record. https://relay.dev/graphql/objectidentification.htm */
const ofRelay: ReadonlySet<string> = new Set(['node', 'nodes']);

/** Takes `implements` off the types that do not have the interface in our schema. */
function withoutClaims(document: DocumentNode, { schema }: Ours): Adapted {
  const notices: string[] = [];
  const definitions = document.definitions.map((definition) => {
    const own = schema.getType(nameOf(definition));
    const known =
      isObjectType(own) || isInterfaceType(own) ? own.getInterfaces().map(({ name }) => name) : [];
    const astray = interfacesOf(definition).filter(
      (name) => isInterfaceType(schema.getType(name)) && !known.includes(name),
    );
    if (astray.length === 0) return definition;
    for (const name of astray)
      notices.push(
        `${nameOf(definition)} does not implement ${name} in our graph: the interface is ours, and only our records have it.`,
      );
    const interfaces = ('interfaces' in definition ? (definition.interfaces ?? []) : []).filter(
      ({ name }) => !astray.includes(name.value),
    );
    return { ...definition, interfaces } as DefinitionNode;
  });
  return { document: notices.length > 0 ? { ...document, definitions } : document, notices };
}

const interfacesOf = (definition: DefinitionNode): string[] =>
  'interfaces' in definition ? (definition.interfaces ?? []).map(({ name }) => name.value) : [];

const hasFields = (
  definition: DefinitionNode,
): definition is DefinitionNode & { readonly fields?: readonly FieldDefinitionNode[] } =>
  'fields' in definition && 'interfaces' in definition;

const namedIn = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
