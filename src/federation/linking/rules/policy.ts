/** The policy for other subgraphs: they add to our graph and change nothing of it. */
import {
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isUnionType,
  Kind,
  parse,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql';
import { notEnforced } from '../../gateway/not-enforced';
import { nameOf } from '../adapting/root-types';
import { directivesIn, type Directives } from './directives';
import { whatItDoesToFields } from './fields';
import { unknownTypes } from './unknown-types';
import { wrongVersion } from './version';
import { claimsOnOurs } from './marks';
import type { Ours } from './ours';

export interface CandidateSdl {
  sdl: string;
  /** Our types to which it may add fields, or null for all. */
  mayExtend: readonly string[] | null;
}

/** The violations of the policy; empty if the subgraph may be linked in. */
export function policyViolations({ sdl, mayExtend }: CandidateSdl, ours: Ours): string[] {
  if (!/\w/.test(sdl.replace(/#.*/g, ''))) return ['Its SDL is empty. Define the types that it has.'];
  const other = whatElse(sdl);
  if (other !== null) return [other];
  let document: DocumentNode;
  try {
    document = parse(sdl);
  } catch (error) {
    return [`Its SDL cannot be parsed: ${(error as Error).message}${placeOf(error)}`];
  }
  const ofSupergraph = document.definitions.map(nameOf).find((name) => name.startsWith('join__'));
  if (ofSupergraph !== undefined)
    return [
      `It has ${ofSupergraph}: names that begin with join__ are those of a supergraph. Give the SDL of the subgraph itself, and its types other names.`,
    ];
  if (!document.definitions.some(hasFields))
    return ['Its SDL has no types with fields. Define what it adds to the graph.'];
  const directives = directivesIn(document);
  const problems = document.definitions.flatMap((node) => [
    ...violationsOf(node, mayExtend, ours, directives),
    ...claimsOnOurs(node, ours, directives),
  ]);
  return [
    ...new Set([
      ...notEnforced(document),
      ...wrongVersion(document),
      ...unknownTypes(document, ours),
      ...problems,
    ]),
  ];
}

/** What a text is that is no SDL but is often given in its place. */
function whatElse(text: string): string | null {
  if (/^\s*<[!?a-z]/i.test(text)) return 'It is a page in HTML, and no SDL.';
  if (/^\s*\{[^]*"__schema"\s*:/.test(text))
    return 'It is the result of an introspection query as JSON, which lacks the directives of a subgraph. Give its SDL: what { _service { sdl } } answers, or the text from which the server makes its schema.';
  return /^\s*\{\s*"/.test(text)
    ? 'It is JSON, and no SDL. Of an answer to { _service { sdl } }, give only the text that "sdl" has.'
    : null;
}

/** Where the text is wrong, as editors show it. */
function placeOf(error: unknown): string {
  const [at] = error instanceof GraphQLError ? (error.locations ?? []) : [];
  return at ? ` (line ${at.line}, column ${at.column})` : '';
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
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
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
