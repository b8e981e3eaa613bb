/** Errors of a document: https://spec.graphql.org/October2021/#sec-Errors */
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** A document that is not executed, because of a syntax or validation error. */
export class WrongDocument extends Error {
  override readonly name = 'WrongDocument';

  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
  }
}

const coded = (code: string, { message, nodes, source, positions, extensions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, code } });

/** A syntax error. */
export const notParsed = (error: GraphQLError): WrongDocument =>
  new WrongDocument([coded(ApolloServerErrorCode.GRAPHQL_PARSE_FAILED, error)]);

/** Validation errors. */
export const notValid = (errors: readonly GraphQLError[]): WrongDocument =>
  new WrongDocument(errors.map((error) => coded(ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, error)));

/** Formats the errors like all others. */
export const formatted = (
  { errors }: WrongDocument,
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): GraphQLFormattedError[] => errors.map((error) => format(error.toJSON(), error));
