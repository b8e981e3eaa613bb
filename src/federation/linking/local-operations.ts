/** Recognises operations that ask only for our own part of the graph. They are answered as if nobody were linked in. */
import {
  getOperationAST,
  isObjectType,
  Kind,
  NoUnusedVariablesRule,
  OverlappingFieldsCanBeMergedRule,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { getOrMake } from '../../maps';
import { fragmentsIn, fragmentsOf } from '../../query/fragments';
import type { IsLocalOperation } from '../gateway/engine';
import type { Supergraph } from '../gateway/supergraph';
import type { LocalSubgraph } from './local-subgraph';

/** The documents are valid in the supergraph. These two rules would find nothing new, and the second is expensive. */
const rules = specifiedRules.filter(
  (rule) => rule !== NoUnusedVariablesRule && rule !== OverlappingFieldsCanBeMergedRule,
);

/** The schema that clients see describes the fields of all subgraphs. */
const describesAll: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Decides once for each operation of a document. The decision is kept as long as the document is. */
export function localOperationTest(
  { name, schema }: LocalSubgraph,
  { owners }: Supergraph,
): IsLocalOperation {
  const handedOver = fieldsOfOthers(schema, owners, name);
  const decided = new WeakMap<DocumentNode, Map<string, boolean>>();
  return (document, operationName) => {
    const ofDocument = getOrMake(decided, document, () => new Map<string, boolean>());
    return getOrMake(ofDocument, operationName ?? '', () =>
      isOurs(document, operationName, schema, handedOver),
    );
  };
}

function isOurs(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
  handedOver: ReadonlySet<string>,
): boolean {
  const operation = getOperationAST(document, operationName);
  if (!operation) return false;
  const definitions = [operation, ...fragmentsIn([operation], fragmentsOf(document))];
  const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  if (validate(schema, alone, rules, { maxErrors: 1 }).length > 0) return false;
  let isOurs = true;
  const types = new TypeInfo(schema);
  visit(
    alone,
    visitWithTypeInfo(types, {
      Field: ({ name: { value: field } }) => {
        const parent = types.getParentType();
        if (describesAll.has(field) || handedOver.has(`${parent?.name ?? ''}.${field}`)) isOurs = false;
      },
    }),
  );
  return isOurs;
}

/** Our fields that others answer in a supergraph that was composed elsewhere, such as by `@override`. */
function fieldsOfOthers(
  schema: GraphQLSchema,
  owners: Supergraph['owners'],
  ours: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.keys(type.getFields())) {
      const answering = owners.get(`${type.name}.${field}`);
      if (!answering || answering.includes(ours)) continue;
      found.add(`${type.name}.${field}`);
      for (const { name } of type.getInterfaces()) found.add(`${name}.${field}`);
    }
  }
  return found;
}
