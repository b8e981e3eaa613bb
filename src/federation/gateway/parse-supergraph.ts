/** Parses the text of a supergraph. */
import { GraphQLError, parse, type DocumentNode } from 'graphql';

/** @throws Error for a text that is no SDL, with the place and what is needed */
export function parseSupergraph(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [at] = error.locations ?? [];
    const place = at ? `line ${at.line}, column ${at.column}: ` : '';
    throw new Error(
      `${place}${error.message} It must be the SDL of a supergraph, as "rover supergraph compose" writes it.`,
      { cause: error },
    );
  }
}
