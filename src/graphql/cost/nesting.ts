/** How deep the brackets of a document stand within one another: whatever reads it further needs stack for each of them. */
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * The most brackets that are open at a time, as far as the text can be read: the parser will say what is wrong with the rest.
 * @param most tokens that are looked at.
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
