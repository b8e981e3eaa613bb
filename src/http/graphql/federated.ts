/** Operations over several subgraphs, which the gateway's engine answers. */
import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { ApolloGateway } from '../../federation/gateway/apollo-gateway';
import { WrittenData } from '../../graphql/written-data';
import type { PreparedRequest } from './prepared';

/** Whether a query asks for something that is not ours. If the schema was replaced since it was validated, Apollo Server decides. */
export function isFederated({ operation }: PreparedRequest, gateway: ApolloGateway | null): boolean {
  if (!gateway || operation?.kind !== OperationTypeNode.QUERY) return false;
  const { document, operationName } = operation;
  return document.schema === gateway.schema && !gateway.answersAlone(document.node, operationName);
}

/** The JSON text of an answer's data; null if it has errors. */
export function wholeText(result: ExecutionResult | null): string | null {
  if (!result?.data || result.errors) return null;
  const { data } = result;
  return data instanceof WrittenData ? data.text : JSON.stringify(data);
}
