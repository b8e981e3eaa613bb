/** The policy for other subgraphs: they add to our graph and change nothing of it. */
import {
  isEnumType,
  isInputObjectType,
  isUnionType,
  Kind,
  OperationTypeNode,
  parse,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql';
import { notEnforced } from '../../gateway/not-enforced';
import { directivesIn, type Directives } from './directives';
import { whatItDoesToFields } from './fields';
import { whatItSaysOfOurs } from './marks';
import type { Ours } from './ours';

export interface CandidateSdl {
  sdl: string;
  /** Our types to which it may add fields, or null for all. */
  mayExtend: readonly string[] | null;
}

/** The violations of the policy; empty if the subgraph may be linked in. */
export function policyViolations({ sdl, mayExtend }: CandidateSdl, ours: Ours): string[] {
  if (!/\w/.test(sdl.replace(/#.*/g, ''))) return ['Its SDL is empty. Define the types that it has.'];
  let document: DocumentNode;
  try {
    document = parse(sdl);
  } catch (error) {
    return [`Its SDL cannot be parsed: ${(error as Error).message}`];
  }
  if (!document.definitions.some(hasFields))
    return ['Its SDL has no types with fields. Define what it adds to the graph.'];
  const directives = directivesIn(document);
  const problems = document.definitions.flatMap((node) => [
    ...violationsOf(node, mayExtend, ours, directives),
    ...whatItSaysOfOurs(node, ours, directives),
  ]);
  return [...new Set([...notEnforced(document), ...problems])];
}

const hasFields = (node: DefinitionNode): boolean =>
  'fields' in node && node.fields !== undefined && node.fields.length > 0;

function violationsOf(
  node: DefinitionNode,
  mayExtend: CandidateSdl['mayExtend'],
  ours: Ours,
  directives: Directives,
): string[] {
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
      return whatItDoesToFields(node, mayExtend, ours, directives);
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return whatItDoesToFields(node, mayExtend, ours, directives);
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION: {
      const own = ours.schema.getType(node.name.value);
      const values = (node.values ?? []).map(({ name }) => name.value);
      if (!isEnumType(own) || sameNames(own.getValues(), values)) return [];
      return [`It changes our enum ${own.name}. Give it the same values, or another name.`];
    }
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION: {
      const own = ours.schema.getType(node.name.value);
      const members = (node.types ?? []).map(({ name }) => name.value);
      if (!isUnionType(own) || sameNames(own.getTypes(), members)) return [];
      return [`It changes our union ${own.name}. Give it the same types, or another name.`];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return isInputObjectType(ours.schema.getType(node.name.value))
        ? [`It has an input ${node.name.value}, which is ours. Give it another name.`]
        : [];
    default:
      return [];
  }
}

const sameNames = (own: readonly { name: string }[], given: readonly string[]): boolean =>
  own.length === given.length && own.every(({ name }) => given.includes(name));
