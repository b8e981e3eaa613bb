/** The link that runs a query of the documentation in GraphiQL. */
import {
  isExecutableDefinitionNode,
  Kind,
  parse,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';

/** The address; null for text that is no single query, or needs variables that it does not state. */
export function runLink(text: string, publicPath: string): string | null {
  const document = parsed(text);
  if (!document?.definitions.every(isExecutableDefinitionNode)) return null;
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation, ...others] = operations;
  if (!operation || others.length > 0 || operation.operation !== OperationTypeNode.QUERY) return null;
  const variables = /^#\s*variables:\s*(\{.*\})\s*$/m.exec(text)?.[1];
  if (variables === undefined && operation.variableDefinitions?.some(isRequired)) return null;
  const parameters = new URLSearchParams({ query: text.trim(), ...(variables && { variables }) });
  return `${publicPath}/graphql?${parameters.toString()}`;
}

const isRequired = ({
  type,
  defaultValue,
}: NonNullable<OperationDefinitionNode['variableDefinitions']>[number]) =>
  type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch {
    // Pages show parts of queries and of schemas, too.
    return null;
  }
}
