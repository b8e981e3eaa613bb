/** Measures the nesting of brackets in a document, since every later step needs stack space for each level. */
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * The maximum number of open brackets. Invalid text is ignored, as the parser will report it.
 * @param most maximum number of tokens to read
 */
export function nestingOf(query: string, most: number): number {
  const lexer = new Lexer(new Source(query));
  let [open, deepest] = [0, 0];
  try {
    for (let tokens = 0; tokens <= most; tokens += 1) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) break;
      if (opening.has(kind)) deepest = Math.max(deepest, (open += 1));
      else if (closing.has(kind)) open -= 1;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return deepest;
}
