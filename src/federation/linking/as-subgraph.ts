/** With others linked in, the endpoint stays a subgraph of its own: whoever composes our graph gets ours, not theirs. */
import {
  execute,
  extendSchema,
  getOperationAST,
  Kind,
  parse,
  printType,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { CallSubgraph, Engine, Operation } from '../gateway/engine';
import { makeEngine } from '../gateway/make-engine';
import type { Supergraph } from '../gateway/supergraph';
import { checkScalarsAs, type LocalSubgraph } from './local-subgraph';

/** What Apollo Federation asks of a subgraph. */
const ofSubgraphs: ReadonlySet<string> = new Set(['_service', '_entities']);

/** The engine for a supergraph of which our own schema is a part. */
export async function engineWith(
  local: LocalSubgraph,
  supergraph: Supergraph,
  call: CallSubgraph,
): Promise<Engine> {
  const seen = seenByClients(supergraph, local);
  const engine = await makeEngine(seen, call);
  return { schema: engine.schema, execute: (operation) => answer(operation, engine, local) };
}

/** What clients of our endpoint see. */
function seenByClients(supergraph: Supergraph, local: LocalSubgraph): Supergraph {
  const schema = extendSchema(supergraph.publicSchema, parse(partsOf(local.schema)), {
    assumeValidSDL: true,
  });
  checkScalarsAs(local, schema);
  return { ...supergraph, publicSchema: schema, answerSchema: schema };
}

/** What is asked of us as a subgraph is answered from our own part. */
async function answer(
  operation: Operation,
  engine: Engine,
  { schema }: LocalSubgraph,
): Promise<ExecutionResult> {
  const { document, operationName, variables, context } = operation;
  if (!asksSubgraph(document, operationName)) return engine.execute(operation);
  return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
}

function asksSubgraph(document: DocumentNode, operationName: string | undefined): boolean {
  const selections = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const names = selections.map((node) => (node.kind === Kind.FIELD ? node.name.value : ''));
  return (
    names.some((name) => ofSubgraphs.has(name)) &&
    names.every((name) => ofSubgraphs.has(name) || name === '__typename')
  );
}

/** The definitions that a subgraph has beside its graph. */
function partsOf(schema: GraphQLSchema): string {
  const types = ['_Any', '_Entity', '_Service'].flatMap((name) => {
    const type = schema.getType(name);
    return type ? [printType(type)] : [];
  });
  const entities = schema.getType('_Entity')
    ? '"Entities by their keys, in the order given." _entities("Type and key of each." representations: [_Any!]!): [_Entity]!'
    : '';
  return `${types.join('\n')} extend type Query { ${entities} "How this graph becomes part of a supergraph." _service: _Service! }`;
}
