/**
 * Gives a supergraph that was composed elsewhere the fields of Query which are about our endpoint. Our SDL for others leaves them out,
 * because two subgraphs could not both have them; our clients have them all the same, beside the fields of the neighbours.
 */
import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { ofTheEndpoint } from '../catalogue-subgraph';
import { parseSupergraph } from '../gateway/parse-supergraph';
import { graphOf } from '../gateway/supergraph';
import { namesIn, reachableFrom } from '../pruned-document';
import type { LocalSubgraph } from './local-subgraph';

/** The supergraph with those of the fields that it lacks. @throws Error if our part is not one of its subgraphs */
export function withEndpointFields(sdl: string, { name, sdl: ofOurs }: LocalSubgraph): string {
  const supergraph = parseSupergraph(sdl);
  const graph = graphOf(supergraph, name);
  if (graph === null)
    throw new Error(
      `The supergraph has no subgraph "${name}", which is our part. Compose it with our SDL (what { _service { sdl } } answers here) under that name.`,
    );
  const ours = parse(ofOurs, { noLocation: true }).definitions;
  const known = new Map(supergraph.definitions.map((each) => [nameOf(each), each]));
  /** A neighbour's type of the same name would be answered in place of ours, so the field is left out then. */
  const isClear = (field: FieldDefinitionNode): boolean =>
    [...reachableFrom(ours, namedIn(field))].every((type) => {
      const taken = known.get(type);
      return taken === undefined || isIn(graph, taken);
    });
  const query = supergraph.definitions.find(isQuery);
  const existing = new Set(query?.fields?.map((field) => field.name.value));
  const missing = (ours.find(isQuery)?.fields ?? []).filter(
    (field) => ofTheEndpoint.includes(field.name.value) && !existing.has(field.name.value) && isClear(field),
  );
  if (missing.length === 0 || !query) return sdl;
  const used = reachableFrom(ours, missing.flatMap(namedIn));
  const added = ours.filter((each) => used.has(nameOf(each)) && !known.has(nameOf(each)));
  const enlarged: ObjectTypeDefinitionNode = {
    ...query,
    fields: [...(query.fields ?? []), ...missing.map((field) => answeredBy(graph, field))],
  };
  const definitions = supergraph.definitions.map((each) => (each === query ? enlarged : each));
  return print({
    ...supergraph,
    definitions: [...definitions, ...added.map((each) => ownedBy(graph, each))],
  });
}

const nameOf = (definition: DefinitionNode): string =>
  ('name' in definition ? definition.name?.value : undefined) ?? '';

/** Whether a definition of the supergraph is of this subgraph, too. */
const isIn = (graph: string, definition: DefinitionNode): boolean =>
  ('directives' in definition ? (definition.directives ?? []) : []).some(
    ({ name, arguments: given }) =>
      name.value === 'join__type' &&
      given?.some(({ value }) => value.kind === Kind.ENUM && value.value === graph),
  );

const isQuery = (definition: DefinitionNode): definition is ObjectTypeDefinitionNode =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Query';

const namedIn = (field: FieldDefinitionNode): string[] =>
  namesIn({ kind: Kind.OBJECT_TYPE_DEFINITION, name: field.name, fields: [field] });

const answeredBy = (graph: string, field: FieldDefinitionNode): FieldDefinitionNode => ({
  ...withoutFederation(field),
  directives: directives(`@join__field(graph: ${graph})`),
});

/** A definition of ours as a supergraph has it. https://specs.apollo.dev/join/v0.3/ */
function ownedBy(graph: string, definition: DefinitionNode): DefinitionNode {
  const bare = withoutFederation(definition);
  const interfaces = 'interfaces' in bare ? (bare.interfaces ?? []) : [];
  const members = bare.kind === Kind.UNION_TYPE_DEFINITION ? (bare.types ?? []) : [];
  const joined = [
    `@join__type(graph: ${graph})`,
    ...interfaces.map((one) => `@join__implements(graph: ${graph}, interface: "${one.name.value}")`),
    ...members.map((one) => `@join__unionMember(graph: ${graph}, member: "${one.name.value}")`),
  ];
  const owned = { ...bare, directives: directives(joined.join(' ')) } as DefinitionNode;
  if (owned.kind !== Kind.ENUM_TYPE_DEFINITION) return owned;
  const ofValue = directives(`@join__enumValue(graph: ${graph})`);
  return { ...owned, values: owned.values?.map((value) => ({ ...value, directives: ofValue })) };
}

/** Without the directives of our SDL, which mean something to composers only; deprecations stay. */
const withoutFederation = <Node extends DefinitionNode | FieldDefinitionNode>(node: Node): Node =>
  visit(node, { Directive: ({ name }) => (name.value === 'deprecated' ? undefined : null) });

/** Parses directives. */
function directives(text: string): readonly ConstDirectiveNode[] {
  const [scalar] = parse(`scalar One ${text}`, { noLocation: true }).definitions;
  return scalar?.kind === Kind.SCALAR_TYPE_DEFINITION ? (scalar.directives ?? []) : [];
}
