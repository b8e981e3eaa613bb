/** Makes the client's answer from the gathered data: only requested fields, and only valid values. */
import {
  execute,
  isNonNullType,
  responsePathAsArray,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLAbstractType,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { Path } from 'graphql/jsutils/Path';
import { SubgraphUnavailable } from '../faults';
import { isObject, member, type JsonObject } from './json';
import { MissingValue } from './fetch-failure';
import type { Gathered, UnknownRecord } from './plan-run';

interface Completion {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** Names of the subgraphs that can answer a field, by `Type.field`. */
  owners: ReadonlyMap<string, readonly string[]>;
}

export async function complete(
  { data, errors: gathered, unresolved }: Gathered,
  { schema, document, operationName, variables, owners }: Completion,
): Promise<ExecutionResult> {
  const fields = new Map<unknown, string>();
  /** References to records that do not exist, by the path of the field that needs the record. */
  const references = new Map<string, Reference>();
  const result = await execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    rootValue: data,
    fieldResolver: (
      source,
      _args,
      _context,
      { path, parentType, fieldName, returnType, fieldNodes: [node] },
    ) => {
      fields.set(node, `${parentType.name}.${fieldName}`);
      const value = isObject(source) ? member(source, path.key as string) : undefined;
      if (value !== undefined || !isNonNullType(returnType)) return value;
      const unknown = unresolved.get(source);
      if (unknown) references.set(pathKey(responsePathAsArray(path)), { to: unknown, at: path.prev });
      return unknown?.failure.missing(null);
    },
    typeResolver: (value, _context, _info, abstract) => typeOf(value, abstract, schema),
  });
  const refused = new Set<string>();
  const reported = (error: GraphQLError): GraphQLError[] => {
    const { path = [], originalError, nodes: [node] = [] } = error;
    if (originalError instanceof MissingValue) {
      const { cause: failure } = originalError;
      // A record that another subgraph refers to and that does not exist is null. That is an error only if the field is not nullable.
      const isNoFault = failure.fault === 'UNKNOWN_RECORD' && isNullAt(result.data, path.slice(0, -1));
      const reference = references.get(pathKey(path));
      return isNoFault ? [] : failure.report(path, reference && dangling(reference, document, owners));
    }
    // Values that subgraphs know but clients may not see, such as objects of a hidden type.
    const [owner] = owners.get(fields.get(node) ?? '') ?? [];
    if (owner === undefined) return [error];
    if (refused.has(owner)) return [];
    refused.add(owner);
    return [new SubgraphUnavailable(owner, 'WRONG_TYPE').at(path)];
  };
  const found = result.errors ?? [];
  if (found.some(({ path }) => path === undefined)) return result;
  const errors = [...gathered, ...found.flatMap(reported)];
  return { data: result.data ?? null, ...(errors.length > 0 && { errors }) };
}

interface Reference {
  to: UnknownRecord;
  /** Where the record would stand. */
  at: Path | undefined;
}

const pathKey = (path: readonly (string | number)[]): string => JSON.stringify(path);

/** The fault of the subgraph that refers to the record, as nobody can know what does not exist. */
function dangling(
  { to: { failure, representation }, at }: Reference,
  document: DocumentNode,
  owners: Completion['owners'],
): SubgraphUnavailable {
  const [referring = failure.subgraph] = owners.get(fieldAt(at, document)) ?? [];
  const { __typename: type, ...key } = representation ?? {};
  const about =
    representation === null ? undefined : `${String(type)} ${JSON.stringify(key).slice(0, longestKey)}`;
  return new SubgraphUnavailable(referring, failure.fault, about === undefined ? {} : { about });
}

const longestKey = 200;

/** The field that has its value at a path, such as `Machine.at`. */
function fieldAt(path: Path | undefined, document: DocumentNode): string {
  let at = path;
  while (at && typeof at.key === 'number') at = at.prev;
  if (!at) return '';
  const { key, typename = '' } = at;
  let field = String(key);
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias?.value === key) field = name.value;
    },
  });
  return `${typename}.${field}`;
}

/** Whether exactly the value at this path is null, and not one of its parents. */
function isNullAt(data: unknown, [step, ...rest]: readonly (string | number)[]): boolean {
  if (step === undefined) return data === null;
  return typeof data === 'object' && data !== null && isNullAt((data as JsonObject)[step], rest);
}

/** If the plan did not ask for the type, the query does not depend on it, and any possible type will do. */
export function typeOf(
  value: unknown,
  abstract: GraphQLAbstractType,
  schema: GraphQLSchema,
): string | undefined {
  const stated = isObject(value) ? member(value, '__typename') : undefined;
  if (stated instanceof MissingValue) throw stated;
  if (typeof stated === 'string' && stated !== abstract.name) return stated;
  return schema.getPossibleTypes(abstract)[0]?.name;
}
