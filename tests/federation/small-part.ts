/**
 * Our own part of the graph with a few of its types: enough to refer to it, to extend it, and to break its rules.
 * Composing all of it takes a second of CPU time and more, and the tests of rules compose dozens of times.
 */
import { Kind, parse, print, visit, type DefinitionNode, type NameNode, type TypeNode } from 'graphql';
import type { LocalSubgraph } from '../../src/federation/linking/local-subgraph';
import { ourPart } from '../../src/open-federation';
import { registry } from '../../src/registry';

/** Entities, values, interfaces, an enum and an input, beside all scalars. */
const kept = new Set([
  'Query',
  'Institution',
  'Infrastructure',
  'Dataset',
  'Node',
  'Resource',
  'Money',
  'Currency',
  'PageInfo',
  'PlacePrecision',
  'Language',
  'InstitutionFilter',
]);

/** The real SDL without the other types, and without what leads to them. */
export async function smallPart(): Promise<LocalSubgraph> {
  const { name, sdl, schema } = await ourPart(registry);
  const document = parse(sdl, { noLocation: true });
  const left = new Set(document.definitions.flatMap((each) => (isLeftOut(each) ? [each.name.value] : [])));
  const unlessLeftOut = (node: { type: TypeNode }) => (left.has(namedIn(node.type)) ? null : undefined);
  const definitions = document.definitions.filter((each) => !isLeftOut(each));
  const reduced = visit(
    { ...document, definitions },
    {
      FieldDefinition: unlessLeftOut,
      InputValueDefinition: unlessLeftOut,
      NamedType: (node, _key, parent) =>
        Array.isArray(parent) && left.has(node.name.value) ? null : undefined,
    },
  );
  return { name, sdl: print(reduced), schema };
}

/** Whether it is a type that is left out. */
const isLeftOut = (node: DefinitionNode): node is DefinitionNode & { name: NameNode } => {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return !kept.has(node.name.value);
    default:
      return false;
  }
};

const namedIn = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
