/** Answers operations by schema stitching in JavaScript, for machines without the native planner. */
import type { Executor } from '@graphql-tools/utils';
import type { GraphQLError } from 'graphql';
import { print, type DocumentNode, type ExecutionResult } from 'graphql';
import type { CallSubgraph, Engine, FederatedContext, Operation } from './engine';
import { SubgraphUnavailable } from './faults';
import type { Supergraph } from './supergraph';
import { getOrMake } from '../../maps';

export async function stitchedEngine({ sdl, subgraphs }: Supergraph, call: CallSubgraph): Promise<Engine> {
  const { getStitchedSchemaFromSupergraphSdl } = await import('@graphql-tools/federation');
  const { normalizedExecutor } = await import('@graphql-tools/executor');
  const nameOf = (given: string): string =>
    subgraphs.find(({ name }) => name.toLowerCase() === given.toLowerCase())?.name ?? given;
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: sdl,
    batch: true,
    onSubschemaConfig: (subschema) => {
      const subgraph = nameOf(subschema.name);
      const executor = async ({ document, variables, operationType, context }: Parameters<Executor>[0]) => {
        const { data, errors } = await call({
          subgraph,
          kind: operationType ?? 'query',
          query: textOf(document),
          variables: (variables ?? {}) as Record<string, unknown>,
          context: context as FederatedContext,
        });
        return { data, ...(errors && { errors }) };
      };
      subschema.executor = executor as Executor;
    },
  });
  const execute = async ({ document, operationName, variables, context }: Operation) => {
    const result = (await normalizedExecutor({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    })) as ExecutionResult;
    return result.errors ? { ...result, errors: eachFaultOnce(result.errors) } : result;
  };
  return { schema, execute };
}

const texts = new WeakMap<DocumentNode, string>();

const textOf = (document: DocumentNode): string => getOrMake(texts, document, () => print(document));

/** Stitching repeats a failure for every field that it affects. Clients get it once. */
function eachFaultOnce(errors: readonly GraphQLError[]): GraphQLError[] {
  const seen = new Set<unknown>();
  return errors.flatMap((error) => {
    const fault = error.originalError;
    if (!(fault instanceof SubgraphUnavailable)) return [error];
    if (seen.has(fault)) return [];
    seen.add(fault);
    return [fault.at(error.path ?? [])];
  });
}
