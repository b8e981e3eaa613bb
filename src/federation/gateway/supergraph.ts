/** Reads a supergraph: its subgraphs, the schema for clients, and which subgraphs answer which field. */
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  Kind,
  print,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';

import { appliedIn, elementsOf } from './features';
import { FeatureNotEnforced, notEnforced } from './not-enforced';
import { withoutLabels } from './overrides';
import { parseSupergraph } from './parse-supergraph';

/** A subgraph as named in the supergraph. */
export interface SubgraphAddress {
  name: string;
  url: string;
}

export interface Supergraph {
  sdl: string;
  subgraphs: readonly SubgraphAddress[];
  /** The schema that clients see. */
  publicSchema: GraphQLSchema;
  /** The schema that answers are checked against: the client's schema, extended so that each interface has an object type. */
  answerSchema: GraphQLSchema;
  /** The full schema with hidden types, which subgraphs may return. */
  fullSchema: GraphQLSchema;
  /** Names of the subgraphs that can answer a field, by `Type.field`. */
  owners: ReadonlyMap<string, readonly string[]>;
}

/**
 * @throws GraphQLError when the text is not a supergraph
 * @throws FeatureNotEnforced when it protects fields in a way that the gateway cannot enforce
 */
export function readSupergraph(given: string): Supergraph {
  const offered = parseSupergraph(given);
  const document = withoutLabels(offered);
  const visible = transformSupergraphToPublicSchema(document);
  const problems = [...notEnforced(document), ...notHidden(document, visible)];
  if (problems.length > 0) throw new FeatureNotEnforced(problems);
  const answerable = withAnswerableInterfaces(visible);
  const publicSchema = buildASTSchema(visible, { assumeValidSDL: true });
  const byGraph = subgraphsIn(document);
  return {
    sdl: document === offered ? given : print(document),
    subgraphs: [...byGraph.values()],
    publicSchema,
    answerSchema:
      answerable === visible ? publicSchema : buildASTSchema(answerable, { assumeValidSDL: true }),
    fullSchema: buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }),
    owners: ownersIn(document, (graph) => byGraph.get(graph)?.name ?? graph),
  };
}

/** Elements that are `@inaccessible` under a name that the transformation did not recognise, so that clients would see them. */
function notHidden(document: DocumentNode, visible: DocumentNode): string[] {
  const hidden = appliedIn(document).filter(({ name }) => name === 'inaccessible');
  if (hidden.length === 0) return [];
  const seen = new Set(elementsOf(visible).map(({ at }) => at));
  return hidden
    .filter(({ at }) => seen.has(at))
    .map(
      ({ node, at }) =>
        `${at} is hidden by "@${node.name.value}", which is not recognised. Link https://specs.apollo.dev/inaccessible/v0.2 by "@link" on the schema, and write "@inaccessible".`,
    );
}

/** The value of the enum join__Graph that stands for a subgraph, or null. */
export const graphOf = (document: DocumentNode, subgraph: string): string | null =>
  [...subgraphsIn(document)].find(([, { name }]) => name === subgraph)?.[0] ?? null;

/** The values of the enum join__Graph. https://specs.apollo.dev/join/v0.3/ */
export function subgraphsIn({ definitions }: DocumentNode): Map<string, SubgraphAddress> {
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives = [] }) => {
      const [given = {}] = directivesNamed(directives, 'join__graph');
      const { name: subgraph, url } = given;
      return [
        name.value,
        {
          name: typeof subgraph === 'string' ? subgraph : name.value,
          url: typeof url === 'string' ? url : '',
        },
      ];
    }),
  );
}

function ownersIn({ definitions }: DocumentNode, nameOf: (graph: string) => string): Supergraph['owners'] {
  const owners = new Map<string, readonly string[]>();
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const ofType = graphsOf(directivesNamed(node.directives ?? [], 'join__type')).map(nameOf);
    for (const { name, directives = [] } of node.fields ?? []) {
      const ofField = directivesNamed(directives, 'join__field').filter(({ external }) => external !== true);
      const named = graphsOf(ofField).map(nameOf);
      owners.set(`${node.name.value}.${name.value}`, named.length > 0 ? named : ofType);
    }
  }
  return owners;
}

/** An interface may be known only as an `@interfaceObject`. Then it has no object type to answer with, so one is added. */
function withAnswerableInterfaces(document: DocumentNode): DocumentNode {
  const answerable = new Set(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? (node.interfaces ?? []).map(({ name }) => name.value) : [],
    ),
  );
  const objects = document.definitions.flatMap((node): ObjectTypeDefinitionNode[] => {
    if (node.kind !== Kind.INTERFACE_TYPE_DEFINITION || answerable.has(node.name.value)) return [];
    const { name, interfaces = [], fields = [] } = node;
    return [
      {
        kind: Kind.OBJECT_TYPE_DEFINITION,
        name: { kind: Kind.NAME, value: `${name.value}__Object` },
        interfaces: [{ kind: Kind.NAMED_TYPE, name }, ...interfaces],
        fields,
      },
    ];
  });
  return objects.length === 0
    ? document
    : { ...document, definitions: [...document.definitions, ...objects] };
}

type Arguments = Readonly<Record<string, unknown>>;

const directivesNamed = (directives: readonly ConstDirectiveNode[], wanted: string): Arguments[] =>
  directives
    .filter(({ name }) => name.value === wanted)
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)])),
    );

const graphsOf = (all: readonly Arguments[]): string[] =>
  all.flatMap(({ graph }) => (typeof graph === 'string' ? [graph] : []));
