/** Keeps the endpoint usable as a subgraph when others are linked in: whoever composes our graph gets only our part. */
import {
  execute,
  extendSchema,
  GraphQLError,
  parse,
  printType,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { IsLocalOperation, CallSubgraph, Engine } from '../gateway/engine';
import { makeEngine } from '../gateway/make-engine';
import type { Supergraph } from '../gateway/supergraph';
import { checkScalarsAs, type LocalSubgraph } from './local-subgraph';
import { plainData } from '../../graphql/written-data';
import { noteMeanings } from '../../graphql/cost/linked-fields';
import { localOperationTest } from './local-operations';
import { partsOf, type Parts } from './own-part';
import { getOrMake } from '../../maps';

/** The engine for a supergraph that contains our own schema. */
export async function engineWith(
  local: LocalSubgraph,
  supergraph: Supergraph,
  call: CallSubgraph,
): Promise<Engine> {
  const seen = seenByClients(supergraph, local);
  const engine = await makeEngine(seen, call);
  const isOurs = localOperationTest(local, supergraph);
  return { ...engine, execute: answerer(engine, local, isOurs), answersAlone: isOurs };
}

/** What clients of our endpoint see. */
function seenByClients(supergraph: Supergraph, local: LocalSubgraph): Supergraph {
  const schema = extendSchema(supergraph.publicSchema, parse(definitionsOf(local.schema)), {
    assumeValidSDL: true,
  });
  checkScalarsAs(local, schema);
  noteMeanings(schema, local.schema);
  return { ...supergraph, publicSchema: schema, answerSchema: schema };
}

/** Answers what is ours alone from our own part, also `_service` and `_entities` beside other fields, and the rest with the engine. */
function answerer(engine: Engine, { schema }: LocalSubgraph, isOurs: IsLocalOperation): Engine['execute'] {
  const cache = new WeakMap<DocumentNode, Map<string, Parts | null>>();
  /** Apollo Server caches the documents of recent queries, so their parts live as long as they do. */
  const partsOfKnown = (document: DocumentNode, operationName: string | undefined): Parts | null => {
    const ofDocument = getOrMake(cache, document, () => new Map<string, Parts | null>());
    return getOrMake(ofDocument, operationName ?? '', () => partsOf(document, operationName, schema));
  };
  return async (operation) => {
    const { document, operationName, variables: variableValues, context: contextValue } = operation;
    if (isOurs(document, operationName))
      return execute({ schema, document, operationName, variableValues, contextValue });
    const parts = partsOfKnown(document, operationName);
    if (!parts?.own) return engine.execute(operation);
    const { own, others, names, errors } = parts;
    if (errors.length > 0) return { errors: errors.map(notOurs) };
    return joined(
      names,
      await Promise.all([
        execute({ schema, document: own, operationName, variableValues, contextValue }),
        others ? engine.execute({ ...operation, document: others }) : { data: {} },
      ]),
    );
  };
}

/** Clients also see the fields of other subgraphs, but `_entities` gives only ours. */
const notOurs = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(`${message} The field "_entities" answers what is ours alone.`, {
    ...(nodes && { nodes }),
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });

/** Joins the answers to two parts of one query, in the order of the query. */
function joined(names: readonly string[], answers: readonly ExecutionResult[]): ExecutionResult {
  const errors = answers.flatMap((answer) => answer.errors ?? []);
  const reported = errors.length > 0 && { errors };
  // If one part was refused before execution, the whole query is.
  if (answers.some(({ data }) => data === undefined)) return { errors };
  if (answers.some(({ data }) => data === null)) return { data: null, ...reported };
  const found = Object.fromEntries(answers.flatMap(({ data }) => Object.entries(plainData(data) ?? {})));
  const ordered = names.filter((name) => Object.hasOwn(found, name)).map((name) => [name, found[name]]);
  return { data: Object.fromEntries(ordered) as ExecutionResult['data'], ...reported };
}

/** The definitions that make a schema a subgraph: `_Any`, `_Entity` and `_Service`. */
function definitionsOf(schema: GraphQLSchema): string {
  const types = ['_Any', '_Entity', '_Service'].flatMap((name) => {
    const type = schema.getType(name);
    return type ? [printType(type)] : [];
  });
  const entities = schema.getType('_Entity')
    ? '"Entities by their keys, in the order given." _entities("Type and key of each." representations: [_Any!]!): [_Entity]!'
    : '';
  return `${types.join('\n')} extend type Query { ${entities} "How this graph becomes part of a supergraph." _service: _Service! }`;
}
