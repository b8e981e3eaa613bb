/** Makes the answer that a client reads out of what was gathered: only what it asked for, and only what the schema allows. */
import type { GraphQLError } from 'graphql';
import {
  execute,
  responsePathAsArray,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLAbstractType,
  type GraphQLSchema,
} from 'graphql';
import { SubgraphUnavailable } from '../faults';
import { isObject, member } from './json';
import type { Gathered } from './run-plan';

interface Completion {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** Names of the subgraphs that answer a field, by `Type.field`. */
  owners: ReadonlyMap<string, readonly string[]>;
}

export async function complete(
  { data, errors: gathered, unresolved }: Gathered,
  { schema, document, operationName, variables, owners }: Completion,
): Promise<ExecutionResult> {
  const fields = new Map<unknown, string>();
  const unanswered = new Set<string>();
  const result = await execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    rootValue: data,
    fieldResolver: (source, _args, _context, { path, parentType, fieldName, fieldNodes: [node] }) => {
      fields.set(node, `${parentType.name}.${fieldName}`);
      const value = isObject(source) ? member(source, path.key as string) : undefined;
      // What is missing of Query itself was told when it was asked for.
      if (value === undefined && (source === data || unresolved.has(source)))
        unanswered.add(pathKey(responsePathAsArray(path)));
      return value;
    },
    typeResolver: (value, _context, _info, abstract) => typeOf(value, abstract, schema),
  });
  const explained = gathered.map(({ path }) => names(path));
  const wrong = new Map<string, GraphQLError>();
  for (const error of result.errors ?? []) {
    if (error.path === undefined) return result;
    if (explained.some((known) => isBeginOf(known, names(error.path)))) continue;
    // A record that does not exist where another subgraph refers to it: it is null, which is no fault.
    if (unanswered.has(pathKey(error.path))) continue;
    const field = fields.get(error.nodes?.[0]) ?? '';
    const [owner] = owners.get(field) ?? [];
    if (!wrong.has(field))
      wrong.set(field, owner ? new SubgraphUnavailable(owner, 'WRONG_TYPE').at(error.path) : error);
  }
  const errors = [...gathered, ...wrong.values()];
  return { data: result.data ?? null, ...(errors.length > 0 && { errors }) };
}

const pathKey = (path: readonly (string | number)[]): string => path.join('.');

/** Where a plan did not ask for the type, the query does not depend on it, and any type that it may be does. */
function typeOf(value: unknown, abstract: GraphQLAbstractType, schema: GraphQLSchema): string | undefined {
  const stated = isObject(value) ? member(value, '__typename') : undefined;
  if (typeof stated === 'string' && stated !== abstract.name) return stated;
  return schema.getPossibleTypes(abstract)[0]?.name;
}

/** The names on a path: an error of a whole list explains what is missing in each of its items. */
const names = (path: readonly (string | number)[] = []): string[] =>
  path.filter((part) => typeof part === 'string');

const isBeginOf = (begin: readonly string[], whole: readonly string[]): boolean =>
  begin.every((name, index) => whole[index] === name);
