/**
 * Mends two things in the composer's supergraph: a field that subgraphs give different types has the widest of them, and fields of an
 * interface say which subgraphs do not answer them.
 */
import {
  Kind,
  parse,
  parseType,
  parseConstValue,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';
import { getOrMake } from '../../../maps';
import { subgraphsIn } from '../../gateway/supergraph';
import { directivesIn } from '../rules/directives';
import { hasFields, namedIn, typesIn, type DeclaredTypes } from './declared-types';

/** A field as one subgraph declares it. */
interface DeclaredField {
  subgraph: string;
  type: TypeNode;
  isExternal: boolean;
}

/** The declarations of each field, by `Type.field`. */
type DeclaredFields = ReadonlyMap<string, readonly DeclaredField[]>;

interface Composed {
  supergraphSdl: string;
  /** The SDL of each subgraph, by name. */
  subgraphs: readonly { name: string; sdl: string }[];
}

/** @throws GraphQLError for an SDL that cannot be parsed, which does not compose */
export function mended({ supergraphSdl, subgraphs }: Composed): string {
  const declared = fieldsIn(subgraphs);
  const doubtful = new Map(
    [...declared].filter(([, fields]) => haveSeveralTypes(fields) || someAreExternal(fields)),
  );
  if (doubtful.size === 0) return supergraphSdl;
  const document = parse(supergraphSdl, { noLocation: true });
  const rewritten = rewrite(document, doubtful);
  return rewritten === document ? supergraphSdl : print(rewritten);
}

function fieldsIn(subgraphs: Composed['subgraphs']): DeclaredFields {
  const found = new Map<string, DeclaredField[]>();
  for (const { name: subgraph, sdl } of subgraphs) {
    const document = parse(sdl, { noLocation: true });
    const { has } = directivesIn(document);
    for (const node of document.definitions) {
      if (!hasFields(node)) continue;
      for (const field of node.fields ?? []) {
        const { name, type } = field;
        const of = getOrMake(found, `${node.name.value}.${name.value}`, () => []);
        of.push({ subgraph, type, isExternal: has(field, 'external') });
      }
    }
  }
  return found;
}

const haveSeveralTypes = (fields: readonly DeclaredField[]): boolean =>
  new Set(fields.map(({ type }) => namedIn(type))).size > 1;

const someAreExternal = (fields: readonly DeclaredField[]): boolean =>
  fields.some(({ isExternal }) => isExternal) && fields.some(({ isExternal }) => !isExternal);

function rewrite(document: DocumentNode, doubtful: DeclaredFields): DocumentNode {
  const types = typesIn([document]);
  const graphs = new Map([...subgraphsIn(document)].map(([graph, { name }]) => [name, graph]));
  let parent = '';
  let isInterface = false;
  return visit(document, {
    ObjectTypeDefinition: ({ name }) => void ((parent = name.value), (isInterface = false)),
    InterfaceTypeDefinition: ({ name }) => void ((parent = name.value), (isInterface = true)),
    FieldDefinition: (node) => {
      const fields = doubtful.get(`${parent}.${node.name.value}`);
      if (!fields) return undefined;
      const widest = widestOf(fields, types);
      if (widest !== null && widest !== namedIn(node.type))
        return { ...withOwners(node, fields, graphs, true), type: renamed(node.type, widest) };
      return isInterface && someAreExternal(fields) ? withOwners(node, fields, graphs, false) : undefined;
    },
  });
}

/** The type that can be all of them; null if there is none, or only one type. */
function widestOf(fields: readonly DeclaredField[], types: DeclaredTypes): string | null {
  const names = [...new Set(fields.map(({ type }) => namedIn(type)))];
  if (names.length < 2) return null;
  const isWide = (wide: string): boolean =>
    names.every((name) => {
      const objects = types.objectsOf(name);
      return objects.length > 0 && objects.every((object) => types.objectsOf(wide).includes(object));
    });
  return names.find(isWide) ?? null;
}

const renamed = (type: TypeNode, name: string): TypeNode =>
  parseType(print(type).replace(/\w+/, name), { noLocation: true });

/** The field with a `@join__field` for each subgraph, unless it has some. */
function withOwners(
  node: FieldDefinitionNode,
  fields: readonly DeclaredField[],
  graphs: ReadonlyMap<string, string>,
  withTypes: boolean,
): FieldDefinitionNode {
  const { directives = [] } = node;
  if (directives.some(({ name }) => name.value === 'join__field')) return node;
  const owners = fields.map(({ subgraph, type, isExternal }) =>
    joinField({
      graph: graphs.get(subgraph) ?? '',
      ...(withTypes && { type: JSON.stringify(print(type)) }),
      ...(isExternal && { external: 'true' }),
    }),
  );
  return { ...node, directives: [...directives, ...owners] };
}

const joinField = (given: Readonly<Record<string, string>>): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'join__field' },
  arguments: Object.entries(given).map(([name, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: parseConstValue(value, { noLocation: true }),
  })),
});
